/** Which steps of a path are known to fail, and which failures are the last to blame. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingInFinalizer } from "../../catalogue/words/ending-calls.ts";
import { methodsFailingByEvent, methodsRunningAtOnce } from "../../catalogue/words/handle-calls.ts";
import { isFailingByName } from "../../facts/failing-names.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isParameter } from "../../facts/variables.ts";
import { neverRejects } from "../../facts/sure-promises.ts";
import type { Edge, Step } from "../../flow/graph.ts";
import { calleeName, isFunction, isInFinalizer, isInHandler, receiverOf, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";

/** Whether a step that can throw is known to: it waits for something, throws, or calls what fails by its name or by its body. */
export function isKnownFailure(file: FileFacts, step: Step): boolean {
  return isDirectFailure(file, step) || failsWithin(file, step.node, 0);
}

/** The same where nothing but the step itself and the own throws of what it calls need to be looked at. */
function isDirectFailure(file: FileFacts, { action, node }: Pick<Step, "action" | "node">): boolean {
  if (action === "throw" || node.type === "ThrowStatement") return true;
  if (node.type === "AwaitExpression") return !neverRejects(file, node.argument);
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  if (node.parent.type === "AwaitExpression") return !neverRejects(file, node);
  // A call of a parameter runs the caller's code, of which nothing is known.
  if (isParameter(file.variables, unwrap(node.callee))) return true;
  const callee = file.functions.calledFunction(node);
  return isFailingByName(node) || (callee !== undefined && throwsItself(file, callee));
}

/** The direct failures, but for calls inside a handler: those are the failure of a failure. */
export function isSureFailure(file: FileFacts, step: Step): boolean {
  const { node } = step;
  const isPlainCall = (node.type === "CallExpression" || node.type === "NewExpression") && node.parent.type !== "AwaitExpression";
  return isDirectFailure(file, step) && !(isPlainCall && step.action !== "throw" && isInHandler(node)) && !isEndInFinalizer(node);
}

/** `finally { await other.destroy(); }`: an end that fails while everything ends is no failure that anybody plans for. */
function isEndInFinalizer(node: TSESTree.Node): boolean {
  const call = failingCall(node);
  return call.type === "CallExpression" && endingInFinalizer.test(calleeName(call) ?? "") && isInFinalizer(call);
}

/** What fails at a step, as the call that is waited for there. */
export function failingCall(node: TSESTree.Node): TSESTree.Node {
  return node.type === "AwaitExpression" ? unwrap(node.argument) : node;
}

/** How many functions deep a call is looked into for another that fails. */
const MAXIMUM_DEPTH = 3;

const failing = new WeakMap<FunctionNode, boolean>();

/** Whether a call runs a function of the file that throws or makes a failing call of its own, at no place where it catches what fails. */
function failsWithin(file: FileFacts, node: TSESTree.Node, depth: number): boolean {
  const callee = node.type === "CallExpression" && depth < MAXIMUM_DEPTH ? functionRunBy(file, node) : undefined;
  if (callee === undefined || callee.async || callee.generator) return false;
  const known = failing.get(callee);
  if (known !== undefined) return known;
  // A function that calls itself is asked once.
  failing.set(callee, false);
  let found = false;
  walk(callee.body, file.visitorKeys, (inner) => {
    if (inner.type === "ThrowStatement") found = true;
    if (inner.type === "CallExpression" || inner.type === "NewExpression") found ||= isDirectFailure(file, { action: "evaluate", node: inner }) || failsWithin(file, inner, depth + 1);
    return !found && !isFunction(inner) && inner.type !== "CatchClause" && !isCaughtBlock(file, inner);
  });
  failing.set(callee, found);
  return found;
}

/** The function that a call runs before it returns: the one it calls, or the callback of a method of lists. */
function functionRunBy(file: FileFacts, call: TSESTree.CallExpression): FunctionNode | undefined {
  const [callback] = methodsRunningAtOnce.has(calleeName(call) ?? "") ? call.arguments : [];
  return file.functions.calledFunction(call) ?? (callback === undefined ? undefined : file.functions.functionValueOf(callback));
}

/** The block of a `try` whose handler takes the failure in, and throws nothing itself. */
function isCaughtBlock(file: FileFacts, node: TSESTree.Node): boolean {
  return node.parent?.type === "TryStatement" && node.parent.block === node && node.parent.handler !== null && !throwsItself(file, node.parent.handler);
}

/** Whether a function of the file, or a handler, has a `throw` of its own that no `try` of its own catches. */
function throwsItself(file: FileFacts, { body }: FunctionNode | TSESTree.CatchClause): boolean {
  let found = false;
  walk(body, file.visitorKeys, (node) => {
    if (node.type === "ThrowStatement") found = true;
    return !found && !isFunction(node) && node.type !== "TryStatement";
  });
  return found;
}

/** The steps whose exceptions a path follows. */
export function failuresOf({ edges }: { readonly edges: readonly Edge[] }): readonly Step[] {
  return edges.filter((edge) => edge.kind === "exception").flatMap((edge) => edge.from.steps.at(-1) ?? []);
}

/** Whether each failure on the way is one of a method of the handle itself: `database.prepare(text)`. */
export function failsAtHandle(path: { readonly edges: readonly Edge[] }, variable: string): boolean {
  return failuresOf(path).every(({ node }) => (node.type === "AwaitExpression" ? isCallOn(node.argument, variable) : isCallOn(node, variable) && !reportsByEvent(node)));
}

/** What is waited for tells its failure by a rejection. */
function reportsByEvent(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && node.parent.type !== "AwaitExpression" && methodsFailingByEvent.test(calleeName(node) ?? "");
}

/** Whether an expression is `handle.open()`, `handle.parts.first.open()` or `handle.ready`. */
export function isCallOn(expression: TSESTree.Node, variable: string): boolean {
  let at: TSESTree.Node | undefined = unwrap(expression);
  while (at?.type === "CallExpression" || at?.type === "MemberExpression") at = at.type === "CallExpression" ? receiverOf(at) : unwrap(at.object);
  return at?.type === "Identifier" && at.name === variable;
}

/** A handler whose own calls fail: the failure of a failure. */
export function isFailureOfHandler(edge: Edge): boolean {
  const node = edge.kind === "exception" ? edge.from.steps.at(-1)?.node : undefined;
  return node !== undefined && node.type !== "AwaitExpression" && node.type !== "ThrowStatement" && isInHandler(node);
}

/** Whether an edge leaves by a failure that the code itself shows, or by no failure at all. */
export function isShownFailure(file: FileFacts, edge: Edge): boolean {
  if (edge.kind !== "exception") return true;
  const step = edge.from.steps.at(-1);
  return step === undefined || isDirectFailure(file, step);
}

/** The same, or by a failure inside of a function that the edge's step calls. */
export function isShownWithin(file: FileFacts, edge: Edge): boolean {
  const step = edge.kind === "exception" ? edge.from.steps.at(-1) : undefined;
  return isShownFailure(file, edge) || (step !== undefined && failsWithin(file, step.node, 0));
}
