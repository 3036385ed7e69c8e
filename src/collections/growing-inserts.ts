/** Which inserts of a collection can run again and again with another key each time. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { enclosingFunction } from "../syntax/tree.ts";
import { insertDomain, isUpdate } from "./bounds.ts";
import { isNothing, type Collection } from "../subjects/collection/collection.ts";
import { insertFrequency, type Frequency } from "./insert-context.ts";
import { isCodeKey, isObjectByUse } from "./key-domain.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Domain } from "../subjects/collection/name-evidence.ts";
import type { Operation } from "../subjects/collection/operations.ts";

export interface GrowingInsert {
  readonly insert: Operation;
  readonly frequency: Frequency;
  readonly domain: Domain;
}

/** Collects them, the surest first. */
export function collectGrowingInserts(file: FileFacts, { collection, operations }: KeptCollection, isWeakable: boolean): GrowingInsert[] {
  const rank = ({ frequency, domain }: GrowingInsert): number => (frequency === "often" ? 2 : 0) + (domain === "unbounded" ? 1 : 0);
  const growing: GrowingInsert[] = [];
  for (const insert of operations) {
    if (insert.kind !== "insert" || isUpdate(file, insert, collection)) continue;
    const domain = insertDomain(file, insert, collection);
    if (domain === "bounded" && !isWeakable) continue;
    const frequency = insertFrequency(file, collection, insert.node);
    if (frequency === "often" || frequency === "unknown") growing.push({ insert, frequency, domain });
  }
  return growing.sort((a, b) => rank(b) - rank(a));
}

/** A Map or Set of objects that is only ever asked for one of them: a weak one would do the same. */
export function couldBeWeak(file: FileFacts, collection: Collection, operations: readonly Operation[]): boolean {
  if (collection.kind !== "map" && collection.kind !== "set") return false;
  if (operations.some(({ kind }) => kind === "iterate" || kind === "size")) return false;
  const inserts = operations.filter(({ kind }) => kind === "insert");
  return inserts.every(({ key }) => key !== undefined && isObjectByUse(file, key) && !isCodeKey(file, key));
}

/** The name a collection is kept under: the last member, or the variable. */
export function nameOfCollection({ place }: Collection): string {
  return place.path.at(-1) ?? (place.root.kind === "variable" ? place.root.variable.name : "");
}

/** The name of the nearest function around a node that has one. */
export function nameOfFunctionAround(file: FileFacts, node: TSESTree.Node): string | undefined {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const { name } = file.functions.factOf(at);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Whether an insert puts null or undefined in: it blanks the entry and does not make one. */
export function isBlanking({ kind, value }: Operation): boolean {
  return kind === "insert" && value !== undefined && isNothing(value);
}
