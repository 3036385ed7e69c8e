/** Whether what is awaited can only be fulfilled: nobody rejects it, or whoever made it has taken the rejection in. */
import type { TSESTree } from "@typescript-eslint/utils";

import { quietHandlers, waitingCalls } from "../catalogue/words/outcomes.ts";
import { calleeName, isFunction, isNothing, memberName, receiverOf, unwrap, walk, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import { isFailingByName } from "./failing-names.ts";
import type { FileFacts } from "./file-facts.ts";
import { initializerOf, isSingleAssignment } from "./variables.ts";

/** How many variables and functions are looked through; beyond them a promise may be rejected. */
const MAXIMUM_HOPS = 4;

/** Answers true only where the code shows that the promise, or the plain value, cannot make an `await` throw. */
export function neverRejects(file: FileFacts, expression: TSESTree.Node, hops = MAXIMUM_HOPS): boolean {
  const node = unwrap(expression);
  const ask = (part: TSESTree.Node): boolean => neverRejects(file, part, hops);
  switch (node.type) {
    case "Literal":
    case "TemplateLiteral":
    case "ObjectExpression":
    case "ArrayExpression":
      return true;
    case "ConditionalExpression":
      return ask(node.consequent) && ask(node.alternate);
    case "LogicalExpression":
      return ask(node.left) && ask(node.right);
    case "AwaitExpression":
      return ask(node.argument);
    case "Identifier":
      return isNothing(node) || isSureVariable(file, node, hops);
    case "NewExpression":
      return node.callee.type === "Identifier" && node.callee.name === "Promise" && isSureExecutor(file, node.arguments[0]);
    case "CallExpression":
      return isSureCall(file, node, hops);
    default:
      return false;
  }
}

function isSureVariable(file: FileFacts, node: TSESTree.Identifier, hops: number): boolean {
  const variable = hops > 0 ? file.variables.variableOf(node) : undefined;
  const value = variable !== undefined && isSingleAssignment(variable) ? initializerOf(variable) : undefined;
  return value !== undefined && value.type !== "AwaitExpression" && neverRejects(file, value, hops - 1);
}

/** An executor that does not take `reject`, or never names it, and has no `throw` of its own. */
function isSureExecutor(file: FileFacts, executor: TSESTree.Node | undefined): boolean {
  const body = executor === undefined ? undefined : unwrap(executor);
  if (!isFunction(body)) return false;
  const reject = body.params[1];
  const isUnused = reject === undefined || (reject.type === "Identifier" && file.variables.variableOf(reject)?.references.length === 0);
  return isUnused && isQuiet(file, body.body);
}

function isSureCall(file: FileFacts, call: TSESTree.CallExpression, hops: number): boolean {
  const method = call.callee.type === "MemberExpression" ? memberName(call.callee) : undefined;
  const receiver = receiverOf(call);
  if (method !== undefined && receiver !== undefined) {
    const isPromise = receiver.type === "Identifier" && receiver.name === "Promise";
    if (isPromise) return isSureCombination(file, method, call.arguments, hops);
    if (method === "catch") return isQuietHandler(file, call.arguments[0]);
    if (method === "then" && call.arguments.length > 1) return call.arguments.every((handler) => isQuietHandler(file, handler));
    if (method === "then" || method === "finally") return neverRejects(file, receiver, hops) && isQuietHandler(file, call.arguments[0]);
  }
  const callee = hops > 0 ? file.functions.calledFunction(call) : undefined;
  return callee === undefined ? waitingCalls.test(calleeName(call) ?? "") : isFulfilledOnly(file, callee, hops - 1);
}

function isSureCombination(file: FileFacts, method: string, given: CallNode["arguments"], hops: number): boolean {
  const [first] = given;
  if (method === "allSettled") return true;
  if (method === "resolve") return first === undefined || neverRejects(file, first, hops);
  if ((method !== "all" && method !== "race" && method !== "any") || first === undefined) return false;
  const list = unwrap(first);
  if (list.type === "ArrayExpression") return list.elements.every((element) => element !== null && element.type !== "SpreadElement" && neverRejects(file, element, hops));
  const mapped = list.type === "CallExpression" && calleeName(list) === "map" ? list.arguments[0] : undefined;
  const each = mapped === undefined ? undefined : file.functions.functionValueOf(mapped);
  return each !== undefined && hops > 0 && isFulfilledOnly(file, each, hops - 1);
}

/** A handler that takes the failure in: a function without a `throw`, or one that is named for doing nothing. */
function isQuietHandler(file: FileFacts, handler: TSESTree.Node | undefined): boolean {
  if (handler === undefined) return false;
  const value = file.functions.functionValueOf(handler);
  if (value !== undefined) return isQuiet(file, value.body);
  const named = unwrap(handler);
  const name = named.type === "Identifier" ? named.name : named.type === "MemberExpression" ? memberName(named) : undefined;
  return quietHandlers.test(name ?? "");
}

/** Whether it has neither a `throw` nor an `await` nor a rejection of its own. */
function isQuiet(file: FileFacts, part: TSESTree.Node): boolean {
  let isLoud = false;
  walk(part, file.visitorKeys, (node) => {
    if (node.type === "ThrowStatement" || node.type === "AwaitExpression" || isRejection(node)) isLoud = true;
    return !isLoud && !isFunction(node);
  });
  return !isLoud;
}

function isRejection(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && node.callee.type === "MemberExpression" && memberName(node.callee) === "reject";
}

/** Whether a function answers nothing but such promises, or is an `async` one that waits for nothing else outside of a `try` that takes failures in. */
export function isFulfilledOnly(file: FileFacts, callee: FunctionNode, hops = MAXIMUM_HOPS): boolean {
  if (callee.generator) return false;
  if (callee.body.type !== "BlockStatement") return neverRejects(file, callee.body, hops);
  let isLoud = false;
  let answers = 0;
  walk(callee.body, file.visitorKeys, (node) => {
    if (node.type === "ThrowStatement" || isRejection(node) || isFailingByName(node)) isLoud = true;
    if (node.type === "AwaitExpression" && !neverRejects(file, node.argument, hops)) isLoud = true;
    if (node.type === "ReturnStatement" && node.argument !== null) {
      answers += 1;
      if (!(callee.async && isPlain(node.argument)) && !neverRejects(file, node.argument, hops)) isLoud = true;
    }
    return !isLoud && !isFunction(node) && !isCaught(file, node);
  });
  return !isLoud && (callee.async || answers > 0);
}

/** A `try` whose handler and whose end are quiet. */
function isCaught(file: FileFacts, node: TSESTree.Node): boolean {
  if (node.type !== "TryStatement" || node.handler === null) return false;
  return isQuiet(file, node.handler.body) && (node.finalizer === null || isQuiet(file, node.finalizer));
}

/** What an `async` function gives without waiting for it. */
function isPlain(expression: TSESTree.Expression): boolean {
  const node = unwrap(expression) as TSESTree.Expression;
  if (node.type === "LogicalExpression") return isPlain(node.left) && isPlain(node.right);
  if (node.type === "ConditionalExpression") return isPlain(node.consequent) && isPlain(node.alternate);
  return ["Identifier", "MemberExpression", "UnaryExpression", "BinaryExpression", "Literal"].includes(node.type);
}
