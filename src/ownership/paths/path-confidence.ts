/** How sure it is that a path on which a release is missed is a mistake, and can be taken. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, isFunction, isInHandler, isWithin, unwrap, walk, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { HeldPath } from "./held-path.ts";

/** Names of calls whose failure is part of their job; any other call can throw as well, but who reads that calls it noise. */
const FAILING = /Sync$|^(?:parse|validate|assert|check|ensure|verify|require|decode|decrypt|deserialize|compile|exec|execute|query|run|read|write|load|send|open|connect|must|expect|throwIf)/;

/**
 * A path is sure where the code itself leaves (`return`, `throw`), waits for something that can fail, or calls something
 * that fails by its name or by its body; a call inside a handler of an earlier failure is the failure of a failure.
 */
export function isSurePath(file: FileFacts, path: HeldPath): boolean {
  const failures = path.edges.filter((edge) => edge.kind === "exception").flatMap((edge) => edge.from.steps.at(-1) ?? []);
  if (path.leavesBy === "overwritten") return false;
  return failures.every((step) => step.action === "throw" || isSureFailure(file, step.node));
}

function isSureFailure(file: FileFacts, node: TSESTree.Node): boolean {
  if (node.type === "AwaitExpression" || node.type === "ThrowStatement") return true;
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  if (node.parent.type === "AwaitExpression") return true;
  if (isInHandler(node)) return false;
  if (isGivenCallback(file, node)) return true;
  const callee = file.functions.calledFunction(node);
  return FAILING.test(calleeName(node) ?? "") || (callee !== undefined && throwsItself(file, callee));
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

/**
 * Whether the path only goes around a release that stands under a condition of its own (`if (created) release()`) and
 * lets the function go on: the condition may be what says who owns it.
 */
export function skipsGuardedRelease(path: HeldPath, releases: readonly TSESTree.Node[]): boolean {
  const guards = releases.flatMap(guardsOf);
  return path.edges.some((edge) => {
    const { condition } = edge;
    return condition !== undefined && guards.some((guard) => isWithin(condition, guard));
  });
}

/** The tests a release stands under, those whose branch leaves the function left out: there the release belongs to that exit. */
function guardsOf(release: TSESTree.Node): TSESTree.Node[] {
  const guards: TSESTree.Node[] = [];
  for (let at: TSESTree.Node = release; at.parent != null && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type === "IfStatement" && parent.test !== at && !leaves(at)) guards.push(parent.test);
    if (parent.type === "LogicalExpression" && parent.right === at) guards.push(parent.left);
    if (parent.type === "ConditionalExpression" && parent.test !== at) guards.push(parent.test);
  }
  return guards;
}

function leaves(branch: TSESTree.Node): boolean {
  const last = branch.type === "BlockStatement" ? branch.body.at(-1) : branch;
  return last !== undefined && ["ReturnStatement", "ThrowStatement", "BreakStatement", "ContinueStatement"].includes(last.type);
}
