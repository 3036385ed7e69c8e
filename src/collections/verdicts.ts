/** The collections of a file that grow without end. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, enclosingFunction, unwrap } from "../syntax/tree.ts";
import { hasSizeGuard, isFilledAnew, isFilledOnce, isHeldByReplaced } from "./bounds.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { nameOfOwner, type ContainerLifetime } from "../subjects/collection/container-lifetime.ts";
import { collectDeletePaths, type UselessRemoval } from "./delete-paths.ts";
import { findHeardEnd } from "./entry-end.ts";
import { collectGrowingInserts, couldBeWeak, isBlanking, nameOfCollection, nameOfFunctionAround, type GrowingInsert } from "./growing-inserts.ts";
import { findHandlerList } from "./handler-lists.ts";
import { isFedByEvents, showsGrowth } from "./insert-evidence.ts";
import { areOpened, installedKeyOf } from "./installed-things.ts";
import { isFreshKey, isObjectByUse } from "./key-domain.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { domainOfName, isCacheName, isOnceGuard, wordsOf } from "../subjects/collection/name-evidence.ts";
import { isDataStore, isKeptByChoice } from "./meant-to-stay.ts";
import { guardsMessage } from "./message-guard.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { isReachableFromOutside } from "./visibility.ts";

export interface UnboundedCollection {
  readonly confidence: "certain" | "likely";
  readonly collection: Collection;
  /** The insert to report: the one that is surest to run often. */
  readonly insert: Operation;
  readonly lifetime: ContainerLifetime["kind"];
  /** The function that inserts. */
  readonly within: string | undefined;
  /** The removals there are, and why they do not serve. */
  readonly useless: readonly UselessRemoval[];
  /** The insert goes into a list that is itself an entry. */
  readonly isInner: boolean;
  /** Where the file hears of the end of what is put in, while only the owner's end empties the collection. */
  readonly heardEnd: TSESTree.Node | undefined;
  /** The key is an object, so that a weak collection could hold the entry. */
  readonly hasObjectKey: boolean;
  /** The `new Map()` or `new Set()` that could create a weak collection instead: nothing is asked of it that those do not answer. */
  readonly weakable: TSESTree.NewExpression | undefined;
}

/** Collects the collections that outlive what inserts into them and from which nothing can remove what was inserted. */
export function collectUnboundedCollections(file: FileFacts, kept: readonly KeptCollection[]): readonly UnboundedCollection[] {
  return kept.flatMap((candidate) => judge(file, candidate) ?? judgeInner(file, candidate) ?? []);
}

/** The keys are few, and what grows is the lists behind them. */
function judgeInner(file: FileFacts, kept: KeptCollection): UnboundedCollection | undefined {
  const { collection, lifetime } = kept;
  const insert = lifetime.confidence !== "certain" || isOnceGuard(nameOfCollection(collection)) ? undefined : findHandlerList(file, kept);
  if (insert === undefined) return undefined;
  const within = nameOfFunctionAround(file, insert.node);
  return { confidence: "likely", collection, insert, lifetime: lifetime.kind, within, useless: [], isInner: true, heardEnd: undefined, hasObjectKey: false, weakable: undefined };
}

function judge(file: FileFacts, kept: KeptCollection): UnboundedCollection | undefined {
  const { collection, lifetime } = kept;
  if (isOnceGuard(nameOfCollection(collection))) return undefined;
  const { operations } = kept;
  if (operations.some(({ kind }) => kind === "escape") || !operations.some(({ kind }) => kind === "insert")) return undefined;
  const isWeakable = couldBeWeak(file, collection, operations);
  const [best] = collectGrowingInserts(file, kept, isWeakable).filter(({ insert }) => !isBlanking(insert));
  if (best === undefined || isBoundedByUse(file, kept)) return undefined;
  if (lifetime.confidence === "possible" && !isTelling(file, collection, lifetime, best.insert, isWeakable)) return undefined;
  const { canMatch, useless } = collectDeletePaths(file, collection, operations);
  // What only empties the collection inside an entry is judged as an entry that stays.
  if (canMatch || useless.some(({ reason }) => reason === "element-only")) return undefined;
  const { insert } = best;
  const installed = installedKeyOf(file, collection, insert);
  if (installed === "few") return undefined;
  const within = nameOfFunctionAround(file, insert.node);
  if (isOnceGuard(within ?? "") || guardsMessage(file, insert) || isKeptByChoice(insert)) return undefined;
  const heardEnd = useless.some(({ reason }) => reason === "owner-end") ? findHeardEnd(file, insert) : undefined;
  const isDoubtful = (installed === "removable" && !areOpened(file, collection, insert)) || isDataStore(collection);
  const isSure = !isDoubtful && isCertain(file, collection, lifetime, best, useless, heardEnd !== undefined);
  // Who deletes in vain, or hears of an end, knows that entries end.
  const isKnownToEnd = heardEnd !== undefined || useless.some(({ reason }) => reason !== "owner-end");
  if (!isSure && !isKnownToEnd && (isRegistryOfSources(collection) || !showsGrowth(file, kept, best, isWeakable, useless.length > 0))) return undefined;
  return {
    confidence: isSure ? "certain" : "likely",
    collection,
    insert,
    lifetime: lifetime.kind,
    within,
    useless,
    isInner: false,
    heardEnd,
    hasObjectKey: insert.key !== undefined && isObjectByUse(file, insert.key),
    weakable: isWeakable ? findWeakable(file, kept) : undefined,
  };
}

function isBoundedByUse(file: FileFacts, { collection, operations }: KeptCollection): boolean {
  return hasSizeGuard(file, operations, collection) || isFilledOnce(file, operations) || isHeldByReplaced(file, collection) || isFilledAnew(file, collection, operations);
}

function findWeakable(file: FileFacts, { collection, operations }: KeptCollection): TSESTree.NewExpression | undefined {
  const { creation, place, replacements } = collection;
  const created = creation.value === undefined ? undefined : unwrap(creation.value);
  const isPlain = replacements.length === 0 && file.stores.annotationOf(place) === undefined && !operations.some(({ kind }) => kind === "empty");
  return isPlain && created?.type === "NewExpression" && created.arguments.length === 0 ? created : undefined;
}

/** Where nothing tells how long the owner lives, the insert itself must: a key that never comes again, or a cache without any bound. */
function isTelling(file: FileFacts, collection: Collection, lifetime: ContainerLifetime, insert: Operation, isWeakable: boolean): boolean {
  if (collection.kind === "array" || insert.key === undefined) return false;
  if (isFreshKey(file, insert.key)) return true;
  return isCacheName(nameOfCollection(collection)) && (isWeakable || lifetime.kind === "instance");
}

/** Certain: the owner lives long, the file sees all removals, and every run brings another key. */
function isCertain(file: FileFacts, collection: Collection, lifetime: ContainerLifetime, { insert, frequency, domain }: GrowingInsert, useless: readonly UselessRemoval[], isEndHeard: boolean): boolean {
  if (lifetime.confidence === "certain" && useless.length === 0 && registersItself(file, collection, insert)) return true;
  if (lifetime.confidence !== "certain" || frequency !== "often" || isReachableFromOutside(file, collection)) return false;
  if (useless.some(({ confidence }) => confidence === "likely")) return false;
  if (useless.some(({ reason }) => reason === "key-never-matches")) return true;
  if (useless.some(({ reason }) => reason === "owner-end")) return isEndHeard;
  if (collection.kind === "array") return isFedByEvents(file, insert);
  if (makesPageElement(file, insert) || isRegistryOfSources(collection)) return false;
  return domain === "unbounded" || (domain === "unknown" && isFedByEvents(file, insert));
}

/** An object with an end of its own puts itself into a shared collection. */
function registersItself(file: FileFacts, { place }: Collection, { key }: Operation): boolean {
  if (key?.type !== "ThisExpression" || place.root.kind === "instance") return false;
  const owner = file.places.placeOf(key)?.root;
  return owner?.kind === "instance" && file.functions.membersOf(owner.owner).some(({ role }) => role === "teardown");
}

/** Beside the insert a script, link or style element is put into the page, which keeps one for each key as well. */
function makesPageElement(file: FileFacts, { node }: Operation): boolean {
  const around = enclosingFunction(node);
  return around !== undefined && file.calls.directlyIn(around).some((call) => {
    const [tag] = call.arguments;
    return calleeName(call) === "createElement" && tag?.type === "Literal" && /^(?:script|link|style)$/i.test(String(tag.value));
  });
}

/** A `SchemaRegistry` has as many entries as the source has schemas, and what is called `registry` itself as many as it declares. */
function isRegistryOfSources(collection: Collection): boolean {
  const { place } = collection;
  if (wordsOf(nameOfCollection(collection)).at(-1) === "registry") return true;
  const owner = "owner" in place.root ? nameOfOwner(place.root.owner) : undefined;
  const words = wordsOf(owner ?? "");
  return words.at(-1) === "registry" && domainOfName(words.at(-2) ?? "") === "bounded";
}
