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

/** The executor that a node stands in, in no other function of it; undefined where it stands in none, or no function makes the promise. */
export function executionAround(node: TSESTree.Node): Executor | undefined {
  const executor = enclosingFunction(node);
  const promise = executor?.parent;
  if (executor === undefined || promise?.type !== "NewExpression" || promise.arguments[0] !== executor || calleeName(promise) !== "Promise") return undefined;
  const host = enclosingFunction(promise);
  return isFunction(host) ? { executor, promise, host } : undefined;
}
