/** Which steps of a path are known to fail, and which failures are the last to blame. */
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Edge, Step } from "../../flow/graph.ts";
import { calleeName, isFunction, isInHandler, unwrap, walk, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

/** Names of calls whose failure is part of their job; any other call can throw as well, but who reads that calls it noise. */
const FAILING = /Sync$|^(?:parse|validate|assert|check|ensure|verify|require|decode|decrypt|deserialize|compile|must|expect|throwIf)/;

/** Whether a step that can throw is known to: it waits for something, throws, or calls what fails by its name or by its body. */
export function isKnownFailure(file: FileFacts, { action, node }: Step): boolean {
  if (action === "throw" || node.type === "AwaitExpression" || node.type === "ThrowStatement") return true;
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  if (node.parent.type === "AwaitExpression") return true;
  if (isGivenCallback(file, node)) return true;
  const callee = file.functions.calledFunction(node);
  return FAILING.test(calleeName(node) ?? "") || (callee !== undefined && throwsItself(file, callee));
}

/** The same, but for calls inside a handler: those are the failure of a failure. */
export function isSureFailure(file: FileFacts, step: Step): boolean {
  const { node } = step;
  const isPlainCall = (node.type === "CallExpression" || node.type === "NewExpression") && node.parent.type !== "AwaitExpression";
  return isKnownFailure(file, step) && !(isPlainCall && step.action !== "throw" && isInHandler(node));
}

/** A call of a parameter runs the caller's code, of which nothing is known. */
function isGivenCallback(file: FileFacts, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  return callee.type === "Identifier" && file.variables.variableOf(callee)?.defs[0]?.type === "Parameter";
}

/** Whether a function of the file has a `throw` of its own that no `try` of its own catches. */
function throwsItself(file: FileFacts, callee: FunctionNode): boolean {
  let found = false;
  walk(callee.body, file.visitorKeys, (node) => {
    if (node.type === "ThrowStatement") found = true;
    return !found && !isFunction(node) && node.type !== "TryStatement";
  });
  return found;
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
  return step === undefined || isKnownFailure(file, step);
}
