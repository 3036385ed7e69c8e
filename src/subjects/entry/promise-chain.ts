/** Callbacks of promises: which promise they follow, and whether they run when it is rejected. */
import type { TSESTree } from "@typescript-eslint/utils";

import { derivingMethods } from "../../catalogue/words/promises.ts";
import { calleeName, isInFinalizer, isInHandler, receiverOf, type FunctionNode } from "../../syntax/tree.ts";

/** `p.then(…)`, `p.catch(…)`, `p.finally(…)`: a call whose result is another promise than `p`. */
export function derivesPromise(call: TSESTree.CallExpression): boolean {
  return derivingMethods.has(calleeName(call) ?? "");
}

/** The promise that `then(callback)` is called on. */
export function promiseBefore({ parent }: FunctionNode): TSESTree.Node | undefined {
  return parent.type === "CallExpression" && calleeName(parent) === "then" ? receiverOf(parent) : undefined;
}

/** Whether code of a function runs when something fails: in `catch` and `finally`, as blocks and as callbacks. */
export function runsOnFailure(node: TSESTree.Node, around: FunctionNode): boolean {
  if (isInHandler(node) || isInFinalizer(node)) return true;
  return around.parent.type === "CallExpression" && derivesPromise(around.parent) && calleeName(around.parent) !== "then";
}
