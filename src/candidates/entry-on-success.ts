/** Entries that a callback removes, of a promise or of a call: the work may fail before it, and the callback may leave early. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { isSameKey } from "../subjects/collection/same-key.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { enclosingFunction, isWithin, type FunctionNode } from "../syntax/tree.ts";
import { isPuttingIn, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface EntryOnSuccess extends StayingEntry {
  readonly callback: FunctionNode;
  readonly graphOf: Graphs["graphOf"];
}

/** Collects the removals in callbacks, each with the insert under the same key in the function around. */
export function collectOnSuccess(file: FileFacts, kept: KeptCollection, graphOf: Graphs["graphOf"]): EntryOnSuccess[] {
  return kept.operations.flatMap((removal) => {
    const { kind, key } = removal;
    const callback = kind === "remove" && key !== undefined ? enclosingFunction(removal.node) : undefined;
    if (callback === undefined || key === undefined || file.functions.factOf(callback).role !== "callback") return [];
    const insert = kept.operations.find((operation) => operation.key !== undefined && isPuttingIn(operation) && !isWithin(operation.node, callback) && isSameKey(file, operation.key, key));
    const home = insert === undefined ? undefined : enclosingFunction(insert.node);
    return insert === undefined || home === undefined || !isWithin(callback, home) ? [] : [{ ...stayingEntry(kept, insert, removal), callback, graphOf }];
  });
}
