import type { TSESTree } from "@typescript-eslint/utils";

import type { InterruptedEntry } from "../../candidates/interrupted-entry.ts";
import { failureEvents } from "../../catalogue/words/ends-of-entries.ts";
import { timerCalls } from "../../catalogue/words/promises.ts";
import { runsOnFailure } from "../../subjects/entry/promise-chain.ts";
import { calleeName, enclosingFunction, receiverOf } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const removedElsewhere: Evidence<InterruptedEntry, "on-failure" | "yes" | "no"> = {
  id: "unreleased/removed-elsewhere",
  asks: "Do other functions remove entries: when work fails, by a timer, or for a reason of their own?",
  levels: {
    "on-failure": ["it may be removed where failures are heard, or by a timer", "no leak"],
    "yes": ["other functions remove entries as well", "open"],
    "no": ["no other function removes entries", "leak"],
  },
  ask(_file, { others }) {
    const onFailure = others.find(({ node }) => standsInFailureHandler(node));
    if (onFailure !== undefined) return { level: "on-failure", basis: "named", at: onFailure.node };
    return { level: others.length > 0 ? "yes" : "no", basis: "shown", at: others[0]?.node };
  },
};

function standsInFailureHandler(node: TSESTree.Node): boolean {
  let from = node;
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    if (runsOnFailure(from, at)) return true;
    from = at.parent;
    const call = at.parent;
    if (call.type !== "CallExpression" || call.callee === at) continue;
    const [event, second] = call.arguments;
    const name = calleeName(call) ?? "";
    if (timerCalls.test(name) || (second === at && name === "then")) return true;
    if (event?.type === "Literal" && failureEvents.test(String(event.value)) && receiverOf(call) !== undefined) return true;
  }
  return false;
}
