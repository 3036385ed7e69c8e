/** Entries that are put into two collections of one owner under one id, and removed from one of them only. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { storesWhatItReturns } from "../subjects/entry/made-by-helper.ts";
import { happenWithin, MOST_PAIRS, collectionsBeside } from "../subjects/entry/siblings.ts";
import { enclosingFunction } from "../syntax/tree.ts";
import { growingInsertsOf, isPuttingIn, isRemovalOfOne, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface SiblingEntry extends StayingEntry {
  readonly sibling: KeptCollection;
}

export interface ForgottenSibling extends SiblingEntry {
  /** The insert of the sibling that goes with it. */
  readonly fed: Operation;
  /** The removals of the sibling, one of which may end the id. */
  readonly ends: readonly Operation[];
}

/** Collects the siblings that lose single entries, for a collection that loses none. */
export function collectForgottenSiblings(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[]): ForgottenSibling[] {
  const { collection, operations } = kept;
  if (collection.kind === "array" || operations.some(({ kind }) => kind === "remove" || kind === "element-remove")) return [];
  const inserts = operations.filter(isKeyed);
  if (inserts.length === 0) return [];
  return collectionsBeside(kept, all).flatMap((sibling) => {
    if (sibling.collection.kind === "array" || !sibling.operations.some(isRemovalOfOne)) return [];
    const growing = growingInsertsOf(file, kept).map(({ insert }) => insert).filter(isKeyed);
    const feed = findFeed(file, growing, sibling) ?? findFeed(file, inserts, sibling);
    if (feed === undefined) return [];
    const [insert, fed] = feed;
    const home = enclosingFunction(fed.node);
    const ends = sibling.operations.filter((operation) => isRemovalOfOne(operation) && ![undefined, home].includes(enclosingFunction(operation.node)));
    return ends[0] === undefined ? [] : [{ ...stayingEntry(kept, insert, ends[0]), sibling, fed, ends }];
  }).slice(0, MOST_PAIRS);
}

function isKeyed(operation: Operation): boolean {
  return isPuttingIn(operation) && operation.key !== undefined;
}

/** The inserts of both under the same key: in one function, or one of them in the helper that makes what the other keeps. */
function findFeed(file: FileFacts, inserts: readonly Operation[], sibling: KeptCollection): readonly [Operation, Operation] | undefined {
  for (const fed of sibling.operations.filter(isKeyed)) {
    const insert = inserts.find((one) => happenWithin(file, one, fed) || storesWhatItReturns(file, one, fed, sibling.collection));
    if (insert !== undefined) return [insert, fed];
  }
  return undefined;
}
