/** What settles a promise and is kept until its answer comes: a promise is settled once, so whatever keeps that is over with it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf, type Variable } from "../../facts/variables.ts";
import { isExecutor } from "../../syntax/executor.ts";
import { calleeName, enclosingFunction, findWithin, isFunction, isWithin, memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";

/** The function given to `new Promise` that a node stands in directly. */
export function executorAround(node: TSESTree.Node): FunctionNode | undefined {
  const host = enclosingFunction(node);
  return isExecutor(host) ? host : undefined;
}

/** Whether a value that is kept is or holds what settles a promise: `resolve`, `{ resolve, reject }`, and `waiting` of `const waiting = Promise.withResolvers()`. */
export function keepsSettler(file: FileFacts, value: TSESTree.Node, executor: TSESTree.Node | undefined): boolean {
  return findWithin(value, file.visitorKeys, (node) => {
    const definition = node.type === "Identifier" ? file.variables.variableOf(node)?.defs[0] : undefined;
    if (executor !== undefined && definition?.node === executor) return true;
    const init = definition?.type === "Variable" && definition.node.init !== null ? unwrap(definition.node.init) : undefined;
    return init?.type === "CallExpression" && calleeName(init) === "withResolvers";
  }) !== undefined;
}

/**
 * Finds what settles a promise that somebody waits for, in a value that a node keeps: a parameter of an executor around it, the
 * function that calls that, or an object that was made there and whose promise the same function gives or waits for. An object
 * with methods that settle something among other things has more uses than to be settled.
 */
export function settlerIn(file: FileFacts, value: TSESTree.Node, keeping: TSESTree.Node): TSESTree.Node | undefined {
  const node = whatBegan(file, value);
  if (isFunction(node)) return file.calls.directlyIn(node).map(({ callee }) => unwrap(callee)).find((callee) => isGivenToExecutor(file, callee, keeping));
  return piecesIn(node).find((part) => isGivenToExecutor(file, part, keeping) || isWaitedFor(file, part));
}

/** The executor whose promise a kept value settles, by what it is or holds. */
export function executorOfSettler(file: FileFacts, value: TSESTree.Node, keeping: TSESTree.Node): FunctionNode | undefined {
  const settler = settlerIn(file, value, keeping);
  return settler === undefined ? undefined : executorBehind(file, settler);
}

/** The executor that an expression is a parameter of, or a variable that is given one: `new Promise((done) => { resolve = done; })`. */
export function executorBehind(file: FileFacts, node: TSESTree.Node): FunctionNode | undefined {
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined) return undefined;
  return executorOfParameter(variable) ?? variable.references.map(({ writeExpr }) => {
    const given = writeExpr == null ? undefined : file.variables.variableOf(unwrap(writeExpr));
    return given === undefined ? undefined : executorOfParameter(given);
  }).find((executor) => executor !== undefined);
}

function executorOfParameter({ defs: [definition] }: Variable): FunctionNode | undefined {
  return definition?.type === "Parameter" && definition.name.type === "Identifier" && isExecutor(definition.node) ? definition.node : undefined;
}

/** What a variable began as, where a call of its function makes it; else the expression itself. */
function whatBegan(file: FileFacts, value: TSESTree.Node): TSESTree.Node {
  const node = unwrap(value);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const init = variable === undefined || handsOutPromise(variable) ? undefined : initializerOf(variable);
  return init === undefined || enclosingFunction(init) === undefined ? node : unwrap(init);
}

/** The expression itself, and the values that an object, an array or a new object is made of. */
function piecesIn(node: TSESTree.Node): readonly TSESTree.Node[] {
  if (node.type === "ObjectExpression") return node.properties.flatMap((property) => (property.type === "Property" ? [unwrap(property.value)] : []));
  if (node.type === "ArrayExpression") return node.elements.flatMap((element) => (element === null ? [] : [unwrap(element)]));
  return node.type === "NewExpression" ? node.arguments.map(unwrap) : [node];
}

function isWaitedFor(file: FileFacts, node: TSESTree.Node): boolean {
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  return variable !== undefined && handsOutPromise(variable);
}

/** `resolve` of `new Promise((resolve) => { … })`, inside of that, or beside it by way of a variable of the same function. */
function isGivenToExecutor(file: FileFacts, node: TSESTree.Node, keeping: TSESTree.Node): boolean {
  const executor = executorBehind(file, node);
  return executor !== undefined && (isWithin(keeping, executor) || enclosingFunction(executor) === enclosingFunction(keeping));
}

/** `const answer = new Deferred(); … return answer.promise;`: who keeps it settles what somebody else waits for. */
function handsOutPromise(variable: Variable): boolean {
  const made = initializerOf(variable);
  if ((made?.type !== "NewExpression" && made?.type !== "CallExpression") || enclosingFunction(made) === undefined) return false;
  return variable.references.some(({ identifier }) => {
    const member = identifier.parent;
    if (member.type !== "MemberExpression" || member.object !== identifier || memberName(member) !== "promise") return false;
    const use = member.parent.type === "TSNonNullExpression" ? member.parent.parent : member.parent;
    return use.type === "ReturnStatement" || use.type === "AwaitExpression";
  });
}
