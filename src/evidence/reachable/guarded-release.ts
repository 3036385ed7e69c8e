import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldWay } from "../../candidates/held-way.ts";
import { failuresOf } from "../../subjects/way/failures.ts";
import type { HeldPath } from "../../subjects/way/held-path.ts";
import { lastStatementOf } from "../../syntax/arms.ts";
import { isFunction, isWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const guardedRelease: Evidence<HeldWay, "only" | "also" | "no"> = {
  id: "reachable/guarded-release",
  asks: "Does the way go around a release under a condition, `if (created) release()`, which may be what says who owns it?",
  levels: {
    only: ["the way only goes around a release with a condition, which may say who owns it", "no leak"],
    also: ["the way goes around a release with a condition, among others", "open"],
    no: ["no condition of a release turns it away", "leak"],
  },
  ask: (_file, { way, releases }) => ({ level: onlySkipsRelease(way, releases) ? "only" : skipsGuardedRelease(way, releases) ? "also" : "no", basis: "shown" }),
};

/** Whether the path goes around a release that stands under a condition of its own, and lets the function go on. */
export function skipsGuardedRelease(path: HeldPath, releases: readonly TSESTree.Node[]): boolean {
  const guards = releases.flatMap(guardsOf);
  return path.edges.some(({ condition }) => condition !== undefined && guards.some((guard) => isWithin(condition, guard)));
}

/** Whether nothing fails on such a path: what the condition asks is who is to release. */
export function onlySkipsRelease(path: HeldPath, releases: readonly TSESTree.Node[]): boolean {
  return failuresOf(path).length === 0 && path.leavesBy !== "overwritten" && skipsGuardedRelease(path, releases);
}

/** The tests a release stands under, those whose branch leaves the function left out: there the release belongs to that exit. */
function guardsOf(release: TSESTree.Node): TSESTree.Node[] {
  const guards: TSESTree.Node[] = [];
  for (let at: TSESTree.Node = release; at.parent != null && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type === "IfStatement" && parent.test !== at && !leavesBranch(at)) guards.push(parent.test);
    if (parent.type === "LogicalExpression" && parent.right === at) guards.push(parent.left);
    if (parent.type === "ConditionalExpression" && parent.test !== at) guards.push(parent.test);
  }
  return guards;
}

function leavesBranch(branch: TSESTree.Node): boolean {
  const last = lastStatementOf(branch);
  return last !== undefined && ["ReturnStatement", "ThrowStatement", "BreakStatement", "ContinueStatement"].includes(last.type);
}
