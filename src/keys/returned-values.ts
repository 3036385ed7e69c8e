import type { TSESTree } from "@typescript-eslint/utils";

import { isFunction, walk, type FunctionNode, type VisitorKeys } from "../syntax/tree.ts";

const MAXIMUM = 4;

/** Collects the expressions a function can return; undefined where it is a generator or returns in too many ways. */
export function collectReturns(node: FunctionNode, visitorKeys: VisitorKeys): TSESTree.Expression[] | undefined {
  if (node.generator) return undefined;
  if (node.body.type !== "BlockStatement") return [node.body];
  const returned: TSESTree.Expression[] = [];
  walk(node.body, visitorKeys, (at) => {
    if (at.type === "ReturnStatement" && at.argument !== null) returned.push(at.argument);
    return !isFunction(at);
  });
  return returned.length > MAXIMUM ? undefined : returned;
}
