/** Entries that one function puts in and another takes out, under a key that it is given. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Variable } from "../facts/variables.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { MOST_PAIRS } from "../subjects/entry/siblings.ts";
import { enclosingFunction, unwrap, walk } from "../syntax/tree.ts";
import { isPuttingIn, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface AnsweredEntry extends StayingEntry {
  /** The parameters that the key is made of. */
  readonly given: readonly Variable[];
}

/** How many variables a key is followed back through to what brings it: `const [id, answer] = line.split(" ")`. */
const MAXIMUM_DEPTH = 3;

/** Collects the removals under a key that is given, each with the inserts of other functions. */
export function collectAnswered(file: FileFacts, kept: KeptCollection): AnsweredEntry[] {
  const inserts = kept.operations.filter(isPuttingIn);
  return kept.operations.flatMap((removal) => {
    const { kind, key, node } = removal;
    if (kind !== "remove" || key === undefined) return [];
    const given = new Set<Variable>();
    collectGiven(file, unwrap(key), given, 0);
    const around = enclosingFunction(node);
    const others = given.size === 0 ? [] : inserts.filter((operation) => enclosingFunction(operation.node) !== around);
    return others.map((insert) => ({ ...stayingEntry(kept, insert, removal), given: [...given] }));
  }).slice(0, MOST_PAIRS);
}

/** Adds the parameters that a key is made of, also by way of variables. */
function collectGiven(file: FileFacts, key: TSESTree.Node, given: Set<Variable>, depth: number): void {
  walk(key, file.visitorKeys, (part) => {
    const variable = part.type === "Identifier" ? file.variables.variableOf(part) : undefined;
    const definition = variable?.defs[0];
    if (variable !== undefined && definition?.type === "Parameter") given.add(variable);
    if (definition?.type === "Variable" && definition.node.init !== null && depth < MAXIMUM_DEPTH) collectGiven(file, definition.node.init, given, depth + 1);
    return undefined;
  });
}
