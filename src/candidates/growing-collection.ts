/** Collections: each one that outlives a call and that something is put into may grow without end, or the lists that are its entries may. */
import type { TSESTree } from "@typescript-eslint/utils";

import { collectDeletePaths, type DeletePaths } from "../subjects/collection/delete-paths.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { collectGrowingInserts, couldBeWeak, isBlanking } from "../subjects/collection/growing-inserts.ts";
import { findHeardEnd } from "../subjects/collection/heard-end.ts";
import { insertFrequency, isInStartUp } from "../subjects/collection/insert-frequency.ts";
import { isGivenHandler } from "../subjects/collection/key-kind.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { collectionsBeside } from "../subjects/entry/siblings.ts";
import { lazy } from "../syntax/lazy.ts";
import type { Candidate } from "./candidate.ts";

/** A collection and the insert that questions about a single one are asked of: the surest to bring something new over and over. */
export interface CollectionInsert extends Candidate, KeptCollection {
  readonly insert: Operation;
  readonly deletePaths: DeletePaths;
}

export interface GrowingCollection extends CollectionInsert {
  /** Its keys are objects, and it is only ever asked for one of them: a weak one would do the same. */
  readonly isWeakable: boolean;
  /** The other collections of the same object, or of the same scope. */
  readonly beside: readonly KeptCollection[];
}

/** The candidate that a collection is; undefined where nothing is put in. */
export function growingCollectionOf(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[]): GrowingCollection | undefined {
  const { collection, lifetime, operations } = kept;
  const first = operations.find(({ kind }) => kind === "insert");
  if (first === undefined) return undefined;
  const isWeakable = lazy(() => couldBeWeak(file, collection, operations));
  const best = lazy(() => collectGrowingInserts(file, kept, isWeakable()).find(({ insert }) => !isBlanking(insert))?.insert ?? first);
  const beside = lazy(() => collectionsBeside(kept, all));
  const deletePaths = lazy(() => collectDeletePaths(file, collection, operations));
  return {
    collection,
    lifetime,
    operations,
    get node(): TSESTree.Node {
      return best().node;
    },
    get insert() {
      return best();
    },
    get isWeakable() {
      return isWeakable();
    },
    get beside() {
      return beside();
    },
    get deletePaths() {
      return deletePaths();
    },
  };
}

/** The candidate that the lists in a collection are, `handlers[event].push(handler)`; undefined where nothing is put into one. */
export function innerListsOf(file: FileFacts, { collection, lifetime, operations }: KeptCollection): CollectionInsert | undefined {
  const inserts = collection.kind === "map" || collection.kind === "record" ? operations.filter(({ kind }) => kind === "element-insert") : [];
  const runsOn = ({ node }: Operation): boolean => !isInStartUp(file, node) && insertFrequency(file, collection, node) === "often";
  const best = inserts.find((insert) => isGivenHandler(file, insert.key) && runsOn(insert)) ?? inserts.find((insert) => runsOn(insert) && findHeardEnd(file, insert) !== undefined) ?? inserts[0];
  if (best === undefined) return undefined;
  const deletePaths = lazy(() => collectDeletePaths(file, collection, operations));
  return {
    collection,
    lifetime,
    operations,
    node: best.node,
    insert: best,
    get deletePaths() {
      return deletePaths();
    },
  };
}
