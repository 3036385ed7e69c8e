/** Functions that are made again between addition and removal: the local of a function that is called once to add and once more to remove. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { functionOf } from "../../facts/variables.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { enclosingFunction, isFunction, isWithin, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { isEffect } from "../owner/closure-ends.ts";
import { freshnessOf } from "./listener-identity.ts";

/**
 * Whether the removal can only come in a later call than the addition, and finds a function there that this call made:
 * both stand in the function that makes the listener, or in an effect of it, the removal first or in the other branch.
 */
export function isMadeAgainBetween(file: FileFacts, added: TSESTree.Node, removed: TSESTree.Node, listener: TSESTree.Node): boolean {
  const maker = makerOf(file, listener);
  const around = enclosingFunction(added);
  if (maker === undefined || around === undefined || enclosingFunction(removed) !== around) return false;
  // An effect runs again only after the component around it has run again.
  if (around !== maker && !(isEffect(around) && enclosingFunction(around) === maker)) return false;
  if (isInLoop(added) || isInLoop(removed)) return false;
  return removed.range[0] < added.range[0] || areInOtherBranches(added, removed);
}

/** The function whose every call makes the listener anew; undefined where it is not a local function. */
function makerOf(file: FileFacts, listener: TSESTree.Node): FunctionNode | undefined {
  const node = unwrap(listener);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined || variable.defs.length !== 1) return undefined;
  if (variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return undefined;
  const value = definition.type === "FunctionName" ? definition.node : definition.type === "Variable" ? definition.node.init : null;
  const isMade = value != null && (isFunction(value) || freshnessOf(file, value) !== undefined);
  return isMade ? functionOf(variable) : undefined;
}

function areInOtherBranches(one: TSESTree.Node, other: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | null | undefined = one.parent; at != null && !isFunction(at); at = at.parent) {
    if (at.type !== "IfStatement" && at.type !== "ConditionalExpression") continue;
    const { consequent, alternate } = at;
    if (alternate !== null && [[one, other], [other, one]].some(([first, second]) => isBelow(first, consequent) && isBelow(second, alternate))) return true;
    // `if (on) { add(); return; } remove();`
    if (isBelow(one, consequent) && leavesFunction(consequent) && other.range[0] > at.range[1]) return true;
  }
  return false;
}

function isBelow(inner: TSESTree.Node | undefined, outer: TSESTree.Node): boolean {
  return inner !== undefined && isWithin(inner, outer);
}
