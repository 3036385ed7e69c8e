/** Statements that compute a list without some elements of a kept one, and drop it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { Place } from "../facts/places.ts";
import { functionOf } from "../facts/variables.ts";
import { findCollection, type Collection } from "../subjects/collection/collection.ts";
import { copiedBy, filteredParameter } from "../subjects/entry/list-copies.ts";
import { isFunction, receiverOf, wrapped, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

export interface DroppedResult extends Candidate {
  readonly collection: Collection;
  /** The test of a `filter`, which may do more than test. */
  readonly test: FunctionNode | undefined;
  /** The function of the file that filters. */
  readonly filtering: FunctionFact | undefined;
}

/** Collects `list.filter(test)`, `list.slice().splice(…)` and calls of functions that return a filtered copy, as statements. */
export function collectDroppedResults(file: FileFacts): DroppedResult[] {
  const found: DroppedResult[] = [];
  const add = (list: TSESTree.Node | undefined, node: CallNode, test?: FunctionNode, filtering?: FunctionFact): void => {
    const place = list === undefined || wrapped(node).parent?.type !== "ExpressionStatement" ? undefined : file.places.placeOf(list);
    const collection = place === undefined || !outlivesCall(place) ? undefined : findCollection(file, place);
    if (collection?.kind === "array") found.push({ node, collection, test, filtering });
  };
  for (const call of file.calls.named("filter")) {
    const [test] = call.arguments;
    if (isFunction(test)) add(receiverOf(call), call, test);
  }
  for (const call of file.calls.named("splice")) add(copiedBy(receiverOf(call)), call);
  for (const fact of file.functions.all) {
    const index = fact.name === undefined ? undefined : filteredParameter(file, fact.node);
    if (index === undefined) continue;
    for (const call of file.calls.named(fact.name ?? "")) {
      if (call.type === "CallExpression" && file.functions.calledFunction(call) === fact.node) add(call.arguments[index], call, undefined, fact);
    }
  }
  return found;
}

/** Whether a place outlives the call that names it. */
function outlivesCall({ root, path }: Place): boolean {
  if (root.kind === "variable") return path.length === 0 && functionOf(root.variable) === undefined;
  return root.kind !== "global" && path.length > 0;
}
