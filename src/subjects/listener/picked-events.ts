/** Listeners that pick out of what their target tells what is meant for the call that has put them there. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { declaratorOf, functionOf, isSingleAssignment, type Variable } from "../../facts/variables.ts";
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
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  return isPickBetween(file, listener, left, right) || isPickBetween(file, listener, right, left);
}

/** What the listener is told on the one side; on the other a variable of the call, whole: a part of an object may be that object's own state. */
function isPickBetween(file: FileFacts, listener: FunctionNode, told: TSESTree.Node, own: TSESTree.Node): boolean {
  const [heard, wanted] = [variableBehind(file, told), own.type === "Identifier" ? file.variables.variableOf(own) : undefined];
  return heard !== undefined && wanted !== undefined && isToldTo(file, heard, listener, 0) && isSingleAssignment(wanted) && belongsToCallAround(wanted, listener);
}

/** The variable that a value is, or is a member or the result of a method of. */
function variableBehind(file: FileFacts, expression: TSESTree.Node): Variable | undefined {
  let node = unwrap(expression);
  for (;;) {
    if (node.type === "MemberExpression") node = unwrap(node.object);
    else if (node.type === "CallExpression" && node.callee.type === "MemberExpression") node = unwrap(node.callee.object);
    else return file.variables.variableOf(node);
  }
}

/** A parameter of the listener, or what it reads of one. */
function isToldTo(file: FileFacts, variable: Variable, listener: FunctionNode, depth: number): boolean {
  if (functionOf(variable) !== listener) return false;
  if (variable.defs[0]?.type === "Parameter") return true;
  const init = declaratorOf(variable)?.init;
  if (init == null || depth > 2) return false;
  const read = findWithin(init, file.visitorKeys, (node) => {
    const source = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
    return source !== undefined && source !== variable && isToldTo(file, source, listener, depth + 1);
  });
  return read !== undefined;
}

/** A variable of a function around the listener: each call of that one has its own. */
function belongsToCallAround(variable: Variable, listener: FunctionNode): boolean {
  const owner = functionOf(variable);
  return owner !== undefined && owner !== listener && isWithin(listener, owner);
}
