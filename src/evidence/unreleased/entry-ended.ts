import type { TSESTree } from "@typescript-eslint/utils";

import type { KeptEntry } from "../../candidates/kept-entry.ts";
import { endingFunctions, passingVerbs } from "../../catalogue/words/ends-of-entries.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isEntryOf } from "../../subjects/entry/entry-values.ts";
import { calleeName, enclosingFunction, receiverOf } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const entryEnded: Evidence<KeptEntry, "yes" | "no"> = {
  id: "unreleased/entry-ended",
  asks: "Does the code that reads the entry by what it is given end the entry itself?",
  levels: {
    yes: ["the entry is ended there, and left where it is", "leak"],
    no: ["nothing is seen to end the entry there", "open"],
  },
  ask: (file, candidate) => shownAt(findEnding(file, candidate)),
};

/** `this.panels.get(id)?.dispose()`: what is closed or disposed of is of no more use, while what is stopped may be started again. */
function findEnding(file: FileFacts, { kept: { collection }, end }: KeptEntry): TSESTree.Node | undefined {
  const around = enclosingFunction(end.node);
  return around === undefined ? undefined : file.calls.directlyIn(around).find((call) => {
    const verb = calleeName(call) ?? "";
    const receiver = call.type === "CallExpression" && call.arguments.length === 0 ? receiverOf(call) : undefined;
    return receiver !== undefined && endingFunctions.test(verb) && !passingVerbs.test(verb) && isEntryOf(file, receiver, collection);
  });
}
