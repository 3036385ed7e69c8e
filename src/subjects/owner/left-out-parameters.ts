/** Tests on a parameter that a caller need not give: the flag of a teardown, and who gives it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { isTrue, knownValueOf, type Known } from "../../syntax/known-values.ts";
import { guardsOf, type Guard } from "../../syntax/guards.ts";
import { enclosingFunction, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";

/** A parameter that has to be given for a piece of code to run. */
export interface OptionalParameter {
  readonly host: FunctionNode;
  readonly index: number;
  readonly name: string;
  readonly test: TSESTree.Node;
}

/** The parameter of its function that a node waits for: left out, a test turns away from the node; undefined where there is none. */
export function parameterAwaitedBy(file: FileFacts, node: TSESTree.Node): OptionalParameter | undefined {
  const host = enclosingFunction(node);
  if (host === undefined || host.params.every((parameter) => valueWhenLeftOut(parameter) === undefined)) return undefined;
  for (const guard of guardsOf(node)) {
    const index = host.params.findIndex((parameter) => turnsAwayWithout(file, guard, parameter));
    const name = identifierOfParameter(host.params[index]);
    if (name !== undefined) return { host, index, name: name.name, test: guard.test };
  }
  return undefined;
}

function turnsAwayWithout(file: FileFacts, { test, holds }: Guard, parameter: TSESTree.Parameter): boolean {
  const known = holds === undefined ? undefined : valueWhenLeftOut(parameter);
  const name = identifierOfParameter(parameter);
  const variable = known === undefined || name === undefined ? undefined : file.variables.variableOf(name);
  if (variable === undefined || variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return false;
  return sidesThatDecide(test, holds === true ? "&&" : "||").some((part) => {
    const value = knownValueOf(part, (node) => (node.type === "Identifier" && file.variables.variableOf(node) === variable ? known : undefined));
    return value !== undefined && isTrue(value) !== holds && !isConstant(part);
  });
}

function identifierOfParameter(parameter: TSESTree.Parameter | undefined): TSESTree.Identifier | undefined {
  const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  return name?.type === "Identifier" ? name : undefined;
}

/** `a && b && c`: one that fails is enough. */
function sidesThatDecide(test: TSESTree.Node, operator: "&&" | "||"): readonly TSESTree.Node[] {
  const node = unwrap(test);
  return node.type === "LogicalExpression" && node.operator === operator ? [...sidesThatDecide(node.left, operator), ...sidesThatDecide(node.right, operator)] : [node];
}

/** `if (false)` reads no parameter. */
function isConstant(test: TSESTree.Node): boolean {
  return knownValueOf(test, () => undefined) !== undefined;
}

/** What a parameter is if it is left out; undefined where a caller has to give it. */
function valueWhenLeftOut(parameter: TSESTree.Parameter): Known | undefined {
  if (parameter.type === "AssignmentPattern") return knownValueOf(parameter.right, () => undefined);
  return parameter.type === "Identifier" && parameter.optional ? { value: undefined } : undefined;
}

/**
 * What the file shows of who gives it: a call does, or whoever is handed the function may (`given`); all calls leave it out
 * (`left-out`); the file does not call the function (`uncalled`).
 */
export function whoGives(file: FileFacts, { host, index }: OptionalParameter): "given" | "left-out" | "uncalled" {
  const { name } = file.functions.factOf(host);
  if (name === undefined || isRedefined(file, host, name)) return "given";
  const uses = [...file.mentions.membersNamed(name), ...referencesNamed(file, host)].filter((use) => !isDefinition(use));
  if (!uses.every((use) => isCallWithout(use, index))) return "given";
  return uses.length > 0 ? "left-out" : "uncalled";
}

/** Whether another function of the file has the name: which of them a call means may be unknown. */
function isRedefined(file: FileFacts, host: FunctionNode, name: string): boolean {
  return file.functions.all.some((fact) => fact.node !== host && fact.name === name && fact.node.params.length > 0);
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
