/** Collections of one owner, and what is done to two of them under one key. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { areExclusive } from "../../facts/reached-code.ts";
import { enclosingFunction, isWithin } from "../../syntax/tree.ts";
import type { Collection } from "../collection/collection.ts";
import type { KeptCollection } from "../collection/kept-collections.ts";
import type { Operation } from "../collection/operations.ts";
import { isSameKey } from "../collection/same-key.ts";

/** An entry is looked at in so many pairs with others; where there are more, a program has written the file. */
export const MOST_PAIRS = 256;

/** The other collections of the same object, or of the same scope. */
export function collectionsBeside(kept: KeptCollection, all: readonly KeptCollection[]): readonly KeptCollection[] {
  return all.filter((other) => other !== kept && haveOneOwner(kept.collection, other.collection));
}

function haveOneOwner(one: Collection, other: Collection): boolean {
  const [left, right] = [one.place.root, other.place.root];
  if (left.kind === "variable" && right.kind === "variable") return left.variable.scope === right.variable.scope;
  return (left.kind === "instance" || left.kind === "static") && left.kind === right.kind && left.owner === right.owner;
}

/** Whether both happen in one function, and may in one run of it, under one key. */
export function happenTogether(file: FileFacts, one: Operation, other: Operation): boolean {
  if (one.key === undefined || other.key === undefined || enclosingFunction(one.node) !== enclosingFunction(other.node)) return false;
  return !areExclusive(one.node, other.node) && isSameKey(file, other.key, one.key);
}

/** The same, where one may stand in a function inside that of the other. */
export function happenWithin(file: FileFacts, one: Operation, other: Operation): boolean {
  const [left, right] = [enclosingFunction(one.node), enclosingFunction(other.node)];
  if (one.key === undefined || other.key === undefined || left === undefined || right === undefined || areExclusive(one.node, other.node)) return false;
  return (isWithin(left, right) || isWithin(right, left)) && isSameKey(file, one.key, other.key);
}
