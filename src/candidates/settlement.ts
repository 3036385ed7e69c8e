/** Waits: what a function sets up until a promise settles, an answer comes or an attempt is over is to end then, whichever callback tells. */
import type { TSESTree } from "@typescript-eslint/utils";

import { eventRemovers } from "../catalogue/words/event-calls.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { optionNamed, optionsOf } from "../facts/options.ts";
import { compareTargets } from "../subjects/listener/listener-match.ts";
import { isOnAbort } from "../subjects/listener/listeners.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { attemptsOf, tellsOpening } from "../subjects/settler/attempts.ts";
import { forgetsOnBranch } from "../subjects/settler/forgetful-branch.ts";
import { isPutOn } from "../subjects/settler/ended-target.ts";
import { isReleasedByOthers, removalsElsewhere } from "../subjects/settler/other-hands.ts";
import { collectSettlers, releasesInWait, runsIn, type Settler } from "../subjects/settler/settlers.ts";
import { callbackWaitsOf, executorsOf, waitOfExecutor, type Wait } from "../subjects/settler/waits.ts";
import { enclosingFunction, isWithin, receiverOf, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** What a function sets up for a wait, and a callback that settles the wait and releases nothing itself. */
export interface Settlement extends Candidate {
  readonly resource: Resource;
  readonly wait: Wait;
  readonly settler: Settler;
  /** All the callbacks that may settle the wait. */
  readonly settlers: readonly Settler[];
  readonly releases: readonly TSESTree.Node[];
  /** What some callbacks of the wait take off the same object beside it: listeners for other outcomes. */
  readonly siblingReleases: readonly TSESTree.Node[];
  /** Whether nobody can tell the releases, since the handle goes elsewhere. */
  readonly isGivenAway: boolean;
}

/** Collects the settlements of each resource that two callbacks or more may outlive, one list a resource. */
export function collectSettlements(file: FileFacts, resources: readonly Resource[]): readonly (readonly Settlement[])[] {
  const waited = [...resources.filter(isWaitedOn), ...onceByName(file, resources)];
  const byHome = new Map<FunctionNode, Resource[]>();
  for (const resource of waited) {
    const home = enclosingFunction(resource.acquisition);
    if (home !== undefined) byHome.set(home, [...(byHome.get(home) ?? []), resource]);
  }
  const executors = new Set(executorsOf(file));
  return [...byHome].flatMap(([home, own]) => (executors.has(home) ? settlementsOfPromise(file, home, own) : settlementsOfFunction(file, home, own)));
}

function settlementsOfPromise(file: FileFacts, executor: FunctionNode, own: readonly Resource[]): readonly (readonly Settlement[])[] {
  const wait = waitOfExecutor(file, executor);
  const all = collectSettlers(file, wait);
  const listed = own.map((resource) => settlementsOf(file, resource, wait, isOnAbort(file, resource) ? all : all.filter(({ isChained }) => !isChained)));
  return withSiblings(file, listed);
}

/** What no executor sets up: a callback is to be called, or else an attempt comes about or fails. */
function settlementsOfFunction(file: FileFacts, home: FunctionNode, own: readonly Resource[]): readonly (readonly Settlement[])[] {
  const answers = callbackWaitsOf(file, home).map((wait) => ({ wait, settlers: collectSettlers(file, wait) })).filter(({ settlers }) => settlers.length > 1);
  const attempt: Wait = { kind: "attempt", home, settling: new Set() };
  const waits = answers.length > 0 ? answers : attemptsOf(file, home).map((settlers) => ({ wait: attempt, settlers }));
  return waits.flatMap(({ wait, settlers }) => withSiblings(file, own.map((resource) => settlementsOf(file, resource, wait, settlers))).map((list) => list.filter(isMeantForWait)));
}

/** Tells the listeners of one wait what becomes of each other. */
function withSiblings(file: FileFacts, listed: readonly (readonly Settlement[])[]): readonly (readonly Settlement[])[] {
  const listeners = listed.flatMap(([first]) => (first?.resource.pair.handle.from === "identity" && first.releases.length > 0 ? [first] : []));
  if (listeners.length === 0) return listed;
  return listed.map((settlements) => settlements.map((settlement) => {
    const target = receiverOf(settlement.resource.acquisition);
    const beside = listeners.filter(({ resource }) => resource !== settlement.resource && target !== undefined && isPutOn(file, resource.acquisition, target));
    return { ...settlement, siblingReleases: beside.flatMap(({ releases }) => releases) };
  }));
}

function settlementsOf(file: FileFacts, resource: Resource, wait: Wait, settlers: readonly Settler[]): readonly Settlement[] {
  if (settlers.length < 2) return [];
  const found = releasesInWait(file, resource, wait);
  const possible = found === "unknown" ? [] : found;
  const others = settlers.filter((settler) => !possible.some((release) => runsIn(settler, release)) || forgetsOnBranch(file, settler, possible, wait));
  const elsewhere = others.length === 0 ? [] : removalsElsewhere(file, resource, wait);
  const forgetful = others.filter((settler) => !isReleasedByOthers(file, resource, settler, elsewhere));
  // What may be taken off another object excuses the callback that does it, and shows nothing of the others.
  const releases = possible.filter((release) => isOfSameTarget(file, resource, release) || !settlers.some((settler) => runsIn(settler, release)));
  return forgetful.map((settler) => ({ node: resource.acquisition, resource, wait, settler, settlers, releases, siblingReleases: [], isGivenAway: found === "unknown" }));
}

/** Whether a removal is made on the object that the listener was put on; a handle is released by itself. */
function isOfSameTarget(file: FileFacts, { acquisition, pair }: Resource, release: TSESTree.Node): boolean {
  if (pair.handle.from !== "identity" || release.type !== "CallExpression") return true;
  return compareTargets(file, receiverOf(acquisition), receiverOf(release)) === "same";
}

/** Listeners and timers: what a callback waits on. What is opened to be used (a socket, a file) ends by its own rules. */
function isWaitedOn({ pair }: Resource): boolean {
  return pair.handle.from === "identity" || pair.id.startsWith("timers/");
}

/**
 * Whether the thing is for the time of the wait: one of the callbacks releases it, or its own callback gives the answer. A
 * function sets up much else, where an executor is written for its promise. Of an attempt that came about nothing is known.
 */
function isMeantForWait({ wait, resource: { acquisition }, settler, settlers, releases, siblingReleases }: Settlement): boolean {
  const releasing = settlers.filter((other) => releases.some((release) => runsIn(other, release)));
  if (wait.kind === "attempt") return !tellsOpening(settler) && releasing.some(tellsOpening);
  return releasing.length > 0 || siblingReleases.length > 0 || settlers.some(({ node }) => acquisition.arguments.some((argument) => isWithin(node, argument)));
}

/**
 * One-shot listeners that nothing but the verb or the option tells. Where their function takes some listener off again, or an
 * executor puts on several, they wait for alternatives, and are asked about nowhere else.
 */
function onceByName(file: FileFacts, resources: readonly Resource[]): readonly Resource[] {
  const removals = file.calls.namedOneOf(eventRemovers);
  const executors = new Set(executorsOf(file));
  const known = new Set(resources.map(({ acquisition }) => acquisition));
  return ONCE.flatMap(([verb, isOnce]) => {
    const pair = file.catalogue.pairsForName(verb).find(({ handle, heldBy }) => handle.from === "identity" && heldBy === "receiver");
    const added = pair === undefined ? [] : file.calls.named(verb).filter((call) => !known.has(call) && receiverOf(call) !== undefined && isOnce(file, call));
    return added.flatMap((acquisition) => {
      const home = enclosingFunction(acquisition);
      return pair !== undefined && home !== undefined && (executors.has(home) || removals.some((call) => isWithin(call, home))) ? [{ acquisition, pair, confidence: "certain" as const }] : [];
    });
  });
}

/** How one puts on a listener that runs once: by the verb, or by an option. */
const ONCE: readonly (readonly [verb: string, isOnce: (file: FileFacts, call: CallNode) => boolean])[] = [
  ["once", (_file, call) => call.arguments.length === 2],
  ["addEventListener", (file, { arguments: [, , options] }) => {
    const given = options === undefined ? undefined : optionsOf(file, options);
    const once = optionNamed(given, "once");
    return once?.type === "Literal" && once.value === true && optionNamed(given, "signal") === undefined;
  }],
];
