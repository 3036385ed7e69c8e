/** What is to be said about the resources of a file. */
import type { TSESTree } from "@typescript-eslint/utils";

import { collectHeldWaysInTest, heldWaysOf, heldWaysOfNamed, type HeldWay } from "../candidates/held-way.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { fateOf } from "../subjects/handle/handle-fate.ts";
import { hearSettlements, tellForgotten, type ForgottenOnSettle } from "./reasons/forgotten-on-settle.ts";
import { heldOnWay, tellWay, type PartlyReleasedResource } from "./reasons/held-on-way.ts";
import { hearRacingTimers, tellLosingTimers, type LosingTimer } from "./reasons/losing-timer.ts";
import { arrivalOf, traceVariable } from "../subjects/way/trace.ts";
import { isRepeatable, lostHandleOf } from "../candidates/lost-handle.ts";
import { stayingListenerOf } from "../candidates/staying-listener.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { judgeForgottenListeners } from "./judge-mismatches.ts";
import { reportedOf } from "./reported.ts";
import { collectConnectedSlots } from "../candidates/connected-slot.ts";
import { collectDroppedSubscriptions } from "../candidates/dropped-subscription.ts";
import { collectNotifiedStreams } from "../candidates/notified-stream.ts";
import type { OfResource } from "../candidates/of-resource.ts";
import { collectReturnedCleanups } from "../candidates/returned-cleanup.ts";
import { returnsCleanup } from "../evidence/real/returns-cleanup.ts";
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
import type { Owner } from "../subjects/owner/owner.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";

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
  const forgottenListeners = judgeForgottenListeners(file);
  heard.push(...forgottenListeners);
  const mirrored = reportedOf(forgottenListeners);
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
      else hearWays(heldWaysOfNamed(file, graphs, resource));
      continue;
    }
    const fate = fateOf(file, resource);
    // A subscription that is dropped is heard as one.
    if (fate.kind === "discarded" && isSubscription(resource)) continue;
    const arrival = isOver ? undefined : arrivalOf(file, resource, fate);
    const trace = arrival === undefined ? undefined : traceVariable(file, graphs, resource, arrival);
    if (!isOver && fate.kind === "unknown" && isRepeatable(resource)) hearWays(heldWaysOfNamed(file, graphs, resource));
    if (arrival !== undefined && trace !== undefined && trace.releases.length > 0) hearWays(heldWaysOf(file, resource, arrival.variable.name, trace));
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
  for (const { resource, owner, confidence, added } of mirrored) unreleased.push({ reason: "listener-stays", variable: undefined, resource, owner, confidence, target: added.target });
  add(cleanupIgnored, collectReturnedCleanups(file), ({ hearing }) => ({ reason: "cleanup-ignored", target: hearing.answer(returnsCleanup).at }));
  return { heard, unreleased, partlyReleased, forgottenOnSettle, losingTimers: tellLosingTimers(racingTimers) };
}
