/** The collections of a file that grow without end. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, enclosingFunction, walk } from "../syntax/tree.ts";
import { hasSizeGuard, insertDomain, isUpdate } from "./bounds.ts";
import { findCollection, type Collection } from "./collection.ts";
import { containerLifetime, type ContainerLifetime } from "./container-lifetime.ts";
import { collectDeletePaths, type UselessRemoval } from "./delete-paths.ts";
import { insertFrequency, type Frequency } from "./insert-context.ts";
import { isCodeKey, isFreshKey, isObjectByUse } from "./key-domain.ts";
import { isCacheName, isOnceGuard, type Domain } from "./name-evidence.ts";
import { collectOperations, type Operation } from "./operations.ts";
import { buildReferences, type References } from "./references.ts";
import { isReachableFromOutside } from "./visibility.ts";

const EVENT_REGISTRATIONS = new Set(["on", "addListener", "addEventListener", "subscribe", "prependListener"]);

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
  /** The key is an object, so that a weak collection could hold the entry. */
  readonly hasObjectKey: boolean;
}

/** Collects the collections that outlive what inserts into them and from which nothing can remove what was inserted. */
export function collectUnboundedCollections(file: FileFacts): readonly UnboundedCollection[] {
  if (file.kind !== "source") return [];
  const candidates = collectCandidates(file);
  if (candidates.length === 0) return [];
  const references = buildReferences(file);
  return candidates.flatMap((candidate) => judge(file, references, candidate) ?? []);
}

interface Candidate {
  readonly collection: Collection;
  readonly lifetime: ContainerLifetime;
}

/** The collections whose members are used somewhere and whose owners may live long, each once. */
function collectCandidates(file: FileFacts): Candidate[] {
  const seen = new Set<string>();
  const found: Candidate[] = [];
  const consider = (expression: TSESTree.Node): void => {
    const place = file.places.placeOf(expression);
    if (place === undefined || seen.has(place.key)) return;
    seen.add(place.key);
    const collection = findCollection(file, place);
    const lifetime = collection === undefined ? undefined : containerLifetime(file, place);
    if (collection !== undefined && lifetime !== undefined) found.push({ collection, lifetime });
  };
  for (const member of file.nodes.members) consider(member.object);
  return found;
}

function judge(file: FileFacts, references: References, { collection, lifetime }: Candidate): UnboundedCollection | undefined {
  if (isOnceGuard(nameOfCollection(collection))) return undefined;
  const operations = collectOperations(file, references, collection);
  if (operations.some(({ kind }) => kind === "escape")) return undefined;
  const isWeakable = couldBeWeak(file, collection, operations);
  const [best] = collectGrowingInserts(file, references, collection, operations, isWeakable);
  if (best === undefined || hasSizeGuard(file, operations, collection)) return undefined;
  if (lifetime.confidence === "possible" && !isTelling(file, collection, lifetime, best.insert, isWeakable)) return undefined;
  const { canMatch, useless } = collectDeletePaths(file, references, collection, operations);
  if (canMatch) return undefined;
  const { insert } = best;
  const within = nameOfInserter(file, insert);
  if (isOnceGuard(within ?? "")) return undefined;
  return {
    confidence: isCertain(file, collection, lifetime, best, useless) ? "certain" : "likely",
    collection,
    insert,
    lifetime: lifetime.kind,
    within,
    useless,
    hasObjectKey: insert.key !== undefined && isObjectByUse(file, insert.key),
  };
}

interface GrowingInsert {
  readonly insert: Operation;
  readonly frequency: Frequency;
  readonly domain: Domain;
}

/** The inserts that can run again and again with another key each time, the surest first. */
function collectGrowingInserts(file: FileFacts, references: References, collection: Collection, operations: readonly Operation[], isWeakable: boolean): GrowingInsert[] {
  const rank = ({ frequency, domain }: GrowingInsert): number => (frequency === "often" ? 2 : 0) + (domain === "unbounded" ? 1 : 0);
  return operations
    .filter((operation) => operation.kind === "insert" && !isUpdate(file, operation, collection))
    .map((insert) => ({ insert, frequency: insertFrequency(file, references, collection, insert.node), domain: insertDomain(file, insert, collection) }))
    .filter(({ frequency, domain }) => (domain !== "bounded" || isWeakable) && (frequency === "often" || frequency === "unknown"))
    .sort((a, b) => rank(b) - rank(a));
}

/** A Map or Set of objects that is only ever asked for one of them: a weak one would do the same. */
function couldBeWeak(file: FileFacts, collection: Collection, operations: readonly Operation[]): boolean {
  if (collection.kind !== "map" && collection.kind !== "set") return false;
  const inserts = operations.filter(({ kind }) => kind === "insert");
  return inserts.every(({ key }) => key !== undefined && isObjectByUse(file, key) && !isCodeKey(file, key)) && !operations.some(({ kind }) => kind === "iterate" || kind === "size");
}

/** Where nothing tells how long the owner lives, the insert itself must: a key that never comes again, or a cache without any bound. */
function isTelling(file: FileFacts, collection: Collection, lifetime: ContainerLifetime, insert: Operation, isWeakable: boolean): boolean {
  if (collection.kind === "array" || insert.key === undefined) return false;
  if (isFreshKey(file, insert.key)) return true;
  return isCacheName(nameOfCollection(collection)) && (isWeakable || lifetime.kind === "instance");
}

/** Certain: the owner lives long, the file sees all removals, and every run brings another key. */
function isCertain(file: FileFacts, collection: Collection, lifetime: ContainerLifetime, { insert, frequency, domain }: GrowingInsert, useless: readonly UselessRemoval[]): boolean {
  if (lifetime.confidence !== "certain" || frequency !== "often" || isReachableFromOutside(file, collection)) return false;
  if (useless.some(({ confidence }) => confidence === "likely")) return false;
  if (useless.some(({ reason }) => reason === "key-never-matches")) return true;
  if (useless.some(({ reason }) => reason === "owner-end")) return false;
  if (collection.kind === "array") return isFedByEvents(file, insert);
  return domain === "unbounded" || (domain === "unknown" && isFedByEvents(file, insert));
}

/** The insert stands in an event handler and takes what the event brings. */
function isFedByEvents(file: FileFacts, { node, key }: Operation): boolean {
  const handler = enclosingFunction(node);
  if (handler === undefined || key === undefined || handler.parent.type !== "CallExpression" || !EVENT_REGISTRATIONS.has(calleeName(handler.parent) ?? "")) return false;
  let found = false;
  walk(key, file.visitorKeys, (part) => {
    const variable = part.type === "Identifier" ? file.variables.variableOf(part) : undefined;
    if (variable?.defs[0]?.type === "Parameter" && variable.scope.block === handler) found = true;
    return !found;
  });
  return found;
}

function nameOfCollection({ place }: Collection): string {
  return place.path.at(-1) ?? (place.root.kind === "variable" ? place.root.variable.name : "");
}

function nameOfInserter(file: FileFacts, insert: Operation): string | undefined {
  for (let at = enclosingFunction(insert.node); at !== undefined; at = enclosingFunction(at)) {
    const { name } = file.functions.factOf(at);
    if (name !== undefined) return name;
  }
  return undefined;
}
