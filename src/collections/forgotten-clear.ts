/** Collections whose entries go together one by one, of which a `clear()` empties only some. */
import type { FileFacts } from "../facts/file-facts.ts";
import { enclosingFunction, type FunctionNode } from "../syntax/tree.ts";
import { haveOneOwner } from "./forgotten-sibling.ts";
import { collectGrowingInserts, nameOfFunctionAround } from "../subjects/collection/growing-inserts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { areExclusive, reaches } from "../facts/reached-code.ts";
import { isSameKey } from "../subjects/collection/same-key.ts";
import type { StrandedEntry } from "./stranded-entry.ts";

const CLEARING = /^[_#]?(?:clear|reset|removeAll|deleteAll|destroyAll|flush|purge|invalidate|empty|evictAll|dropAll|forgetAll|closeAll|stopAll|disconnectAll)(?![a-z])/;

/** Finds a function that empties a sibling and not this collection. */
export function findForgottenByClear(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[]): StrandedEntry | undefined {
  const { collection, lifetime, operations } = kept;
  const removals = operations.filter(({ kind, isForeign }) => kind === "remove" && !isForeign);
  if (collection.kind === "array" || removals.length === 0) return undefined;
  const nodes = operations.filter(({ kind }) => kind === "remove" || kind === "empty").map(({ node }) => node);
  for (const sibling of all) {
    if (sibling === kept || !haveOneOwner(collection, sibling.collection) || !goTogether(file, removals, sibling.operations)) continue;
    for (const emptied of sibling.operations) {
      const around = emptied.kind === "empty" ? enclosingFunction(emptied.node) : undefined;
      if (around === undefined || !isClearing(file, around) || !isOfSameLife(file, kept, around) || reaches(file, around, nodes)) continue;
      const [best] = collectGrowingInserts(file, kept, false);
      if (best === undefined || !isFedWith(file, best.insert, sibling.operations)) continue;
      const confidence = lifetime.confidence === "certain" && best.frequency === "often" ? "certain" : "likely";
      if (lifetime.confidence === "possible") return undefined;
      return { reason: "forgotten-clear", confidence, collection, sibling: sibling.collection, node: best.insert.node, other: emptied.node, within: nameOfFunctionAround(file, emptied.node) };
    }
  }
  return undefined;
}

/** Whether single entries of both are removed in one function under one key. */
function goTogether(file: FileFacts, removals: readonly Operation[], others: readonly Operation[]): boolean {
  return removals.some(({ node, key }) => {
    const around = enclosingFunction(node);
    return key !== undefined && around !== undefined && others.some((other) => other.kind === "remove" && other.key !== undefined && enclosingFunction(other.node) === around && !areExclusive(node, other.node) && isSameKey(file, other.key, key));
  });
}

function isFedWith(file: FileFacts, { node, key }: Operation, others: readonly Operation[]): boolean {
  return key !== undefined && others.some((other) => other.kind === "insert" && other.key !== undefined && enclosingFunction(other.node) === enclosingFunction(node) && !areExclusive(node, other.node) && isSameKey(file, other.key, key));
}

function isClearing(file: FileFacts, around: FunctionNode): boolean {
  return CLEARING.test(file.functions.factOf(around).name ?? "");
}

/** A method of the object that has the collections, or a function beside their variables. */
function isOfSameLife(file: FileFacts, { collection }: KeptCollection, around: FunctionNode): boolean {
  const { root } = collection.place;
  return root.kind === "variable" || ("owner" in root && file.functions.factOf(around).owner === root.owner);
}
