/** Tests on a parameter that no call of the file gives: the flag of a teardown that nobody need pass. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Guard } from "../../syntax/guards.ts";
import { isTrue, knownValueOf, type Known } from "../../syntax/known-values.ts";
import { enclosingFunction, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";

/** Whether code under the test does not run as long as no call gives the parameters that the test reads. */
export function turnsAwayWhoeverCalls(file: FileFacts, { test, holds }: Guard): boolean {
  const host = enclosingFunction(test);
  if (host === undefined || holds === undefined) return false;
  return partsOf(test, holds ? "&&" : "||").some((part) => {
    const value = knownValueOf(part, (node) => (node.type === "Identifier" ? valueWhenLeftOut(file, host, node) : undefined));
    return value !== undefined && isTrue(value) !== holds;
  });
}

/** `a && b && c`: one that fails is enough. */
function partsOf(test: TSESTree.Node, operator: "&&" | "||"): readonly TSESTree.Node[] {
  const node = unwrap(test);
  return node.type === "LogicalExpression" && node.operator === operator ? [...partsOf(node.left, operator), ...partsOf(node.right, operator)] : [node];
}

/** The default of a parameter that nobody writes and no call gives. */
function valueWhenLeftOut(file: FileFacts, host: FunctionNode, name: TSESTree.Identifier): Known | undefined {
  const variable = file.variables.variableOf(name);
  const index = host.params.findIndex((parameter) => nameOfParameter(parameter) === variable?.defs[0]?.name);
  const parameter = host.params[index];
  if (variable === undefined || parameter === undefined || variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return undefined;
  const value = defaultOf(parameter);
  return value !== undefined && isNeverGiven(file, host, index) ? value : undefined;
}

function nameOfParameter(parameter: TSESTree.Parameter): TSESTree.Node {
  return parameter.type === "AssignmentPattern" ? parameter.left : parameter;
}

/** What a parameter is if it is left out; undefined where a caller has to give it. */
function defaultOf(parameter: TSESTree.Parameter): Known | undefined {
  if (parameter.type === "AssignmentPattern") return knownValueOf(parameter.right, () => undefined);
  return parameter.type === "Identifier" && parameter.optional ? { value: undefined } : undefined;
}

/** Whether all that the file does with the function is to call it without the argument; nobody else who knows its name may hand it on. */
function isNeverGiven(file: FileFacts, host: FunctionNode, index: number): boolean {
  const { name } = file.functions.factOf(host);
  return name !== undefined && [...file.mentions.membersNamed(name), ...referencesNamed(file, host)].every((use) => isDefinition(use) || isCallWithout(use, index));
}

function referencesNamed(file: FileFacts, host: FunctionNode): readonly TSESTree.Node[] {
  const id = host.type === "FunctionDeclaration" ? host.id : host.parent.type === "VariableDeclarator" ? host.parent.id : null;
  const variable = id === null ? undefined : file.variables.variableOf(id);
  return variable?.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier) ?? [];
}

/** `Connection.prototype.close = function …`, `export { close }`. */
function isDefinition(use: TSESTree.Node): boolean {
  const { parent } = use;
  return parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration" || (parent?.type === "AssignmentExpression" && parent.left === use);
}

function isCallWithout(use: TSESTree.Node, index: number): boolean {
  const callee = wrapped(use);
  const { parent } = callee;
  return parent?.type === "CallExpression" && parent.callee === callee && parent.arguments.length <= index && parent.arguments.every(({ type }) => type !== "SpreadElement");
}
