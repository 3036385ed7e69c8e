import type { TSESTree } from "@typescript-eslint/utils";

import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, memberName, receiverOf, wrapped } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** Signals drop all connections of a receiver that is disposed of, however they were made. */
export const endsWithReceiver: Evidence<UnmatchedRemoval, "yes" | "no"> = {
  id: "outlives/ends-with-receiver",
  asks: "Does the removal of a signal's slot run when the receiver or the sender is disposed of?",
  levels: {
    yes: ["the signal drops the connection when its receiver or sender is disposed of", "no leak"],
    no: ["nothing drops the connection", "open"],
  },
  ask: (file, { removed }) => yesOrNo(removed.verbs.family === "signal" && isAtEnd(file, removed.call)),
};

/** Whether it runs in a teardown, or in what `disposed` calls. */
function isAtEnd(file: FileFacts, call: TSESTree.Node): boolean {
  for (let at = enclosingFunction(call); at !== undefined; at = enclosingFunction(at)) {
    const connecting = wrapped(at).parent;
    const signal = connecting?.type === "CallExpression" ? receiverOf(connecting) : undefined;
    if (file.functions.factOf(at).role === "teardown" || (signal?.type === "MemberExpression" && memberName(signal) === "disposed")) return true;
  }
  return false;
}
