/** What is to be said about the resources of a file. */
import type { TSESTree } from "@typescript-eslint/utils";

import { stayingListenerOf } from "../candidates/staying-listener.ts";
import { weakest, type Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { FlowOwner } from "../flow/graph.ts";
import { calleeName, enclosingFunction, wrapped } from "../syntax/tree.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { collectDroppedSubscriptions, isSubscription } from "../ownership/subscriptions/dropped-subscriptions.ts";
import { diesWithReceiver } from "../ownership/dies-with-receiver.ts";
import { fateOf, type HandleFate } from "../subjects/handle/handle-fate.ts";
import { targetLifetimeOf } from "../subjects/listener/listeners.ts";
import type { HeldPath } from "../subjects/way/held-path.ts";
import { judgeForgottenListeners } from "./judge-mismatches.ts";
import { hear, type HeardCandidate } from "./reason.ts";
import { reportedOf } from "./reported.ts";
import { listenerStays } from "./reasons/listener-stays.ts";
import { judgeDropped, type DroppedHandle } from "./reasons/dropped-handle.ts";
import { ownerOf, type Owner } from "../subjects/owner/owner.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";
import { collectIgnoredCleanups } from "../ownership/subscriptions/ignored-cleanups.ts";
import { collectDeadNotifiers } from "../ownership/subscriptions/dead-notifiers.ts";
import { collectSignalConnections } from "../ownership/subscriptions/signal-connections.ts";
import { areOfOtherState, failsAsShown, failsAtHandle, isSurePath, onlySkipsRelease, skipsGuardedRelease } from "../ownership/paths/path-confidence.ts";
import { endsByItselfThere } from "../ownership/paths/own-end.ts";
import { isLong } from "../subjects/resource/timer-delay.ts";
import { collectLosingTimers, type LosingTimer } from "../ownership/paths/races.ts";
import { collectForgottenOnSettle, type ForgottenOnSettle } from "../ownership/paths/settlements.ts";
import { takesDisposables } from "../subjects/subscription/subscribing-calls.ts";
import { isNamedInPlace, isNeverNamedAgain, nameOfRepeated, traceRepeated } from "../subjects/way/trace-repeated.ts";
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
  const forgotten = new Set(forgottenOnSettle.map((verdict) => verdict.resource));
  const forgottenListeners = judgeForgottenListeners(file);
  heard.push(...forgottenListeners);
  const mirrored = reportedOf(forgottenListeners);
  const told = new Set<TSESTree.Node>(mirrored.map(({ resource }) => resource.acquisition));
  for (const resource of resources) {
    if (forgotten.has(resource) || told.has(resource.acquisition) || diesWithReceiver(file, resource)) continue;
    if (resource.pair.handle.from === "identity") {
      const verdict = hear(file, listenerStays, stayingListenerOf(file, resource, resources));
      heard.push(verdict);
      const { owner, target } = verdict.hearing.candidate;
      if (verdict.confidence !== undefined) unreleased.push({ reason: "listener-stays", resource, owner, confidence: verdict.confidence, variable: undefined, target });
      else partlyReleased.push(...judgeRepeated(file, graphs, resource));
      continue;
    }
    const fate = fateOf(file, resource);
    if (fate.kind === "unknown" && isRepeatable(resource)) {
      partlyReleased.push(...judgeRepeated(file, graphs, resource));
      if (isNeverNamedAgain(file, resource)) unreleased.push(...judgeForgotten(file, resource));
      continue;
    }
    const endsByItself = resource.pair.endsByItself === true;
    if (fate.kind === "discarded" && !endsByItself && !isSubscription(resource) && !takesDisposables(resource.acquisition) && isReached(file, graphs, resource)) unreleased.push(...judgeDropped(file, resource, "discarded", undefined));
    const arrival = arrivalOf(file, resource, fate);
    const trace = arrival === undefined ? undefined : traceVariable(file, graphs, resource, arrival);
    if (arrival === undefined || trace === undefined) continue;
    const isNeverReleased = trace.releases.length === 0 && !trace.escapes;
    if (isNeverReleased && !endsByItself && trace.heldPaths?.length !== 0) unreleased.push(...judgeDropped(file, resource, "never-released", arrival.variable));
    else if (!isNeverReleased) partlyReleased.push(...judgePaths(file, resource, arrival.variable.name, trace));
  }
  for (const dropped of collectDroppedSubscriptions(file, resources)) {
    unreleased.push({ reason: dropped.variable === undefined ? "discarded" : "never-released", target: undefined, ...dropped });
  }
  for (const dead of collectDeadNotifiers(file)) unreleased.push({ reason: "dead-notifier", variable: undefined, ...dead });
  for (const connection of collectSignalConnections(file, resources)) unreleased.push({ reason: "listener-stays", variable: undefined, ...connection });
  for (const { resource, owner, confidence, added } of mirrored) unreleased.push({ reason: "listener-stays", variable: undefined, resource, owner, confidence, target: added.target });
  for (const ignored of collectIgnoredCleanups(file)) unreleased.push({ reason: "cleanup-ignored", variable: undefined, ...ignored });
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

function flowOwnerOf(file: FileFacts, node: TSESTree.Node): FlowOwner {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    if (at.type === "StaticBlock" || at.type === "PropertyDefinition" || at.type === "AccessorProperty") return at;
    if (at.type === "FunctionDeclaration" || at.type === "FunctionExpression" || at.type === "ArrowFunctionExpression") return at;
  }
  return file.program;
}

/** Whether some way leads to the acquisition, as far as there is a graph to tell. */
function isReached(file: FileFacts, graphs: Graphs, { acquisition }: Resource): boolean {
  const graph = graphs.graphOf(flowOwnerOf(file, acquisition));
  return graph === undefined || graph.positionsOf(acquisition).length > 0;
}

function isRepeatable({ pair: { handle } }: Resource): boolean {
  return handle.from === "receiver" || handle.from === "argument";
}

/** What is released by naming it again; what is put on an object made here goes with that object. */
function judgeRepeated(file: FileFacts, graphs: Graphs, resource: Resource): readonly PartlyReleasedResource[] {
  const isHeldElsewhere = resource.pair.heldBy === "process" || targetLifetimeOf(file, resource) !== "own";
  const trace = isHeldElsewhere ? traceRepeated(file, graphs, resource, flowOwnerOf(file, resource.acquisition)) : undefined;
  if (trace === undefined || areOfOtherState(resource.acquisition, trace.releases)) return [];
  const confidence = weakest(resource.confidence, resource.pair.heldBy === "process" ? "certain" : "likely");
  return judgePaths(file, { ...resource, confidence }, nameOfRepeated(file, resource), trace);
}

/** What the process keeps under a name that only this file has told, and that no release of the file tells again; another file may. */
function judgeForgotten(file: FileFacts, resource: Resource): readonly DroppedHandle[] {
  const likely: Resource = { ...resource, confidence: "likely" };
  return isNamedInPlace(resource) ? judgeDropped(file, likely, "discarded", undefined) : judgeDropped(file, likely, "never-released", nameOfRepeated(file, resource));
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
