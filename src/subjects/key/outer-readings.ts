/** Random values that the call around a use has taken, where the use stands in a function that this call runs itself. */
import type { TSESTree } from "@typescript-eslint/utils";

import { elementCallbacks } from "../../catalogue/words/keyed-stores.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, initializerOf, isSingleAssignment } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isWithin, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { inputsOf } from "./key-habit.ts";
import type { ChangingForm, KeyForm } from "./key-form.ts";

/**
 * Collects the random values in a key that belong to one call of an outer function, as `trace` does in
 * `texts.map((text) => cache.get(trace + text))`. A function that is handed out may come again with the same value, and so
 * may one whose store is of that same call.
 */
export function collectOuterReadings(file: FileFacts, store: Place, use: TSESTree.Node, form: KeyForm): readonly ChangingForm[] {
  return inputsOf(form).flatMap(({ variable }) => {
    const taker = variable === undefined || !isSingleAssignment(variable) ? undefined : functionOf(variable);
    const value = variable === undefined || taker === undefined ? undefined : initializerOf(variable);
    if (value === undefined || taker === undefined || !isRunBy(taker, use) || isStoreOfCall(store, taker)) return [];
    const reading = buildKeyForm(file, value);
    return reading.kind === "changing" && reading.what === "random" ? [reading] : [];
  });
}

/** Whether each function between the use and the outer one is called for the elements of a list, before that call is left. */
function isRunBy(taker: FunctionNode, use: TSESTree.Node): boolean {
  const inner = enclosingFunction(use);
  if (inner === undefined || inner === taker) return inner === taker;
  const { parent } = wrapped(inner);
  const isForElements = parent?.type === "CallExpression" && parent.callee !== inner && elementCallbacks.has(calleeName(parent) ?? "");
  return isForElements && isWithin(parent, taker) && isRunBy(taker, parent);
}

function isStoreOfCall({ root }: Place, taker: FunctionNode): boolean {
  const owner = root.kind === "variable" ? functionOf(root.variable) : undefined;
  return owner !== undefined && isWithin(owner, taker);
}
