/** Callbacks that release on some of their ways only: `if (error) { clearTimeout(timer); return done(error); } done(null, answer);`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, findWithin, isFunction, isWithin, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Settler } from "./settlers.ts";
import type { Wait } from "./waits.ts";

const MAXIMUM_DEPTH = 4;

/** Answers whether a settler, one of whose branches releases, has another that settles the wait without a release before or after it. */
export function forgetsOnBranch(file: FileFacts, { node, functions }: Settler, releases: readonly TSESTree.Node[], { settling }: Wait): boolean {
  if (!isFunction(node)) return false;
  const releasing = releasingFunctions(file, functions, releases);
  const settles = (call: CallNode): boolean => {
    const callee = unwrap(call.callee);
    return callee.type === "Identifier" && settling.has(file.variables.variableOf(callee));
  };
  const forgets = (host: FunctionNode, isReleased: boolean, depth: number): boolean => file.calls.directlyIn(host).some((call) => {
    const isCovered = isReleased || isReleasedBeside(file, host, call, releases, releasing);
    if (isCovered) return false;
    if (settles(call)) return true;
    const called = call.type === "CallExpression" ? file.functions.calledFunction(call) : undefined;
    return called !== undefined && called !== host && functions.has(called) && depth < MAXIMUM_DEPTH && forgets(called, false, depth + 1);
  });
  return forgets(node, false, 0);
}

/** The functions of the settler that release whenever they run. */
function releasingFunctions(file: FileFacts, functions: ReadonlySet<FunctionNode>, releases: readonly TSESTree.Node[]): ReadonlySet<FunctionNode> {
  const releasing = new Set<FunctionNode>();
  for (let round = 0; round < MAXIMUM_DEPTH; round++) {
    for (const host of functions) if (sitesIn(file, host, releases, releasing).some((site) => standsAt(file, site, host.body, releases))) releasing.add(host);
  }
  return releasing;
}

/** The releases that a function makes, and its calls of functions that release. */
function sitesIn(file: FileFacts, host: FunctionNode, releases: readonly TSESTree.Node[], releasing: ReadonlySet<FunctionNode>): readonly TSESTree.Node[] {
  const calls = file.calls.directlyIn(host).filter((call) => {
    const called = call.type === "CallExpression" ? file.functions.calledFunction(call) : undefined;
    return called !== undefined && releasing.has(called);
  });
  return [...releases.filter((release) => enclosingFunction(release) === host), ...calls];
}

/** Whether a release stands on the way of a call: in a list of statements around it. */
function isReleasedBeside(file: FileFacts, host: FunctionNode, call: TSESTree.Node, releases: readonly TSESTree.Node[], releasing: ReadonlySet<FunctionNode>): boolean {
  return sitesIn(file, host, releases, releasing).some((site) => {
    for (let at: TSESTree.Node | undefined = call; at !== undefined && at !== host; at = at.parent ?? undefined) if (standsAt(file, site, at, releases)) return true;
    return isWithin(site, call) || standsAt(file, site, host.body, releases);
  });
}

/** Whether a site runs whenever a block does: no branch is between the two, save the question whether there is anything to release. */
function standsAt(file: FileFacts, site: TSESTree.Node, block: TSESTree.Node, releases: readonly TSESTree.Node[]): boolean {
  if (!isWithin(site, block)) return false;
  let at: TSESTree.Node = site;
  for (; at.parent != null && at !== block; at = at.parent) {
    const { parent } = at;
    const isChoice = (parent.type === "IfStatement" && parent.test !== at) || (parent.type === "ConditionalExpression" && parent.test !== at) || (parent.type === "LogicalExpression" && parent.right === at) || parent.type === "SwitchCase" || parent.type === "CatchClause";
    if (isChoice && !asksForHandle(file, parent, releases)) return false;
    if (isFunction(parent) && parent.body === at && parent.body !== block) return false;
  }
  return true;
}

/** `if (timer) clearTimeout(timer)`: the question is asked of what is released. */
function asksForHandle(file: FileFacts, choice: TSESTree.Node, releases: readonly TSESTree.Node[]): boolean {
  const test = choice.type === "IfStatement" || choice.type === "ConditionalExpression" ? choice.test : choice.type === "LogicalExpression" ? choice.left : undefined;
  if (test === undefined) return false;
  const handles = new Set(releases.flatMap((release) => (release.type === "CallExpression" ? [...release.arguments, release.callee] : [])).map((node) => file.places.placeOf(node)?.key));
  return findWithin(test, file.visitorKeys, (node) => (node.type === "Identifier" || node.type === "MemberExpression") && handles.has(file.places.placeOf(node)?.key)) !== undefined;
}
