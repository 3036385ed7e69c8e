/** Collections that are filled together under one id, of which the end of the id empties only some. */
import type { FileFacts } from "../facts/file-facts.ts";
import { enclosingFunction, isClass, isWithin, type FunctionNode } from "../syntax/tree.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { collectDeletePaths } from "./delete-paths.ts";
import { collectGrowingInserts, isBlanking, nameOfCollection, nameOfFunctionAround, type GrowingInsert } from "../subjects/collection/growing-inserts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { wordsOf } from "../syntax/words-of.ts";
import { isCacheName, isOnceGuard } from "../catalogue/words/meant-to-stay.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { areExclusive, reaches } from "../facts/reached-code.ts";
import { isSameKey } from "../subjects/collection/same-key.ts";
import type { StrandedEntry } from "./stranded-entry.ts";
import { isExportedCollection, isReachableFromOutside } from "../subjects/collection/visibility.ts";
import { storesWhatItReturns } from "./made-by-helper.ts";

/** Collections of things that wait: leaving one of them is not the end of an id. */
const WAITING_WORDS = /^(?:dirty|queue|queued|changed|scheduled|timers?|timeouts?|locks?|locked|inflight|processing|loading|running|active|waiting|todo|updates?|changes|stack|buffer|visited|visiting)$/;
/** Collections that are meant to remember what is gone. */
const REMEMBERING_WORDS = /^(?:seen|ever|past|previous|previously|known|history|stats|statistics|counts?|counters?|total|totals|used|loaded|registered|defined|tombstones?|banned|blocked|ignored|deleted|removed|disposed|closed|finished|completed|done)$/;

/** Finds a sibling whose entry of the same id is removed while this collection's stays. */
export function findForgottenSibling(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[]): StrandedEntry | undefined {
  const { collection, lifetime, operations } = kept;
  if (collection.kind === "array" || isOnceGuard(nameOfCollection(collection)) || isMeantToRemember(collection) || operations.some(({ kind }) => kind === "remove" || kind === "element-remove")) return undefined;
  const growing = collectGrowingInserts(file, kept, false).filter(({ insert }) => insert.key !== undefined && !isBlanking(insert));
  if (growing.length === 0 || collectDeletePaths(file, collection, operations).canMatch) return undefined;
  for (const sibling of all) {
    if (sibling === kept || sibling.collection.kind === "array" || !haveOneOwner(collection, sibling.collection) || !sibling.operations.some(isRemovalOfOne)) continue;
    const found = findFeed(file, growing, sibling);
    const removal = found === undefined ? undefined : findEnd(file, sibling, found.fed, operations);
    if (found === undefined || removal === undefined) continue;
    const isProven = found.grows.domain === "unbounded" || startsOnlyTogether(sibling, found);
    const isCertain = isProven && !isCacheName(nameOfCollection(collection)) && lifetime.confidence === "certain" && found.grows.frequency === "often" && !mayBeRemovedElsewhere(file, collection);
    if (lifetime.confidence === "possible" && !isProven) continue;
    return {
      reason: "forgotten-sibling",
      confidence: isCertain ? "certain" : "likely",
      collection,
      sibling: sibling.collection,
      node: found.grows.insert.node,
      other: removal.node,
      within: nameOfFunctionAround(file, removal.node),
    };
  }
  return undefined;
}

/** `lastKnown`, `history`, `finishedJobs`: what is gone stays there on purpose. */
function isMeantToRemember(collection: Collection): boolean {
  return wordsOf(nameOfCollection(collection)).some((word) => REMEMBERING_WORDS.test(word));
}

/** Whether other files can reach the collection: an export, a public field of a class that marks its private ones. */
function mayBeRemovedElsewhere(file: FileFacts, collection: Collection): boolean {
  const { root } = collection.place;
  return isExportedCollection(collection) || ("owner" in root && isClass(root.owner) && isReachableFromOutside(file, collection));
}

/** Whether two collections belong to the same object, or to the same scope. */
export function haveOneOwner(one: Collection, other: Collection): boolean {
  const [left, right] = [one.place.root, other.place.root];
  if (left.kind === "variable" && right.kind === "variable") return left.variable.scope === right.variable.scope;
  return (left.kind === "instance" || left.kind === "static") && left.kind === right.kind && left.owner === right.owner;
}

interface Feed {
  readonly grows: GrowingInsert;
  /** The insert of the sibling that goes with it. */
  readonly fed: Operation;
}

/** The inserts of both under the same key: in one function, or one of them in the helper that makes what the other keeps. */
function findFeed(file: FileFacts, growing: readonly GrowingInsert[], sibling: KeptCollection): Feed | undefined {
  for (const fed of sibling.operations) {
    if (fed.kind !== "insert" || fed.key === undefined || isBlanking(fed)) continue;
    for (const grows of growing) {
      const { key } = grows.insert;
      if (key === undefined) continue;
      const isTogether = areTogether(grows.insert, fed) && isSameKey(file, key, fed.key);
      if (isTogether || storesWhatItReturns(file, grows.insert, fed, sibling.collection)) return { grows, fed };
    }
  }
  return undefined;
}

function areTogether(one: Operation, other: Operation): boolean {
  const [left, right] = [enclosingFunction(one.node), enclosingFunction(other.node)];
  if (left === undefined || right === undefined || areExclusive(one.node, other.node)) return false;
  return left === right || isWithin(left, right) || isWithin(right, left);
}

/** The removal of one entry of the sibling that is not part of moving it on: to another collection, or back. */
function findEnd(file: FileFacts, sibling: KeptCollection, fed: Operation, own: readonly Operation[]): Operation | undefined {
  const ends = collectDeletePaths(file, sibling.collection, sibling.operations).useless.map(({ operation }) => operation);
  const home = enclosingFunction(fed.node);
  const ownRemovals = own.filter(({ kind }) => kind === "remove" || kind === "empty").map(({ node }) => node);
  return sibling.operations.find((operation) => {
    if (!isRemovalOfOne(operation) || ends.includes(operation)) return false;
    const around = enclosingFunction(operation.node);
    return around !== undefined && around !== home && !movesOn(file, around, operation) && !reaches(file, around, ownRemovals);
  });
}

function isRemovalOfOne({ kind, key, isForeign }: Operation): boolean {
  return kind === "remove" && key !== undefined && !isForeign;
}

/** `active.delete(id); done.set(id, x);`: whatever is put in under the same key where an entry goes. */
function movesOn(file: FileFacts, around: FunctionNode, { key }: Operation): boolean {
  return file.calls.directlyIn(around).some((call) => {
    const [first] = call.arguments;
    const isInsert = call.callee.type === "MemberExpression" && call.callee.property.type === "Identifier" && (call.callee.property.name === "set" || call.callee.property.name === "add");
    return isInsert && first !== undefined && key !== undefined && isSameKey(file, first, key);
  });
}

/** Whether the sibling gets its entries nowhere else and is not a waiting list, so that an entry there begins and ends with its id. */
function startsOnlyTogether(sibling: KeptCollection, { fed }: Feed): boolean {
  if (wordsOf(nameOfCollection(sibling.collection)).some((word) => WAITING_WORDS.test(word))) return false;
  const home = enclosingFunction(fed.node);
  return sibling.operations.every((operation) => operation.kind !== "insert" || enclosingFunction(operation.node) === home);
}
