/** Removals without effect: a smaller copy that nobody takes, and a search for a promise that was never stored. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { functionOf } from "../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, walk, wrapped, type FunctionNode } from "../syntax/tree.ts";
import { findCollection, type Collection } from "../subjects/collection/collection.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { StrandedEntry } from "./stranded-entry.ts";

const REMOVING_NAME = /^[_#]?(?:delete|remove|prune|evict|drop|purge|expire|discard|clean|clear|forget|exclude|without|unregister)/;
const COPYING = new Set(["slice", "filter", "map", "concat", "from", "keys", "values", "entries", "toSpliced", "toReversed", "toSorted"]);
const CHANGING = new Set(["splice", "pop", "shift", "push", "delete", "clear", "set", "add", "unshift"]);
const DERIVING = new Set(["then", "catch", "finally"]);

/** Collects statements that compute a list without an element and drop it. */
export function collectDroppedResults(file: FileFacts): StrandedEntry[] {
  const found: StrandedEntry[] = [];
  const report = (list: TSESTree.Node, node: TSESTree.Node): void => {
    const place = file.places.placeOf(list);
    const collection = place === undefined || !isKept(place) ? undefined : findCollection(file, place);
    if (collection?.kind === "array") found.push({ reason: "result-dropped", confidence: "certain", collection, node, other: node });
  };
  for (const call of file.calls.named("filter")) {
    const callback = call.arguments[0];
    const list = receiverOf(call);
    if (list !== undefined && isStatement(call) && callback !== undefined && isFunction(callback) && isPureTest(callback)) report(list, call);
  }
  for (const call of file.calls.named("splice")) {
    const copied = copiedBy(receiverOf(call));
    if (copied !== undefined && isStatement(call)) report(copied, call);
  }
  for (const fact of file.functions.all) {
    if (fact.name === undefined || !REMOVING_NAME.test(fact.name)) continue;
    const index = filteredParameter(file, fact.node);
    if (index === undefined) continue;
    for (const call of file.calls.named(fact.name)) {
      const list = call.arguments[index];
      if (list !== undefined && isStatement(call) && call.type === "CallExpression" && file.functions.calledFunction(call) === fact.node) report(list, call);
    }
  }
  return found;
}

function isStatement(call: TSESTree.Node): boolean {
  const outer = wrapped(call);
  return outer.parent?.type === "ExpressionStatement";
}

/** Whether a place outlives the call that names it. */
function isKept({ root, path }: Place): boolean {
  if (root.kind === "variable") return path.length === 0 && functionOf(root.variable) === undefined;
  return root.kind !== "global" && path.length > 0;
}

/** A test and nothing else: `(x) => x !== y`. A longer callback may be a loop in disguise. */
function isPureTest(callback: FunctionNode): boolean {
  const { body } = callback;
  if (body.type !== "BlockStatement") return ["BinaryExpression", "LogicalExpression", "UnaryExpression"].includes(unwrap(body).type);
  const [only] = body.body;
  return body.body.length === 1 && only?.type === "ReturnStatement" && only.argument !== null;
}

/** The list that `list.slice()`, `[...list]` or `Array.from(list)` copies. */
function copiedBy(receiver: TSESTree.Node | undefined): TSESTree.Node | undefined {
  if (receiver?.type === "ArrayExpression") {
    const [only] = receiver.elements;
    return receiver.elements.length === 1 && only?.type === "SpreadElement" ? only.argument : undefined;
  }
  if (receiver?.type !== "CallExpression" || !COPYING.has(calleeName(receiver) ?? "")) return undefined;
  const owner = receiverOf(receiver);
  return owner?.type === "Identifier" && (owner.name === "Array" || owner.name === "Object") ? receiver.arguments[0] : owner;
}

/** The parameter of which a function returns a filtered copy, if it changes none itself. */
function filteredParameter(file: FileFacts, { params, body, async: isAsync }: FunctionNode): number | undefined {
  if (isAsync || body.type !== "BlockStatement") return undefined;
  const last = body.body.at(-1);
  const returned = last?.type === "ReturnStatement" && last.argument !== null ? unwrap(last.argument) : undefined;
  if (returned?.type !== "CallExpression" || calleeName(returned) !== "filter") return undefined;
  const list = receiverOf(returned);
  const variable = list?.type === "Identifier" ? file.variables.variableOf(list) : undefined;
  const index = params.findIndex((parameter) => parameter.type === "Identifier" && variable !== undefined && file.variables.variableOf(parameter) === variable);
  const isChanged = variable?.references.some(({ identifier }) => {
    const { parent } = identifier;
    return parent.type === "MemberExpression" && parent.object === identifier && (CHANGING.has(memberName(parent) ?? "") || parent.parent.type === "AssignmentExpression");
  });
  return index === -1 || isChanged === true ? undefined : index;
}

/** Finds a list of promises, or of records with one, in which the removal looks for the promise that the stored one was derived from. */
export function findNeverStored(file: FileFacts, { collection, operations }: KeptCollection): StrandedEntry | undefined {
  const removals = operations.filter(({ kind }) => kind === "remove");
  const insert = operations.find(({ kind }) => kind === "insert");
  const [removal] = removals;
  if (removal === undefined || removals.length !== 1 || insert === undefined) return undefined;
  const callback = enclosingFunction(removal.node);
  const derived = callback?.parent;
  if (callback === undefined || derived?.type !== "CallExpression" || !DERIVING.has(calleeName(derived) ?? "")) return undefined;
  const source = receiverOf(derived);
  if (source === undefined || !isStored(file, derived, insert.value, collection)) return undefined;
  const isSearched = searchesFor(file, callback, removal.node, source, fieldOf(derived));
  return isSearched ? { reason: "never-stored", confidence: "certain", collection, node: insert.node, other: removal.node } : undefined;
}

/** Whether the derived promise is what was put in, or a field of it. */
function isStored(file: FileFacts, derived: TSESTree.CallExpression, value: TSESTree.Node | undefined, collection: Collection): boolean {
  if (value === undefined || collection.kind === "map") return false;
  if (unwrap(value) === derived) return true;
  const place = file.places.placeOf(value);
  const { parent } = wrapped(derived);
  if (place === undefined) return false;
  if (parent?.type === "VariableDeclarator") return file.places.placeOf(parent.id)?.key === place.key;
  return parent?.type === "AssignmentExpression" && parent.left.type === "MemberExpression" && file.places.placeOf(parent.left.object)?.key === place.key;
}

function fieldOf(derived: TSESTree.CallExpression): string | undefined {
  const { parent } = wrapped(derived);
  return parent?.type === "AssignmentExpression" && parent.left.type === "MemberExpression" ? memberName(parent.left) : undefined;
}

/** `x.promise === source`, `indexOf(source)` or `delete(source)` in the callback. */
function searchesFor(file: FileFacts, callback: FunctionNode, removal: TSESTree.Node, source: TSESTree.Node, field: string | undefined): boolean {
  const text = file.sourceCode.getText(source);
  let found = false;
  walk(callback.body, file.visitorKeys, (node) => {
    if (node.type === "CallExpression" && field === undefined) {
      const [first] = node.arguments;
      const isSearch = calleeName(node) === "indexOf" || (calleeName(node) === "delete" && isWithin(node, removal));
      if (isSearch && first !== undefined && file.sourceCode.getText(first) === text) found = true;
    }
    if (node.type === "BinaryExpression" && (node.operator === "===" || node.operator === "==") && field !== undefined) {
      const [left, right] = [unwrap(node.left), unwrap(node.right)];
      const isField = (side: TSESTree.Node): boolean => side.type === "MemberExpression" && memberName(side) === field && file.sourceCode.getText(side) !== text;
      if ((isField(left) && file.sourceCode.getText(right) === text) || (isField(right) && file.sourceCode.getText(left) === text)) found = true;
    }
    return !found;
  });
  return found;
}
