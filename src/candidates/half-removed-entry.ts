/** Entries of collections that lose an id together in one function, while another function removes it from one of them only. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { calledFunctionOf } from "../facts/reached-code.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { isSameKey } from "../subjects/collection/same-key.ts";
import { happenTogether, MOST_PAIRS, collectionsBeside } from "../subjects/entry/siblings.ts";
import { enclosingFunction, isWithin, type FunctionNode } from "../syntax/tree.ts";
import type { SiblingEntry } from "./forgotten-sibling.ts";
import { isRemovalOfOne, stayingEntry, surestInsert } from "./staying-entry.ts";

export interface HalfRemovedEntry extends SiblingEntry {
  /** The function with a name, or the handler of an event, that removes it from the sibling. */
  readonly around: FunctionNode;
}

/** Collects the removals of siblings in functions other than those that remove an id from both. */
export function collectHalfRemoved(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[]): HalfRemovedEntry[] {
  const removals = kept.operations.filter(isRemovalOfOne);
  if (removals.length === 0 || kept.collection.kind === "array") return [];
  return collectionsBeside(kept, all).flatMap((sibling) => {
    const others = sibling.collection.kind === "array" ? [] : sibling.operations.filter(isRemovalOfOne);
    const paired = pairedFunctions(file, removals, others);
    return paired.length === 0 ? [] : others.flatMap((end) => {
      const around = outermostFunction(file, end.node);
      if (around === undefined || paired.some((one) => one === around || isWithin(one, around))) return [];
      const insert = surestInsert(file, kept, ({ node }) => enclosingFunction(node) !== enclosingFunction(end.node));
      return insert === undefined ? [] : [{ ...stayingEntry(kept, insert, end), sibling, around }];
    });
  }).slice(0, MOST_PAIRS);
}

/** The functions in which both go under one key, and the helpers by which the sibling's entry goes there. */
function pairedFunctions(file: FileFacts, removals: readonly Operation[], others: readonly Operation[]): FunctionNode[] {
  return removals.flatMap((removal) => {
    const around = enclosingFunction(removal.node);
    if (around === undefined || removal.key === undefined) return [];
    const { key } = removal;
    return others.flatMap((other) => {
      const theirs = enclosingFunction(other.node);
      if (theirs === undefined || other.key === undefined) return [];
      if (theirs === around) return happenTogether(file, removal, other) ? [around] : [];
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

/** The function with a name, or the handler of an event, around the callbacks of loops and promises. */
function outermostFunction(file: FileFacts, node: TSESTree.Node): FunctionNode | undefined {
  const around = enclosingFunction(node);
  const isCallback = around !== undefined && file.functions.factOf(around).role === "callback" && around.parent.type === "CallExpression" && around.parent.arguments[0] === around;
  return isCallback ? (outermostFunction(file, around) ?? around) : around;
}
