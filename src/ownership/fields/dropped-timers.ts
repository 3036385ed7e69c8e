/** One-shot timers whose handle is dropped although a teardown has to stop them. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, enclosingFunction, walk, type FunctionNode } from "../../syntax/tree.ts";
import type { FieldVerdict } from "./field-finding.ts";
import { fateOf } from "../../subjects/handle/handle-fate.ts";
import { lifeOf, type Life } from "../../subjects/owner/lifecycle.ts";
import { armsItselfAgain, callbackOf, isInTest, isOverSoon, looksBeforeActing, numberOf } from "./pending-work.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { isUnreferenced } from "../../subjects/resource/unreferenced.ts";

/** A fail-safe shorter than this, in milliseconds, is over before anybody waits for it. */
const LONG_DELAY = 1000;

/** Collects the timers whose handle nobody has and somebody needs. */
export function collectDroppedTimers(file: FileFacts, resources: readonly Resource[]): readonly FieldVerdict[] {
  return resources.flatMap((resource) => {
    if (!resource.pair.id.startsWith("timers/") || fateOf(file, resource).kind !== "discarded") return [];
    const verdict = judgeDroppedLoop(file, resource) ?? judgeFailSafe(file, resource);
    return verdict === undefined ? [] : [verdict];
  });
}

/** A dropped timer that arms itself again, in an object or factory that has an end. */
function judgeDroppedLoop(file: FileFacts, resource: Resource): FieldVerdict | undefined {
  const host = enclosingFunction(resource.acquisition);
  if (resource.pair.endsByItself !== true || host === undefined || isUnreferenced(file, resource.acquisition) || isOverSoon(file, resource) || !armsItselfAgain(file, resource)) return undefined;
  if (isInExecutor(resource.acquisition) || isCounted(file, resource)) return undefined;
  const direct = lifeAround(file, resource.acquisition);
  const life = direct ?? lifeThatReaches(file, host);
  if (life?.teardown === undefined || life.isOpaque || standsIn(resource.acquisition, life.reach)) return undefined;
  if (looksBeforeActing(file, resource, life.reach)) return undefined;
  const isSure = direct !== undefined && !isConditional(resource.acquisition) && life.teardown.rank === "final" && life.effort === "releases";
  return { reason: "dropped-loop", node: resource.acquisition, confidence: isSure ? "certain" : "likely", field: "", resource, teardown: life.teardown, other: undefined, hook: undefined };
}

/** `terminate() { setTimeout(() => this.destroy(), 30_000); }`: what ends sooner cannot call the fail-safe off. */
function judgeFailSafe(file: FileFacts, resource: Resource): FieldVerdict | undefined {
  const life = lifeAround(file, resource.acquisition);
  const delay = resource.acquisition.arguments[1];
  if (resource.pair.id !== "timers/timeout" || life?.teardown === undefined || delay === undefined || isOverSoon(file, resource)) return undefined;
  const host = enclosingFunction(resource.acquisition);
  if (host === undefined || teardownRankOf(file, file.functions.factOf(host).name) === undefined || isUnreferenced(file, resource.acquisition)) return undefined;
  const milliseconds = numberOf(file, delay);
  if (milliseconds === undefined || milliseconds < LONG_DELAY || !usesOwner(file, resource)) return undefined;
  return { reason: "dropped-loop", node: resource.acquisition, confidence: "likely", field: "", resource, teardown: life.teardown, other: undefined, hook: undefined };
}

/** A loop inside `new Promise(…)` ends when the promise settles. */
function isInExecutor(node: TSESTree.Node): boolean {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    if (at.parent.type === "NewExpression" && calleeName(at.parent) === "Promise") return true;
  }
  return false;
}

/** A retry that counts its attempts, or compares anything with a number, comes to an end. */
function isCounted(file: FileFacts, { acquisition }: Resource): boolean {
  const host = enclosingFunction(acquisition);
  let isFound = false;
  if (host !== undefined) walk(host, file.visitorKeys, (node) => {
    if (node.type === "BinaryExpression" && /^[<>]=?$/.test(node.operator) && isInTest(node)) isFound = true;
    return !isFound;
  });
  return isFound;
}

/** Whether the timer is armed in a branch, or after a way out of its function. */
function isConditional(node: TSESTree.Node): boolean {
  const host = enclosingFunction(node);
  for (let at: TSESTree.Node | undefined = node.parent; at !== undefined && at !== host; at = at.parent ?? undefined) {
    if (at.type === "IfStatement" || at.type === "ConditionalExpression" || at.type === "SwitchCase" || at.type === "LogicalExpression") return true;
  }
  return host?.body.type === "BlockStatement" && host.body.body.some((statement) => statement.type === "IfStatement" && statement.range[1] < node.range[0]);
}

/** Whether the callback keeps its object: it names `this`, or is bound to it. */
function usesOwner(file: FileFacts, resource: Resource): boolean {
  const callback = callbackOf(file, resource.acquisition);
  const bound = resource.acquisition.arguments[0];
  if (bound?.type === "CallExpression" && calleeName(bound) === "bind") return true;
  if (callback === undefined) return false;
  let isUsed = false;
  walk(callback, file.visitorKeys, (node) => {
    if (node.type === "ThisExpression") isUsed = true;
    return !isUsed;
  });
  return isUsed;
}

/** The life of the object or factory that a piece of code belongs to. */
function lifeAround(file: FileFacts, node: TSESTree.Node): Life | undefined {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const { owner, isStatic } = file.functions.factOf(at);
    if (owner !== undefined) return isStatic ? undefined : lifeOf(file, file.places.placeOfOwner(owner, false));
  }
  return undefined;
}

/** The life of the class one of whose methods runs the function: `poll(this)`. */
function lifeThatReaches(file: FileFacts, host: FunctionNode): Life | undefined {
  for (const fact of file.functions.all) {
    if (fact.owner === undefined || fact.isStatic || fact.role === "teardown" || !reachedFrom(file, [fact.node]).has(host)) continue;
    const life = lifeOf(file, file.places.placeOfOwner(fact.owner, false));
    if (life?.teardown !== undefined) return life;
  }
  return undefined;
}
