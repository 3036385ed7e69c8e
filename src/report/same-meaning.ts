/** Whether an expression can be written again elsewhere. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { findThisOwner } from "../facts/this-owner.ts";
import { enclosingFunction, walk } from "../syntax/tree.ts";

/** Whether the expression, written at `site`, means what it means where it stands: the same variables, the same `this`. */
export function meansSame(file: FileFacts, expression: TSESTree.Node, site: TSESTree.Node): boolean {
  let isSame = true;
  walk(expression, file.visitorKeys, (node) => {
    if (node.type === "ThisExpression") isSame &&= isSameThis(file, node, site);
    if (node.type === "CallExpression" || node.type === "AwaitExpression") isSame = false;
    const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
    if (variable !== undefined) isSame &&= scopesAround(file, site).some((scope) => scope === variable.scope) && isFirstOfName(file, variable, site);
    return isSame;
  });
  return isSame;
}

function isSameThis(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): boolean {
  const [owner, otherOwner] = [findThisOwner(one, file.variables), findThisOwner(other, file.variables)];
  if (owner === undefined || otherOwner === undefined) return owner === otherOwner && enclosingFunction(one) === enclosingFunction(other);
  return owner.owner === otherOwner.owner && owner.isStatic === otherOwner.isStatic;
}

function scopesAround(file: FileFacts, site: TSESTree.Node): TSESLint.Scope.Scope[] {
  const scopes: TSESLint.Scope.Scope[] = [];
  for (let scope: TSESLint.Scope.Scope | null = file.sourceCode.getScope(site); scope !== null; scope = scope.upper) scopes.push(scope);
  return scopes;
}

function isFirstOfName(file: FileFacts, variable: TSESLint.Scope.Variable, site: TSESTree.Node): boolean {
  return scopesAround(file, site).map((scope) => scope.set.get(variable.name)).find((found) => found !== undefined) === variable;
}
