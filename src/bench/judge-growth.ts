/** The collections of a file that grow without end. */
import type { TSESTree } from "@typescript-eslint/utils";

import { growingCollectionOf, innerListsOf, type GrowingCollection } from "../candidates/growing-collection.ts";
import type { UselessRemoval } from "../subjects/collection/delete-paths.ts";
import { endHeard } from "../evidence/unreleased/end-heard.ts";
import { objectKey } from "../evidence/repeats/object-key.ts";
import { declaredWeak } from "../evidence/unmeant/declared-weak.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import type { ContainerLifetime } from "../subjects/collection/container-lifetime.ts";
import { nameOfFunctionAround, nameOfRunningFunction } from "../subjects/collection/growing-inserts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { unwrap } from "../syntax/tree.ts";
import { hear, type HeardCandidate } from "./reason.ts";
import { grows } from "./reasons/grows.ts";
import { innerGrows } from "./reasons/inner-grows.ts";

export interface UnboundedCollection {
  readonly confidence: Confidence;
  readonly collection: Collection;
  /** The insert to report: the one that is surest to run often. */
  readonly insert: Operation;
  readonly lifetime: ContainerLifetime["kind"];
  /** The function that inserts, where it has a name. */
  readonly within: string | undefined;
  /** The removals there are, and why they do not serve. */
  readonly useless: readonly UselessRemoval[];
  /** The insert goes into a list that is itself an entry. */
  readonly isInner: boolean;
  /** Where the file hears of the end of what is put in, while only the owner's end empties the collection. */
  readonly heardEnd: TSESTree.Node | undefined;
  /** It is declared as a weak collection, and made as another. */
  readonly isDeclaredWeak: boolean;
  /** The key is an object, so that a weak collection could hold the entry. */
  readonly hasObjectKey: boolean;
  /** The `new Map()` or `new Set()` that could create a weak collection instead: nothing is asked of it that those do not answer. */
  readonly weakable: TSESTree.NewExpression | undefined;
}

/** Judges the collections that outlive what inserts into them; where it is not one that grows, the lists in it may. */
export function judgeGrowing(file: FileFacts, kept: readonly KeptCollection[]): { readonly heard: readonly HeardCandidate[]; readonly unbounded: readonly UnboundedCollection[] } {
  const heard: HeardCandidate[] = [];
  const unbounded: UnboundedCollection[] = [];
  for (const one of kept) {
    const found = hearGrowth(file, one, kept, heard) ?? hearInner(file, one, heard);
    if (found !== undefined) unbounded.push(found);
  }
  return { heard, unbounded };
}

function hearGrowth(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[], heard: HeardCandidate[]): UnboundedCollection | undefined {
  const candidate = growingCollectionOf(file, kept, all);
  if (candidate === undefined) return undefined;
  const verdict = hear(file, grows, candidate);
  const { hearing, confidence } = verdict;
  heard.push(verdict);
  if (confidence === undefined) return undefined;
  const { collection, insert, isWeakable, deletePaths } = candidate;
  const useless = [...deletePaths.useless, ...(deletePaths.canMatch ? leftToOthers(file, candidate) : [])];
  const within = nameOfRunningFunction(file, insert.node);
  const heardEnd = hearing.answer(endHeard).at;
  const isDeclaredWeak = hearing.holds(declaredWeak);
  const weakable = isWeakable || isDeclaredWeak ? findWeakable(file, kept, isDeclaredWeak) : undefined;
  const hasObjectKey = isDeclaredWeak || hearing.holds(objectKey);
  return { confidence, collection, insert, lifetime: kept.lifetime.kind, within, useless, isInner: false, heardEnd, isDeclaredWeak, hasObjectKey, weakable };
}

/** The removals that could serve, of a collection that is reported all the same. */
function leftToOthers(file: FileFacts, { operations, deletePaths: { useless } }: GrowingCollection): UselessRemoval[] {
  const removals = operations.filter((operation) => operation.kind === "remove" && !useless.some((removal) => removal.operation === operation));
  return removals.map((operation) => ({ reason: "left-to-others", confidence: "likely", operation, within: nameOfFunctionAround(file, operation.node) }));
}

/** The keys are few, and what grows is the lists behind them. */
function hearInner(file: FileFacts, kept: KeptCollection, heard: HeardCandidate[]): UnboundedCollection | undefined {
  const candidate = innerListsOf(file, kept);
  if (candidate === undefined) return undefined;
  const verdict = hear(file, innerGrows, candidate);
  const { confidence, hearing } = verdict;
  heard.push(verdict);
  if (confidence === undefined) return undefined;
  const { collection, lifetime, insert, deletePaths: { useless } } = candidate;
  const within = nameOfRunningFunction(file, insert.node);
  return { confidence, collection, insert, lifetime: lifetime.kind, within, useless, isInner: true, heardEnd: hearing.answer(endHeard).at, isDeclaredWeak: false, hasObjectKey: false, weakable: undefined };
}

function findWeakable(file: FileFacts, { collection, operations }: KeptCollection, isDeclaredWeak: boolean): TSESTree.NewExpression | undefined {
  const { creation, place, replacements } = collection;
  const created = creation.value === undefined ? undefined : unwrap(creation.value);
  const isPlain = replacements.length === 0 && (isDeclaredWeak || file.stores.annotationOf(place) === undefined) && !operations.some(({ kind }) => kind === "empty");
  return isPlain && created?.type === "NewExpression" && created.arguments.length === 0 ? created : undefined;
}
