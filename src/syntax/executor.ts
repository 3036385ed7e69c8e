/** The executor of a promise runs while the function around it does: what it sets up is set up there. */
import type { TSESTree } from "@typescript-eslint/utils";

import { calleeName, enclosingFunction, isFunction, type FunctionNode } from "./tree.ts";

export interface Executor {
  readonly executor: FunctionNode;
  /** `new Promise(…)`, with which everything the executor sets up is there. */
  readonly promise: TSESTree.NewExpression;
  /** The function that makes the promise. */
  readonly host: FunctionNode;
}

/** Whether a node is the function given to `new Promise`. */
export function isExecutor(node: TSESTree.Node | undefined): node is FunctionNode & { readonly parent: TSESTree.NewExpression } {
  return isFunction(node) && node.parent.type === "NewExpression" && calleeName(node.parent) === "Promise" && node.parent.arguments[0] === node;
}

/** The executor that a node stands in, in no other function of it; undefined where it stands in none, or no function makes the promise. */
export function executionAround(node: TSESTree.Node): Executor | undefined {
  const executor = enclosingFunction(node);
  if (!isExecutor(executor)) return undefined;
  const promise = executor.parent;
  const host = enclosingFunction(promise);
  return isFunction(host) ? { executor, promise, host } : undefined;
}
