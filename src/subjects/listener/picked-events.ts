/** Listeners that pick out of what their target tells what is meant for the call that has put them there. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { findWithin, isFunction, isWithin, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

/**
 * Finds where a listener compares what it is told with a value of the call around it: `if (answer.id !== id) return`. Whatever
 * is told of several things is there for several calls.
 */
export function findPick(file: FileFacts, call: CallNode): TSESTree.Node | undefined {
  for (const argument of call.arguments) {
    const listener = file.functions.functionValueOf(argument);
    if (!isFunction(listener)) continue;
    const pick = findWithin(listener.body, file.visitorKeys, (node) => isPick(file, listener, node));
    if (pick !== undefined) return pick;
  }
  return undefined;
}

function isPick(file: FileFacts, listener: FunctionNode, node: TSESTree.Node): boolean {
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return false;
  const sides = [rootOf(file, node.left), rootOf(file, node.right)];
  return sides.some((side) => side !== undefined && isToldTo(side, listener)) && sides.some((side) => side !== undefined && isOfCallAround(side, listener));
}

/** The variable that a value is, or is a member or the result of a method of. */
function rootOf(file: FileFacts, expression: TSESTree.Node): Variable | undefined {
  let node = unwrap(expression);
  for (;;) {
    if (node.type === "MemberExpression") node = unwrap(node.object);
    else if (node.type === "CallExpression" && node.callee.type === "MemberExpression") node = unwrap(node.callee.object);
    else return file.variables.variableOf(node);
  }
}

/** What the listener is given, or makes of it. */
function isToldTo(variable: Variable, listener: FunctionNode): boolean {
  return functionOf(variable) === listener;
}

/** A variable of a function around the listener: each call of that one has its own. */
function isOfCallAround(variable: Variable, listener: FunctionNode): boolean {
  const owner = functionOf(variable);
  return owner !== undefined && owner !== listener && isWithin(listener, owner);
}
