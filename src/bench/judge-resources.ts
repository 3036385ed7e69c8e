/** What is to be said about the resources of a file. */
import type { TSESTree } from "@typescript-eslint/utils";

import { collectHeldWaysInTest, heldWaysOf, heldWaysOfNamed, type HeldWay } from "../candidates/held-way.ts";
import { stayingListenerOf } from "../candidates/staying-listener.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { collectForgottenListeners } from "../ownership/mismatches/forgotten-listeners.ts";
import { collectDroppedSubscriptions, isSubscription } from "../ownership/subscriptions/dropped-subscriptions.ts";
import { diesWithReceiver } from "../ownership/dies-with-receiver.ts";
import { fateOf } from "../subjects/handle/handle-fate.ts";
import { hear, type HeardCandidate } from "./reason.ts";
import { hearSettlements, tellForgotten, type ForgottenOnSettle } from "./reasons/forgotten-on-settle.ts";
import { heldOnWay, tellWay, type PartlyReleasedResource } from "./reasons/held-on-way.ts";
import { hearRacingTimers, tellLosingTimers, type LosingTimer } from "./reasons/losing-timer.ts";
import { listenerStays } from "./reasons/listener-stays.ts";
import { judgeDropped, type DroppedHandle } from "./reasons/dropped-handle.ts";
import type { Owner } from "../subjects/owner/owner.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";
import { collectIgnoredCleanups } from "../ownership/subscriptions/ignored-cleanups.ts";
import { collectDeadNotifiers } from "../ownership/subscriptions/dead-notifiers.ts";
import { collectSignalConnections } from "../ownership/subscriptions/signal-connections.ts";
import { takesDisposables } from "../subjects/subscription/subscribing-calls.ts";
import { isNamedInPlace, isNeverNamedAgain, nameOfRepeated } from "../subjects/way/trace-repeated.ts";
import { arrivalOf, flowOwnerOf, traceVariable } from "../subjects/way/trace.ts";

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
  const hearWays = (ways: readonly HeldWay[]): void => {
    const verdicts = ways.map((way) => hear(file, heldOnWay, way));
    heard.push(...verdicts);
    partlyReleased.push(...tellWay(verdicts));
  };
  if (file.kind === "test") collectHeldWaysInTest(file, graphs).forEach(hearWays);
  if (file.kind !== "source") return { heard, unreleased, partlyReleased, forgottenOnSettle: [], losingTimers: [] };
  const resources = collectResources(file);
  const settlements = hearSettlements(file, resources);
  const racingTimers = hearRacingTimers(file, resources);
  heard.push(...settlements, ...racingTimers);
  const forgottenOnSettle = tellForgotten(settlements);
  const forgotten = new Set(forgottenOnSettle.map((verdict) => verdict.resource));
  const mirrored = collectForgottenListeners(file);
  const told = new Set<TSESTree.Node>(mirrored.map(({ resource }) => resource.acquisition));
  for (const resource of resources) {
    if (forgotten.has(resource) || told.has(resource.acquisition) || diesWithReceiver(file, resource)) continue;
    if (resource.pair.handle.from === "identity") {
      const verdict = hear(file, listenerStays, stayingListenerOf(file, resource, resources));
      heard.push(verdict);
      const { owner, target } = verdict.hearing.candidate;
      if (verdict.confidence !== undefined) unreleased.push({ reason: "listener-stays", resource, owner, confidence: verdict.confidence, variable: undefined, target });
      else hearWays(heldWaysOfNamed(file, graphs, resource));
      continue;
    }
    const fate = fateOf(file, resource);
    if (fate.kind === "unknown" && isRepeatable(resource)) {
      hearWays(heldWaysOfNamed(file, graphs, resource));
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
    else hearWays(heldWaysOf(file, resource, arrival.variable.name, trace));
  }
  for (const dropped of collectDroppedSubscriptions(file, resources)) {
    unreleased.push({ reason: dropped.variable === undefined ? "discarded" : "never-released", target: undefined, ...dropped });
  }
  for (const dead of collectDeadNotifiers(file)) unreleased.push({ reason: "dead-notifier", variable: undefined, ...dead });
  for (const connection of collectSignalConnections(file, resources)) unreleased.push({ reason: "listener-stays", variable: undefined, ...connection });
  for (const listener of mirrored) unreleased.push({ reason: "listener-stays", variable: undefined, ...listener });
  for (const ignored of collectIgnoredCleanups(file)) unreleased.push({ reason: "cleanup-ignored", variable: undefined, ...ignored });
  return { heard, unreleased, partlyReleased, forgottenOnSettle, losingTimers: tellLosingTimers(racingTimers) };
}

/** Whether some way leads to the acquisition, as far as there is a graph to tell. */
function isReached(file: FileFacts, graphs: Graphs, { acquisition }: Resource): boolean {
  const graph = graphs.graphOf(flowOwnerOf(file, acquisition));
  return graph === undefined || graph.positionsOf(acquisition).length > 0;
}

function isRepeatable({ pair: { handle } }: Resource): boolean {
  return handle.from === "receiver" || handle.from === "argument";
}

/** What the process keeps under a name that only this file has told, and that no release of the file tells again; another file may. */
function judgeForgotten(file: FileFacts, resource: Resource): readonly DroppedHandle[] {
  const likely: Resource = { ...resource, confidence: "likely" };
  return isNamedInPlace(resource) ? judgeDropped(file, likely, "discarded", undefined) : judgeDropped(file, likely, "never-released", nameOfRepeated(file, resource));
}
