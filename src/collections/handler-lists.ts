/** Lists of handlers inside a collection, `handlers[event].push(handler)`, that a handler can enter and never leave. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf } from "../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, unwrap, walk, wrapped } from "../syntax/tree.ts";
import { insertFrequency } from "./insert-context.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { isHandlerName, isStartupName } from "../subjects/collection/name-evidence.ts";
import type { Operation } from "../subjects/collection/operations.ts";

const SHRINKING = new Set(["filter", "slice", "splice", "without", "reject", "omit", "difference", "pull"]);
const READING = new Set(["forEach", "map", "some", "every", "find", "has", "includes", "indexOf", "at", "push", "add", "set", "get", "unshift", "keys", "values", "entries", "reduce", "flatMap", "slice", "concat"]);

/** Finds the insert into an inner list, where no code of the file takes an element, a list or all lists out, or hands a list on. */
export function findHandlerList(file: FileFacts, { collection, operations }: KeptCollection): Operation | undefined {
  if (collection.kind !== "map" && collection.kind !== "record") return undefined;
  if (operations.some(({ kind }) => kind === "element-remove" || kind === "remove" || kind === "empty" || kind === "escape")) return undefined;
  const inserts = operations.filter(({ kind }) => kind === "insert");
  if (inserts.some(({ value }) => value === undefined || !makesList(file, value, 0))) return undefined;
  if (!operations.every((operation) => operation.kind !== "read" || staysInside(file, operation.node))) return undefined;
  return operations.find((operation) => operation.kind === "element-insert" && isHandler(file, operation) && isSubscribing(file, operation) && insertFrequency(file, collection, operation.node) === "often");
}

/** What is put in is a fresh list, or the one that was there. */
function makesList(file: FileFacts, value: TSESTree.Node, depth: number): boolean {
  let isFresh = false;
  let shrinks = false;
  walk(value, file.visitorKeys, (node) => {
    if (isFunction(node)) return false;
    if (node.type === "CallExpression" && SHRINKING.has(calleeName(node) ?? "")) shrinks = true;
    if (node.type === "ArrayExpression" || (node.type === "NewExpression" && /^(?:Set|Map|Array)$/.test(calleeName(node) ?? ""))) isFresh = true;
    const variable = node.type === "Identifier" && depth < 3 ? file.variables.variableOf(node) : undefined;
    const init = variable === undefined ? undefined : initializerOf(variable);
    if (init !== undefined && makesList(file, init, depth + 1)) isFresh = true;
    return !shrinks;
  });
  return isFresh && !shrinks;
}

/** The parameter of a function, by its name or its declared type; the function itself where it is called here. */
function isHandler(file: FileFacts, { key }: Operation): boolean {
  const node = key === undefined ? undefined : unwrap(key);
  const variable = node?.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable?.defs[0]?.type !== "Parameter") return false;
  return isHandlerName(variable.name);
}

function isSubscribing(file: FileFacts, { node }: Operation): boolean {
  const around = enclosingFunction(node);
  return around !== undefined && !isStartupName(file.functions.factOf(around).name ?? "");
}

/** Whether what is read of the collection is only walked, called, tested or grown, directly or through one variable. */
function staysInside(file: FileFacts, read: TSESTree.Node): boolean {
  const node = outermost(read);
  const parent = node.parent;
  if (parent?.type === "VariableDeclarator" && parent.init === node) {
    const variable = parent.id.type === "Identifier" ? file.variables.variableOf(parent.id) : undefined;
    return variable?.references.every(({ identifier, init }) => init === true || isTame(identifier) || isPutIn(identifier)) === true;
  }
  return isTame(node);
}

/** Steps out of `?? []`, type assertions, and the call or member that gives the list. */
function outermost(read: TSESTree.Node): TSESTree.Node {
  const node = wrapped(read);
  const parent = node.parent;
  return parent?.type === "LogicalExpression" && parent.operator !== "&&" ? outermost(parent) : node;
}

function isTame(expression: TSESTree.Node): boolean {
  const node = outermost(expression);
  const parent = node.parent;
  switch (parent?.type) {
    case "MemberExpression": {
      const outer = wrapped(parent).parent;
      const isCalled = outer?.type === "CallExpression" && outer.callee === wrapped(parent);
      return parent.object === node && (!isCalled || READING.has(calleeName(outer) ?? ""));
    }
    case "ForOfStatement":
    case "ForInStatement":
      return parent.right === node;
    case "SpreadElement":
    case "IfStatement":
    case "UnaryExpression":
    case "BinaryExpression":
    case "ExpressionStatement":
    case "LogicalExpression":
      return true;
    case "ConditionalExpression":
      return parent.test === node;
    case "AssignmentExpression":
      return parent.left === node;
    default:
      return false;
  }
}

/** `lists.set(event, list)` and `lists[event] = list`. */
function isPutIn(identifier: TSESTree.Node): boolean {
  const node = wrapped(identifier);
  const parent = node.parent;
  if (parent?.type === "AssignmentExpression") return parent.right === node && parent.left.type === "MemberExpression";
  return parent?.type === "CallExpression" && parent.arguments[1] === node && calleeName(parent) === "set";
}
