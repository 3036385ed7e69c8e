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
import { countsDown } from "./kept-entry.ts";
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
  if (collection.kind === "array") return [];
  const inserts = operations.filter((operation) => isPuttingIn(operation) && operation.key !== undefined && !countsDown(file, operation, collection)).map(withFunction);
  if (inserts.length === 0) return [];
  const removals = operations.filter(({ kind, key }) => kind === "remove" && key !== undefined).map(withFunction);
  return removals.flatMap(({ operation: removal, around }) => {
    if (around === undefined) return [];
    const matching = inserts.flatMap(({ operation: insert, around: home }) => {
      const start = startOf(file, insert, home, around);
      return start === undefined || !isSameKey(file, insert.key as TSESTree.Node, removal.key as TSESTree.Node) ? [] : { insert, start };
    });
    // One function seldom has both, and a large class has hundreds of each.
    if (matching.length === 0) return [];
    const others = removals.flatMap((other) => (other.around === around ? [] : other.operation));
    const mates = removals.flatMap((other) => (other.around === around ? other.operation.node : []));
    return matching.map(({ insert, start }) => ({ ...stayingEntry(kept, insert, removal), around, start, others, wayAround: lazy(() => findWayAround(file, graphOf(around), start, mates)) }));
  }).slice(0, MOST_PAIRS);
}

function withFunction(operation: Operation): { readonly operation: Operation; readonly around: FunctionNode | undefined } {
  return { operation, around: enclosingFunction(operation.node) };
}

/** After an insert of the same function, or from the beginning of an async function that the inserting one runs. */
function startOf(file: FileFacts, insert: Operation, home: FunctionNode | undefined, around: FunctionNode): TSESTree.Node | "entry" | undefined {
  if (home === around) return insert.node;
  if (home === undefined || !around.async || !isWithin(around, home)) return undefined;
  return isRunIn(file, around, home) ? "entry" : undefined;
}

function isRunIn(file: FileFacts, inner: FunctionNode, outer: FunctionNode): boolean {
  if (enclosingFunction(inner) !== outer) return false;
  return file.functions.factOf(inner).role === "immediate" || file.calls.directlyIn(outer).some((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === inner);
}
