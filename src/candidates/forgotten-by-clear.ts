/** Entries of collections that lose single entries together, where one function takes out all of one collection only. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { happenTogether, MOST_PAIRS, collectionsBeside } from "../subjects/entry/siblings.ts";
import { enclosingFunction, type FunctionNode } from "../syntax/tree.ts";
import type { SiblingEntry } from "./forgotten-sibling.ts";
import { stayingEntry, surestInsert } from "./staying-entry.ts";

export interface ForgottenByClear extends SiblingEntry {
  /** The function that empties the sibling. */
  readonly around: FunctionNode;
}

/** Collects the functions that empty a sibling. */
export function collectForgottenByClear(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[]): ForgottenByClear[] {
  const removals = kept.operations.filter(({ kind, isForeign, node }) => kind === "remove" && !isForeign && enclosingFunction(node) !== undefined);
  if (kept.collection.kind === "array" || removals.length === 0) return [];
  return collectionsBeside(kept, all).flatMap((sibling) => {
    const emptied = sibling.operations.filter(({ kind }) => kind === "empty");
    const goTogether = emptied.length > 0 && removals.some((removal) => sibling.operations.some((other) => other.kind === "remove" && happenTogether(file, removal, other)));
    return goTogether ? emptied.flatMap((end) => {
      const around = enclosingFunction(end.node);
      const insert = around === undefined || !isOfSameLife(file, kept, around) ? undefined : surestInsert(file, kept, () => true);
      return around === undefined || insert === undefined ? [] : [{ ...stayingEntry(kept, insert, end), sibling, around }];
    }) : [];
  }).slice(0, MOST_PAIRS);
}

/** A method of the object that has the collections, or a function beside their variables. */
function isOfSameLife(file: FileFacts, { collection }: KeptCollection, around: FunctionNode): boolean {
  const { root } = collection.place;
  return root.kind === "variable" || ("owner" in root && file.functions.factOf(around).owner === root.owner);
}
