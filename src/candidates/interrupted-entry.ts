/** Entries for the time of one piece of work: inserted before it and removed after it under the same key. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { isSameKey } from "../subjects/collection/same-key.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { MOST_PAIRS } from "../subjects/entry/siblings.ts";
import { findWayAround, type WayAround } from "../subjects/way/way-around.ts";
import { lazy } from "../syntax/lazy.ts";
import { enclosingFunction, isWithin, type FunctionNode } from "../syntax/tree.ts";
import { isPuttingIn, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface InterruptedEntry extends StayingEntry {
  /** The function of the removal. */
  readonly around: FunctionNode;
  /** Where the entry is there: after its insert, or from the beginning of a function that the inserting one runs. */
  readonly start: TSESTree.Node | "entry";
  /** The removals of other functions. */
  readonly others: readonly Operation[];
  /** How the function is left without any of its removals. */
  readonly wayAround: () => WayAround | undefined;
}

/** Collects each removal with the inserts of its function, or of the one around it, under the same key. */
export function collectInterrupted(file: FileFacts, kept: KeptCollection, graphOf: Graphs["graphOf"]): InterruptedEntry[] {
  const { collection, operations } = kept;
  const inserts = operations.filter((operation) => isPuttingIn(operation) && operation.key !== undefined);
  const removals = operations.filter(({ kind, key }) => kind === "remove" && key !== undefined);
  if (collection.kind === "array" || inserts.length === 0) return [];
  return removals.flatMap((removal) => {
    const around = enclosingFunction(removal.node);
    if (around === undefined) return [];
    const others = removals.filter((other) => enclosingFunction(other.node) !== around);
    const mates = removals.filter((other) => !others.includes(other)).map(({ node }) => node);
    return inserts.flatMap((insert) => {
      const start = startOf(file, insert, around);
      if (start === undefined || !isSameKey(file, insert.key as TSESTree.Node, removal.key as TSESTree.Node)) return [];
      return [{ ...stayingEntry(kept, insert, removal), around, start, others, wayAround: lazy(() => findWayAround(file, graphOf(around), start, mates)) }];
    });
  }).slice(0, MOST_PAIRS);
}

/** After an insert of the same function, or from the beginning of an async function that the inserting one runs. */
function startOf(file: FileFacts, insert: Operation, around: FunctionNode): TSESTree.Node | "entry" | undefined {
  const home = enclosingFunction(insert.node);
  if (home === around) return insert.node;
  if (home === undefined || !around.async || !isWithin(around, home)) return undefined;
  return isRunIn(file, around, home) ? "entry" : undefined;
}

function isRunIn(file: FileFacts, inner: FunctionNode, outer: FunctionNode): boolean {
  if (enclosingFunction(inner) !== outer) return false;
  return file.functions.factOf(inner).role === "immediate" || file.calls.directlyIn(outer).some((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === inner);
}
