import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import type { HalfRemovedEntry } from "../../candidates/half-removed-entry.ts";
import { forgettingFunctions } from "../../catalogue/words/ends-of-entries.ts";
import { nameOfCollection, nameOfFunctionAround } from "../../subjects/collection/growing-inserts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const forgettingFunction: Evidence<HalfRemovedEntry, "yes" | "of-sibling" | "no"> = {
  id: "unreleased/forgetting-function",
  asks: "Does the function that removes the sibling's entry, or the event that it hears, by its name end the id?",
  levels: {
    "yes": ["the id ends in a function that removes it from its sibling only", "leak"],
    "of-sibling": ["the function that removes its sibling's entry is by its name for that one alone", "no leak"],
    "no": ["the function that removes its sibling's entry is by its name no end of the id", "no leak"],
  },
  ask(file, candidate) {
    const { around } = candidate;
    const [event] = around.parent.type === "CallExpression" ? around.parent.arguments : [];
    const isEnd = forgettingFunctions.test(file.functions.factOf(around).name ?? "") || (event?.type === "Literal" && endingEvents.has(String(event.value)));
    return { level: !isEnd ? "no" : isNamedHelper(file, candidate) ? "of-sibling" : "yes", basis: "named", at: around };
  },
};

/** `deleteResponseStream(id)`: says which of the two it removes from, and leaves the rest to its callers. */
function isNamedHelper(file: FileFacts, { end: { node, key }, kept, sibling }: HalfRemovedEntry): boolean {
  const around = enclosingFunction(node);
  const isGiven = around?.params.some((parameter) => parameter.type === "Identifier" && key?.type === "Identifier" && file.variables.variableOf(parameter) === file.variables.variableOf(key));
  const own = new Set(wordsOf(nameOfCollection(kept.collection)));
  const named = new Set(wordsOf(nameOfFunctionAround(file, node) ?? ""));
  return isGiven === true && wordsOf(nameOfCollection(sibling.collection)).some((word) => !own.has(word) && (named.has(word) || named.has(word.replace(/s$/, ""))));
}
