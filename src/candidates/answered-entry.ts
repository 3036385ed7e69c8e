/** Entries that one function puts in and another takes out, under a key that it is given. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { Variable } from "../facts/variables.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { enclosingFunction, unwrap, walk } from "../syntax/tree.ts";
import { isPuttingIn, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface AnsweredEntry extends StayingEntry {
  /** The parameters that the key is made of. */
  readonly given: readonly Variable[];
}

/** Collects the removals under a key that is given, each with an insert of another function. */
export function collectAnswered(file: FileFacts, kept: KeptCollection): AnsweredEntry[] {
  return kept.operations.flatMap((removal) => {
    const { kind, key, node } = removal;
    if (kind !== "remove" || key === undefined) return [];
    const given = new Set<Variable>();
    walk(unwrap(key), file.visitorKeys, (part) => {
      const variable = part.type === "Identifier" ? file.variables.variableOf(part) : undefined;
      if (variable?.defs[0]?.type === "Parameter") given.add(variable);
      return undefined;
    });
    const insert = given.size === 0 ? undefined : kept.operations.find((operation) => isPuttingIn(operation) && enclosingFunction(operation.node) !== enclosingFunction(node));
    return insert === undefined ? [] : [{ ...stayingEntry(kept, insert, removal), given: [...given] }];
  });
}
