import type { TSESTree } from "@typescript-eslint/utils";

import type { KeptEntry } from "../../candidates/kept-entry.ts";
import { passingVerbs, stateFields } from "../../catalogue/words/ends-of-entries.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Collection } from "../../subjects/collection/collection.ts";
import { isEntryOf } from "../../subjects/entry/entry-values.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { enclosingFunction, isWithin, memberName, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const whatEnds: Evidence<KeptEntry, "whole" | "part" | "state"> = {
  id: "outlives/what-ends",
  asks: "Does the function that reads it end all of it, or a part or a phase of it?",
  levels: {
    whole: ["the function that reads it ends all of it", "leak"],
    part: ["the function that reads it by its name ends a part of it", "no leak"],
    state: ["the function that reads it writes down its new state, for whoever asks later", "no leak"],
  },
  ask(file, { kept: { collection }, end }) {
    const around = enclosingFunction(end.node);
    if (around === undefined) return { level: "unknown", basis: "shown" };
    if (!isAboutEntry(file, collection, around)) return { level: "part", basis: "named", at: around };
    const written = stateWritten(file, collection, around);
    return { level: written === undefined ? "whole" : "state", basis: "named", at: written ?? around };
  },
};

/** `stopGeneration(chatId)` ends no session: its object is named neither by the collection nor by the key. */
function isAboutEntry(file: FileFacts, collection: Collection, around: FunctionNode): boolean {
  const [verb, ...object] = wordsOf(file.functions.factOf(around).name ?? "");
  const last = object.at(-1);
  if (last === undefined || !passingVerbs.test(verb ?? "")) return true;
  const parameters = around.params.map((parameter) => (parameter.type === "Identifier" ? parameter.name : ""));
  return [nameOfCollection(collection), ...parameters].flatMap(wordsOf).some((word) => isSameWord(word, last));
}

function isSameWord(one: string, other: string): boolean {
  return one.replace(/s$/, "") === other.replace(/s$/, "");
}

/** `entry.state = "TERMINATED"`: whoever asks for the entry later is told of its end. */
function stateWritten(file: FileFacts, collection: Collection, around: FunctionNode): TSESTree.Node | undefined {
  return file.nodes.assignments.find(({ left }) => left.type === "MemberExpression" && isWithin(left, around) && stateFields.test(memberName(left) ?? "") && isEntryOf(file, left.object, collection));
}
