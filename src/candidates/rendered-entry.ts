/** Entries that a function puts in itself and takes out in callbacks that it hands to calls, and nowhere else. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { enclosingFunction, isFunction, isWithin, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import { isPuttingIn, removalsIn, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface RenderedEntry extends StayingEntry {
  readonly around: FunctionNode;
  /** For each removal, the calls that take the callback it stands in. */
  readonly takers: readonly (readonly CallNode[])[];
}

/** Collects the inserts whose functions hand on all removals. */
export function collectRendered(file: FileFacts, kept: KeptCollection): RenderedEntry[] {
  const removals = removalsIn(kept.operations);
  const [removal] = removals;
  if (removal === undefined) return [];
  return kept.operations.filter(isPuttingIn).flatMap((insert) => {
    const around = enclosingFunction(insert.node);
    if (around === undefined || !removals.every(({ node }) => isWithin(node, around))) return [];
    const takers = removals.map(({ node }) => file.calls.directlyIn(around).filter(({ arguments: [callback] }) => isFunction(callback) && isWithin(node, callback)));
    return takers.every(({ length }) => length > 0) ? [{ ...stayingEntry(kept, insert, removal), around, takers }] : [];
  });
}
