/** Collections that lose an id together in one function, while another function removes it from one of them only. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { endingEvents } from "../catalogue/data/lifecycles.ts";
import { enclosingFunction, isWithin, type FunctionNode } from "../syntax/tree.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { haveOneOwner } from "./forgotten-sibling.ts";
import { collectGrowingInserts, nameOfCollection, nameOfFunctionAround } from "../subjects/collection/growing-inserts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { wordsOf } from "../syntax/words-of.ts";
import { isCacheName } from "../catalogue/words/meant-to-stay.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { areExclusive, calledFunctionOf, reaches } from "../facts/reached-code.ts";
import { isSameKey } from "../subjects/collection/same-key.ts";
import type { StrandedEntry } from "./stranded-entry.ts";

const END = /^[_#]?(?:on|handle|do)?_?(?:remove|delete|disconnect|close|end|cleanup|cleanUp|timeout|expire|cancel|abort|error|reject|drop|evict|fail|unregister|destroy|kill|exit|leave)/i;

/** Finds an end of the sibling's entry that forgets this collection, although another end takes both. */
export function findHalfRemoved(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[]): StrandedEntry | undefined {
  const { collection, lifetime, operations } = kept;
  const removals = operations.filter(isKeyedRemoval);
  if (removals.length === 0 || collection.kind === "array" || lifetime.confidence === "possible") return undefined;
  const own = operations.filter(({ kind }) => kind === "remove" || kind === "empty").map(({ node }) => node);
  for (const sibling of all) {
    if (sibling === kept || sibling.collection.kind === "array" || isCacheName(nameOfCollection(sibling.collection)) || !haveOneOwner(collection, sibling.collection)) continue;
    const others = sibling.operations.filter(isKeyedRemoval);
    const paired = pairedFunctions(file, removals, others);
    if (paired.length === 0) continue;
    const forgetting = others.find((other) => forgets(file, other.node, paired, own) && !isNamedHelper(file, other, sibling.collection, collection));
    const [best] = forgetting === undefined ? [] : collectGrowingInserts(file, kept, false).filter(({ insert }) => enclosingFunction(insert.node) !== enclosingFunction(forgetting.node));
    if (forgetting === undefined || best === undefined) continue;
    return { reason: "forgotten-sibling", confidence: "likely", collection, sibling: sibling.collection, node: best.insert.node, other: forgetting.node, within: nameOfFunctionAround(file, forgetting.node) };
  }
  return undefined;
}

function isKeyedRemoval({ kind, key, isForeign }: Operation): boolean {
  return kind === "remove" && key !== undefined && !isForeign;
}

/** The functions in which both go under one key, and the helpers by which the sibling's entry goes there. */
function pairedFunctions(file: FileFacts, removals: readonly Operation[], others: readonly Operation[]): FunctionNode[] {
  return removals.flatMap(({ node, key }) => {
    const around = enclosingFunction(node);
    if (around === undefined || key === undefined) return [];
    return others.flatMap((other) => {
      const theirs = enclosingFunction(other.node);
      if (theirs === undefined || other.key === undefined) return [];
      if (theirs === around) return !areExclusive(node, other.node) && isSameKey(file, key, other.key) ? [around] : [];
      return isCalledWith(file, around, theirs, other.key, key) ? [around, theirs] : [];
    });
  });
}

/** Whether `around` calls the helper with the key, which the helper takes as the parameter it deletes by. */
function isCalledWith(file: FileFacts, around: FunctionNode, helper: FunctionNode, deleted: TSESTree.Node, key: TSESTree.Node): boolean {
  const index = helper.params.findIndex((parameter) => parameter.type === "Identifier" && deleted.type === "Identifier" && file.variables.variableOf(parameter) === file.variables.variableOf(deleted));
  return index !== -1 && file.calls.directlyIn(around).some((call) => {
    const given = call.arguments[index];
    return given !== undefined && isSameKey(file, given, key) && calledFunctionOf(file, call) === helper;
  });
}

/** An end by its name or event that is none of those functions, and reaches no removal of this collection. */
function forgets(file: FileFacts, removal: TSESTree.Node, paired: readonly FunctionNode[], own: readonly TSESTree.Node[]): boolean {
  const around = outermostFunction(file, removal);
  if (around === undefined || paired.some((one) => one === around || isWithin(one, around))) return false;
  const [event] = around.parent.type === "CallExpression" ? around.parent.arguments : [];
  const isEnd = END.test(file.functions.factOf(around).name ?? "") || (event?.type === "Literal" && endingEvents.has(String(event.value)));
  return isEnd && !reaches(file, around, own);
}

/** `deleteResponseStream(id)`: says which of the two it removes from, and leaves the rest to its callers. */
function isNamedHelper(file: FileFacts, { node, key }: Operation, sibling: Collection, collection: Collection): boolean {
  const around = enclosingFunction(node);
  const isGiven = around?.params.some((parameter) => parameter.type === "Identifier" && key?.type === "Identifier" && file.variables.variableOf(parameter) === file.variables.variableOf(key));
  const own = new Set(wordsOf(nameOfCollection(collection)));
  const named = new Set(wordsOf(nameOfFunctionAround(file, node) ?? ""));
  return isGiven === true && wordsOf(nameOfCollection(sibling)).some((word) => !own.has(word) && (named.has(word) || named.has(word.replace(/s$/, ""))));
}

/** The function with a name, or the handler of an event, around the callbacks of loops and promises. */
function outermostFunction(file: FileFacts, node: TSESTree.Node): FunctionNode | undefined {
  const around = enclosingFunction(node);
  const isCallback = around !== undefined && file.functions.factOf(around).role === "callback" && around.parent.type === "CallExpression" && around.parent.arguments[0] === around;
  return isCallback ? (outermostFunction(file, around) ?? around) : around;
}
