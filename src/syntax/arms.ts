/** Which code an `if` runs instead of other code. */
import type { TSESTree } from "@typescript-eslint/utils";

import { enclosingFunction, isFunction, isWithin } from "./tree.ts";

/** Answers whether one run of the function around `one` takes either the one or the other, by an `if` between them. */
export function areAlternatives(one: TSESTree.Node, other: TSESTree.Node): boolean {
  return excludes(one, other) || excludes(other, one);
}

function excludes(one: TSESTree.Node, other: TSESTree.Node): boolean {
  for (let at = one; at.parent != null; at = at.parent) {
    const { parent } = at;
    if (isFunction(parent) && isWithin(other, parent)) return false;
    if (parent.type !== "IfStatement" || parent.test === at) continue;
    if (parent.consequent === at && parent.alternate !== null && isWithin(other, parent.alternate)) return true;
    const comesAfter = other.range[0] >= parent.range[1] && isWithinFunctionOf(other, parent);
    if (comesAfter && leavesFunction(at)) return true;
  }
  return false;
}

function isWithinFunctionOf(node: TSESTree.Node, statement: TSESTree.Node): boolean {
  const owner = enclosingFunction(statement);
  return owner === undefined || isWithin(node, owner);
}

/** The statement a branch ends with, in a block or without one. */
export function lastStatementOf(branch: TSESTree.Node): TSESTree.Node | undefined {
  return branch.type === "BlockStatement" ? branch.body.at(-1) : branch;
}

/** Whether a branch ends by leaving the function. */
export function leavesFunction(branch: TSESTree.Node): boolean {
  const last = lastStatementOf(branch);
  return last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
}

/** Whether a node stands in the condition of a branch or loop. */
export function isInTest(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node = node; at.parent != null; at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if ((parent.type === "IfStatement" || parent.type === "WhileStatement" || parent.type === "ConditionalExpression") && isWithin(node, parent.test)) return true;
    if (parent.type === "LogicalExpression" && parent.left === at) return true;
    if (parent.type.endsWith("Statement") || parent.type.includes("Function")) return false;
  }
  return false;
}
