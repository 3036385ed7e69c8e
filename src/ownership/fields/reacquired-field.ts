/** Whether a method that can run again fills a field that may still hold what an earlier run acquired. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { calleeName, enclosingFunction, isWithin, type FunctionNode } from "../../syntax/tree.ts";
import type { FieldFinding } from "./field-finding.ts";
import { collectFieldUses, type FieldUse } from "../../subjects/handle/field-uses.ts";
import type { FieldResource } from "../../subjects/handle/fields.ts";
import { lifeOf } from "../../subjects/owner/lifecycle.ts";
import { isHandedOn, isOwnedByOther } from "./other-holders.ts";
import { armsItselfAgain, isInTest, isOverSoon } from "./pending-work.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";

/** Hooks that a framework calls once in a life, or in pairs with the hook that ends it. */
const PAIRED_HOOK = /^(?:constructor|_?init\w*|setup|created|mounted|before\w+|did\w+|on(?:Init|Add|Load|Enter|Mount|Module\w+|Application\w+|Attach)|onload|addedTo\w*|componentDidMount|connectedCallback|hostConnected|ng\w+|firstUpdated|activate|ready|bootstrap|main)$/;

/** Answers where the release of the earlier one is missing; undefined where a second run is not to be expected, or looks first. */
export function judgeReacquired(file: FileFacts, field: FieldResource): FieldFinding | undefined {
  const { resource, place, store } = field;
  if (store.type !== "AssignmentExpression" || store.operator !== "=" || resource.pair.heldBy !== "process") return undefined;
  const life = lifeOf(file, place);
  const host = methodAround(file, store);
  if (life?.kind !== "instance" || host === undefined) return undefined;
  if (resource.pair.endsByItself === true && (armsItselfAgain(file, resource) || isOverSoon(file, resource))) return undefined;
  if (isOwnedByOther(file, field, life) || isHandedOn(store)) return undefined;
  const all = collectFieldUses(file, place, resource);
  const uses = all.filter((use) => use.isExact);
  const release = uses.find((use) => use.kind === "release") ?? all.find((use) => use.kind === "release");
  if (release === undefined || uses.some((use) => use.kind === "escape" || use.kind === "register")) return undefined;
  if (looksAtField(file, uses, host, store) || isGuarded(file, host, store) || !isCalledAgain(file, uses, host)) return undefined;
  return { reason: "acquired-again", confidence: "likely", teardown: undefined, other: release.node, hook: undefined };
}

/** The method the store stands in; undefined for constructors, hooks that run once, and initialisers. */
function methodAround(file: FileFacts, store: TSESTree.Node): FunctionNode | undefined {
  let host = enclosingFunction(store);
  if (host?.parent.type === "NewExpression" && calleeName(host.parent) === "Promise") host = enclosingFunction(host);
  if (host === undefined) return undefined;
  const { role, name, isStatic } = file.functions.factOf(host);
  const isMember = role === "method" || role === "setup" || role === "teardown";
  return isMember && !isStatic && !PAIRED_HOOK.test(name?.replace(/^[_#]+/, "") ?? "") ? host : undefined;
}

/** Whether the method, or what it calls before the store, releases or tests the field. */
function looksAtField(file: FileFacts, uses: readonly FieldUse[], host: FunctionNode, store: TSESTree.Node): boolean {
  const before = file.nodes.calls.filter((call) => isWithin(call, host) && call.range[1] <= store.range[0] && !leavesAfter(call, store));
  const called = before.flatMap((call) => (file.functions.calledFunction(call) ?? []));
  const reached = reachedFrom(file, called);
  return uses.some((use) => standsIn(use.node, reached) || (isWithin(use.node, host) && use.node.range[1] < store.range[0]));
}

/** Whether the block of a call leaves the method, so that the store does not come after it. */
function leavesAfter(call: TSESTree.Node, store: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = call.parent; at !== undefined && !isWithin(store, at); at = at.parent ?? undefined) {
    if (at.type === "BlockStatement" && leavesFunction(at)) return true;
  }
  return false;
}

/** Whether the method leaves early on a flag that it sets itself: `if (this.running) return; this.running = true;`. */
function isGuarded(file: FileFacts, host: FunctionNode, store: TSESTree.Node): boolean {
  const written = file.nodes.assignments.filter((assignment) => isWithin(assignment, host) && assignment !== store);
  const flags = new Set(written.flatMap((assignment) => file.places.writtenPlaceOf(assignment.left)?.key ?? []));
  return file.nodes.members.some((member) => {
    const place = isWithin(member, host) && member.range[0] < store.range[0] ? file.places.placeOf(member) : undefined;
    return place !== undefined && flags.has(place.key) && isInTest(member);
  });
}

/** Whether the file shows that the method runs again: it is a teardown that callers repeat, it is called in a loop, or from several places. */
function isCalledAgain(file: FileFacts, uses: readonly FieldUse[], host: FunctionNode): boolean {
  if (teardownRankOf(file, file.functions.factOf(host).name) === "final") return true;
  const calls = file.nodes.calls.filter((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === host && calleeName(call) !== "bind");
  const free = calls.filter((call) => !isPrepared(file, uses, call));
  return free.some((call) => runsInLoop(file, uses, call)) || (calls.length > 1 && free.length === calls.length);
}

/** Whether a loop stands around the call, or around the only call of the method that it stands in. */
function runsInLoop(file: FileFacts, uses: readonly FieldUse[], call: TSESTree.Node, depth = 0): boolean {
  if (isInLoop(call) || isInIteration(call)) return true;
  const caller = enclosingFunction(call);
  if (caller === undefined || depth > 2) return false;
  const outer = file.nodes.calls.filter((one) => one.type === "CallExpression" && file.functions.calledFunction(one) === caller && calleeName(one) !== "bind");
  return outer.some((one) => !isPrepared(file, uses, one) && runsInLoop(file, uses, one, depth + 1));
}

/** Whether the caller releases or tests the field first, or leaves early, or runs only once. */
function isPrepared(file: FileFacts, uses: readonly FieldUse[], call: TSESTree.Node): boolean {
  const caller = enclosingFunction(call);
  if (caller === undefined) return true;
  if (looksAtField(file, uses, caller, call)) return true;
  return caller.body.type === "BlockStatement" && caller.body.body.some((statement) => statement.type === "IfStatement" && statement.range[1] <= call.range[0] && leavesFunction(statement.consequent));
}

/** `channels.forEach((channel) => this.render(channel))`. */
function isInIteration(call: TSESTree.Node): boolean {
  const iteration = enclosingFunction(call)?.parent;
  return iteration?.type === "CallExpression" && /^(?:forEach|map|flatMap|reduce|each)$/.test(calleeName(iteration) ?? "");
}
