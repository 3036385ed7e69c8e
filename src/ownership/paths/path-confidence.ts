/** How sure it is that a path on which a release is missed is a mistake, and can be taken. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Step } from "../../flow/graph.ts";
import { lastStatementOf } from "../../syntax/arms.ts";
import { calleeName, isFunction, isWithin, receiverOf, unwrap } from "../../syntax/tree.ts";
import { isKnownFailure, isSureFailure } from "../../subjects/way/failures.ts";
import type { HeldPath } from "../../subjects/way/held-path.ts";

/**
 * A path is sure where the code itself leaves (`return`, `throw`), waits for something that can fail, or calls something
 * that fails by its name or by its body; a call inside a handler of an earlier failure is the failure of a failure.
 */
export function isSurePath(file: FileFacts, path: HeldPath): boolean {
  return path.leavesBy !== "overwritten" && failuresOf(path).every((step) => isSureFailure(file, step));
}

/** Whether each failure on the way is one that the code itself shows, or cannot be avoided. */
export function failsAsShown(file: FileFacts, path: HeldPath): boolean {
  const avoidable = { ...path, edges: path.edges.filter((edge) => !path.forced.has(edge)) };
  return failuresOf(avoidable).every((step) => isKnownFailure(file, step));
}

/** The steps whose exceptions a path follows. */
export function failuresOf({ edges }: HeldPath): readonly Step[] {
  return edges.filter((edge) => edge.kind === "exception").flatMap((edge) => edge.from.steps.at(-1) ?? []);
}

/** Whether each failure on the way is one of a method of the handle itself: `database.prepare(text)`. */
export function failsAtHandle(path: HeldPath, variable: string): boolean {
  return failuresOf(path).every(({ node }) => (node.type === "AwaitExpression" ? isCallOn(node.argument, variable) : isCallOn(node, variable) && !reportsByEvent(node)));
}

/** Setters of sockets and requests, and what writes to a stream: an error of theirs is an event, not an exception. */
const REPORTING_BY_EVENT = /^(?:set(?:Encoding|KeepAlive|NoDelay|Timeout|Header)|write|end|pipe|pause|resume|ref|unref)$/;

function reportsByEvent(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && REPORTING_BY_EVENT.test(calleeName(node) ?? "");
}

/** Whether an expression is `handle.open()`, `handle.parts.first.open()` or `handle.ready`. */
export function isCallOn(expression: TSESTree.Node, variable: string): boolean {
  let at: TSESTree.Node | undefined = unwrap(expression);
  while (at?.type === "CallExpression" || at?.type === "MemberExpression") at = at.type === "CallExpression" ? receiverOf(at) : unwrap(at.object);
  return at?.type === "Identifier" && at.name === variable;
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

/** Whether each release stands in the other branch of a test that the acquisition stands under: one state puts on, the other takes off. */
export function areOfOtherState(acquisition: TSESTree.Node, releases: readonly TSESTree.Node[]): boolean {
  return releases.every((release) => {
    for (let at: TSESTree.Node = acquisition; at.parent != null && !isFunction(at); at = at.parent) {
      const { parent } = at;
      if (parent.type !== "IfStatement" && parent.type !== "ConditionalExpression") continue;
      const other = parent.consequent === at ? parent.alternate : parent.alternate === at ? parent.consequent : null;
      if (other !== null && isWithin(release, other)) return true;
    }
    return false;
  });
}

/** Whether nothing fails on a path that goes around a release with a condition: what the condition asks is who is to release. */
export function onlySkipsRelease(path: HeldPath, releases: readonly TSESTree.Node[]): boolean {
  return failuresOf(path).length === 0 && path.leavesBy !== "overwritten" && skipsGuardedRelease(path, releases);
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
  const last = lastStatementOf(branch);
  return last !== undefined && ["ReturnStatement", "ThrowStatement", "BreakStatement", "ContinueStatement"].includes(last.type);
}
