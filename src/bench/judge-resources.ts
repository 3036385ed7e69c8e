/** What is to be said about the resources of a file. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isRepeatable, lostHandleOf } from "../candidates/lost-handle.ts";
import { stayingListenerOf } from "../candidates/staying-listener.ts";
import { weakest, type Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, enclosingFunction, wrapped } from "../syntax/tree.ts";
import { flowOwnerOf, type Graphs } from "../subjects/way/graphs.ts";
import { collectForgottenListeners } from "../ownership/mismatches/forgotten-listeners.ts";
import { collectConnectedSlots } from "../candidates/connected-slot.ts";
import { collectDroppedSubscriptions } from "../candidates/dropped-subscription.ts";
import { collectNotifiedStreams } from "../candidates/notified-stream.ts";
import type { OfResource } from "../candidates/of-resource.ts";
import { collectReturnedCleanups } from "../candidates/returned-cleanup.ts";
import { returnsCleanup } from "../evidence/real/returns-cleanup.ts";
import { fateOf, type HandleFate } from "../subjects/handle/handle-fate.ts";
import { targetLifetimeOf } from "../subjects/listener/listeners.ts";
import type { HeldPath } from "../subjects/way/held-path.ts";
import { hear, type HeardCandidate, type Reason } from "./reason.ts";
import { cleanupIgnored } from "./reasons/cleanup-ignored.ts";
import { deadNotifier } from "./reasons/dead-notifier.ts";
import { listenerStays } from "./reasons/listener-stays.ts";
import { slotStays } from "./reasons/slot-stays.ts";
import { subscriptionDropped } from "./reasons/subscription-dropped.ts";
import { withFullestTeardown } from "../subjects/subscription/subscription-scope.ts";
import { leaveToOther } from "./one-report.ts";
import { handleDropped, handleNeverReleased } from "./reasons/dropped-handle.ts";
import { endOfMaker, usingOfMaker } from "../subjects/resource/maker.ts";
import { isSubscription } from "../subjects/subscription/subscribing-calls.ts";
import { ownerOf, type Owner } from "../subjects/owner/owner.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";
import { areOfOtherState, failsAsShown, failsAtHandle, isSurePath, onlySkipsRelease, skipsGuardedRelease } from "../ownership/paths/path-confidence.ts";
import { endsByItselfThere } from "../ownership/paths/own-end.ts";
import { isLong } from "../subjects/resource/timer-delay.ts";
import { collectLosingTimers, type LosingTimer } from "../ownership/paths/races.ts";
import { collectForgottenOnSettle, type ForgottenOnSettle } from "../ownership/paths/settlements.ts";
import { nameOfRepeated, traceRepeated } from "../subjects/way/trace-repeated.ts";
import { isUnknownThing, keepsNothing } from "../ownership/unknown-thing.ts";
import { traceVariable, type Arrival, type Trace } from "../subjects/way/trace.ts";

/** A resource that nothing releases. */
export interface UnreleasedResource {
  readonly reason: "discarded" | "never-released" | "listener-stays" | "dead-notifier" | "cleanup-ignored";
  readonly resource: Resource;
  readonly owner: Owner;
  readonly confidence: Confidence;
  /** The variable that has the handle. */
  readonly variable: string | undefined;
  /** The object a listener is put on, the notifier that never emits, or the cleanup that nobody calls. */
  readonly target: TSESTree.Node | undefined;
}

/** A resource that is released, but not on every way out. */
export interface PartlyReleasedResource {
  readonly resource: Resource;
  readonly confidence: Confidence;
  readonly variable: string;
  readonly path: HeldPath;
  /** The release that the path misses. */
  readonly release: TSESTree.Node;
}

export interface OwnershipVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  readonly unreleased: readonly UnreleasedResource[];
  readonly partlyReleased: readonly PartlyReleasedResource[];
  readonly forgottenOnSettle: readonly ForgottenOnSettle[];
  readonly losingTimers: readonly LosingTimer[];
}

/** Judges every resource of the file. */
export function judgeResources(file: FileFacts, graphs: Graphs): OwnershipVerdicts {
  const heard: HeardCandidate[] = [];
  const unreleased: UnreleasedResource[] = [];
  const partlyReleased: PartlyReleasedResource[] = [];
  if (file.kind === "test") partlyReleased.push(...judgeTestTools(file, graphs));
  if (file.kind !== "source") return { heard, unreleased, partlyReleased, forgottenOnSettle: [], losingTimers: [] };
  const resources = collectResources(file);
  const forgottenOnSettle = collectForgottenOnSettle(file, resources);
  const mirrored = collectForgottenListeners(file);
  const told = new Set<TSESTree.Node>([...forgottenOnSettle, ...mirrored].map(({ resource }) => resource.acquisition));
  for (const resource of resources) {
    const isTold = told.has(resource.acquisition);
    // What goes with its maker owes nothing on any way.
    const isOver = isTold || usingOfMaker(file, resource) !== undefined || endOfMaker(file, resource) !== undefined;
    if (resource.pair.handle.from === "identity") {
      const verdict = hear(file, listenerStays, stayingListenerOf(file, resource, resources));
      heard.push(isTold ? leaveToOther(verdict) : verdict);
      const { owner, target } = verdict.hearing.candidate;
      if (isOver) continue;
      if (verdict.confidence !== undefined) unreleased.push({ reason: "listener-stays", resource, owner, confidence: verdict.confidence, variable: undefined, target });
      else partlyReleased.push(...judgeRepeated(file, graphs, resource));
      continue;
    }
    const fate = fateOf(file, resource);
    // A subscription that is dropped is heard as one.
    if (fate.kind === "discarded" && isSubscription(resource)) continue;
    const arrival = isOver ? undefined : arrivalOf(file, resource, fate);
    const trace = arrival === undefined ? undefined : traceVariable(file, graphs, resource, arrival);
    if (!isOver && fate.kind === "unknown" && isRepeatable(resource)) partlyReleased.push(...judgeRepeated(file, graphs, resource));
    if (arrival !== undefined && trace !== undefined && trace.releases.length > 0) partlyReleased.push(...judgePaths(file, resource, arrival.variable.name, trace));
    const candidate = lostHandleOf(file, graphs, resource, fate, trace);
    if (candidate === undefined) continue;
    const { owner, isDropped, holder } = candidate;
    const verdict = hear(file, isDropped ? handleDropped : handleNeverReleased, candidate);
    heard.push(isTold ? leaveToOther(verdict) : verdict);
    if (isOver || verdict.confidence === undefined) continue;
    unreleased.push({ reason: isDropped ? "discarded" : "never-released", resource, owner, confidence: verdict.confidence, variable: typeof holder === "object" ? holder.name : holder, target: undefined });
  }
  const add = <Of extends OfResource>(reason: Reason<Of>, candidates: readonly Of[], partsOf: (heard: HeardCandidate<Of>) => Partial<UnreleasedResource> & Pick<UnreleasedResource, "reason">): void => {
    for (const candidate of candidates) {
      const verdict = hear(file, reason, candidate);
      const { resource, owner } = candidate;
      heard.push(verdict);
      if (verdict.confidence !== undefined) unreleased.push({ resource, owner, confidence: verdict.confidence, variable: undefined, target: undefined, ...partsOf(verdict) });
    }
  };
  add(subscriptionDropped, collectDroppedSubscriptions(file, resources), ({ hearing: { candidate: { variable, scope, owner } } }) => ({ reason: variable === undefined ? "discarded" : "never-released", owner: withFullestTeardown(file, scope, owner), variable }));
  add(deadNotifier, collectNotifiedStreams(file), ({ hearing }) => ({ reason: "dead-notifier", target: hearing.candidate.target }));
  add(slotStays, collectConnectedSlots(file, resources), ({ hearing }) => ({ reason: "listener-stays", target: hearing.candidate.target }));
  for (const listener of mirrored) unreleased.push({ reason: "listener-stays", variable: undefined, ...listener });
  add(cleanupIgnored, collectReturnedCleanups(file), ({ hearing }) => ({ reason: "cleanup-ignored", target: hearing.answer(returnsCleanup).at }));
  return { heard, unreleased, partlyReleased, forgottenOnSettle, losingTimers: collectLosingTimers(file, resources) };
}

/** What a test puts in place and takes away again itself must also go when the test fails; where a hook takes away all, nothing is owed. */
function judgeTestTools(file: FileFacts, graphs: Graphs): readonly PartlyReleasedResource[] {
  return collectResources(file).flatMap((resource) => {
    if (resource.pair.tier !== "tests" || isClearedForAll(file, resource)) return [];
    const arrival = arrivalOf(file, resource, fateOf(file, resource));
    const trace = arrival === undefined ? undefined : traceVariable(file, graphs, resource, arrival);
    return arrival === undefined || trace === undefined || trace.releases.length === 0 ? [] : judgePaths(file, resource, arrival.variable.name, trace);
  });
}

function isClearedForAll(file: FileFacts, { pair }: Resource): boolean {
  return pair.releases.some((release) => release.by === "receiver-method" && "all" in release && file.calls.named(release.name).length > 0);
}

function arrivalOf(file: FileFacts, resource: Resource, fate: HandleFate): Arrival | undefined {
  if (fate.kind === "variable") return { variable: fate.variable, owner: flowOwnerOf(file, resource.acquisition), at: "acquisition", failure: undefined };
  return fate.kind === "parameter" ? { variable: fate.variable, owner: fate.callback, at: "entry", failure: fate.failure } : undefined;
}

/** What is released by naming it again; what is put on an object made here goes with that object. */
function judgeRepeated(file: FileFacts, graphs: Graphs, resource: Resource): readonly PartlyReleasedResource[] {
  const isHeldElsewhere = resource.pair.heldBy === "process" || targetLifetimeOf(file, resource) !== "own";
  const trace = isHeldElsewhere ? traceRepeated(file, graphs, resource, flowOwnerOf(file, resource.acquisition)) : undefined;
  if (trace === undefined || areOfOtherState(resource.acquisition, trace.releases)) return [];
  const confidence = weakest(resource.confidence, resource.pair.heldBy === "process" ? "certain" : "likely");
  return judgePaths(file, { ...resource, confidence }, nameOfRepeated(file, resource), trace);
}

function judgePaths(file: FileFacts, resource: Resource, variable: string, trace: Trace): PartlyReleasedResource[] {
  const owner = ownerOf(file, resource.acquisition);
  const [release] = trace.releases;
  const isUnknown = isUnknownThing(resource, release);
  const endsProcess = file.isCommandLine || isCommandAction(resource.acquisition);
  const ways = trace.heldPaths?.filter((way) => !(endsProcess && way.leavesBy === "exception") && !(isUnknown && keepsNothing(file, resource, way, variable)) && !endsByItselfThere(file, resource, way, trace.releases));
  const surePath = resource.pair.endsByItself === true || trace.isLent === true ? undefined : ways?.find((way) => isSurePath(file, way) && !skipsGuardedRelease(way, trace.releases));
  const isCatalogued = !resource.pair.id.startsWith("language/");
  // Any call may throw, and who is told so of each reads noise: a way out by a failure needs one that the code shows, or a use of the handle.
  const path = surePath ?? ways?.filter((way) => isCatalogued || !onlySkipsRelease(way, trace.releases)).find((way) => way.leavesBy === "overwritten" || failsAsShown(file, way) || (isCatalogued && failsAtHandle(way, variable)));
  if (release === undefined || path === undefined || owner.kind === "process" || (resource.pair.id === "timers/timeout" && !isLong(file, resource.acquisition))) return [];
  const confidence = weakest(resource.confidence, surePath === undefined || (isUnknown && path.leavesBy !== "exception") ? "likely" : "certain");
  return [{ resource, confidence, variable, path, release }];
}

/** Whether it runs as an action of a command line, `program.command("sync").action(async () => …)`: what fails there ends the process. */
function isCommandAction(node: TSESTree.Node): boolean {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const call = wrapped(at).parent;
    if (call?.type === "CallExpression" && call.callee !== at && calleeName(call) === "action") return true;
  }
  return false;
}
