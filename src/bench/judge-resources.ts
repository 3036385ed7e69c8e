/** What is to be said about the resources of a file. */
import type { TSESTree } from "@typescript-eslint/utils";

import { fulfilledReleaseOf, fulfilledReleaseOfNamed, type FulfilledRelease } from "../candidates/fulfilled-release.ts";
import { collectHeldWaysInTest, heldWaysInExecutor, heldWaysOf, heldWaysOfIterator, heldWaysOfNamed, type HeldWay } from "../candidates/held-way.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { fateOf } from "../subjects/handle/handle-fate.ts";
import { hearSettlements, tellForgotten, type ForgottenOnSettle } from "./reasons/forgotten-on-settle.ts";
import { heldOnWay, tellWay, type PartlyReleasedResource } from "./reasons/held-on-way.ts";
import { releasedOnFulfilment, tellFulfilment, type ReleasedOnFulfilment } from "./reasons/released-on-fulfilment.ts";
import { hearRacingTimers, tellLosingTimers, type LosingTimer } from "./reasons/losing-timer.ts";
import { arrivalInExecutor, arrivalOf, traceVariable } from "../subjects/way/trace.ts";
import { isNamedByRelease, lostHandleOf } from "../candidates/lost-handle.ts";
import { stayingListenerOf, type StayingListener } from "../candidates/staying-listener.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { additionsToldBy, judgeForgottenListeners, judgeMismatches, judgeReplacedTargets } from "./judge-mismatches.ts";
import { reportedOf } from "./reported.ts";
import { collectConnectedSlots } from "../candidates/connected-slot.ts";
import { collectCollectedTargets, type CollectedTarget } from "../candidates/collected-target.ts";
import { collectDroppedSubscriptions } from "../candidates/dropped-subscription.ts";
import type { ForgottenListener } from "../candidates/forgotten-listener.ts";
import { collectNotifiedStreams } from "../candidates/notified-stream.ts";
import type { OfResource } from "../candidates/of-resource.ts";
import { collectReturnedCleanups } from "../candidates/returned-cleanup.ts";
import { callOver } from "../evidence/outlives/call-over.ts";
import { signal } from "../evidence/outlives/signal.ts";
import { signalLife } from "../evidence/outlives/signal-life.ts";
import { targetKept } from "../evidence/outlives/target-kept.ts";
import { returnsCleanup } from "../evidence/real/returns-cleanup.ts";
import { hear, type HeardCandidate, type Reason } from "./reason.ts";
import { cleanupIgnored } from "./reasons/cleanup-ignored.ts";
import { collectedStays } from "./reasons/collected-stays.ts";
import { collectDeadlineTimers } from "../candidates/deadline-timer.ts";
import { deadlineLeft } from "./reasons/deadline-left.ts";
import { deadNotifier } from "./reasons/dead-notifier.ts";
import { listenerStays } from "./reasons/listener-stays.ts";
import { slotStays } from "./reasons/slot-stays.ts";
import { subscriptionDropped } from "./reasons/subscription-dropped.ts";
import { withFullestTeardown } from "../subjects/subscription/subscription-scope.ts";
import { leaveToOther } from "./one-report.ts";
import { handleDropped, handleNeverReleased } from "./reasons/dropped-handle.ts";
import { endOfMaker, usingOfMaker } from "../subjects/resource/maker.ts";
import { isSubscription } from "../subjects/subscription/subscribing-calls.ts";
import { isSetUp, type Owner } from "../subjects/owner/owner.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";

/** A resource that nothing releases. */
export interface UnreleasedResource {
  readonly reason: "discarded" | "never-released" | "listener-stays" | "target-replaced" | "dead-notifier" | "deadline-left" | "cleanup-ignored";
  readonly resource: Resource;
  readonly owner: Owner;
  readonly confidence: Confidence;
  /** The variable that has the handle. */
  readonly variable: string | undefined;
  /** The object a listener is put on, the slot that gets another one, the notifier that never emits, the cleanup that nobody calls, or the call that a deadline cuts short. */
  readonly target: TSESTree.Node | undefined;
}

export interface OwnershipVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  readonly unreleased: readonly UnreleasedResource[];
  readonly partlyReleased: readonly PartlyReleasedResource[];
  readonly forgottenOnSettle: readonly ForgottenOnSettle[];
  readonly losingTimers: readonly LosingTimer[];
  readonly releasedOnFulfilment: readonly ReleasedOnFulfilment[];
}

/** What is heard and told while the resources are gone through. */
interface Docket {
  readonly heard: HeardCandidate[];
  readonly unreleased: UnreleasedResource[];
  readonly partlyReleased: PartlyReleasedResource[];
  readonly releasedOnFulfilment: ReleasedOnFulfilment[];
}

/** Judges every resource of the file. */
export function judgeResources(file: FileFacts, graphs: Graphs): OwnershipVerdicts {
  const docket: Docket = { heard: [], unreleased: [], partlyReleased: [], releasedOnFulfilment: [] };
  if (file.kind === "test") for (const ways of collectHeldWaysInTest(file, graphs)) hearWays(file, docket, ways);
  if (file.kind !== "source") return { ...docket, forgottenOnSettle: [], losingTimers: [] };
  const resources = collectResources(file);
  const settlements = hearSettlements(file, resources);
  const racingTimers = hearRacingTimers(file, resources);
  const forgottenListeners = judgeForgottenListeners(file);
  const replacedTargets = judgeReplacedTargets(file);
  docket.heard.push(...settlements, ...racingTimers, ...replacedTargets);
  const forgottenOnSettle = tellForgotten(settlements);
  const mirrored = reportedOf(forgottenListeners).filter(isSureMirror);
  const isMirrored = new Set(mirrored.map(({ resource }) => resource.acquisition));
  const replaced = reportedOf(replacedTargets).filter(({ resource }) => !isMirrored.has(resource.acquisition));
  const told = new Set<TSESTree.Node>([...[...forgottenOnSettle, ...mirrored, ...replaced].map(({ resource }) => resource.acquisition), ...additionsToldBy(judgeMismatches(file))]);
  for (const resource of resources) {
    const isTold = told.has(resource.acquisition);
    if (resource.pair.handle.from === "identity") judgeListener(file, graphs, docket, resource, isTold);
    else judgeHandle(file, graphs, docket, resource, isTold);
  }
  hearAll(file, docket, subscriptionDropped, collectDroppedSubscriptions(file, resources), ({ hearing: { candidate: { variable, scope, owner } } }) => ({ reason: variable === undefined ? "discarded" : "never-released", owner: withFullestTeardown(file, scope, owner), variable }));
  hearAll(file, docket, deadNotifier, collectNotifiedStreams(file), ({ hearing }) => ({ reason: "dead-notifier", target: hearing.candidate.target }));
  hearAll(file, docket, slotStays, collectConnectedSlots(file, resources), ({ hearing }) => ({ reason: "listener-stays", target: hearing.candidate.target }));
  tellMirrored(docket, forgottenListeners);
  for (const { resource, owner, confidence, filling } of replaced) docket.unreleased.push({ reason: "target-replaced", variable: undefined, resource, owner, confidence, target: filling.left });
  const isFree = ({ node }: CollectedTarget): boolean => !told.has(node);
  hearAll(file, docket, collectedStays, collectCollectedTargets(file).filter(isFree), ({ hearing }) => ({ reason: "listener-stays", target: hearing.candidate.added.target }));
  hearAll(file, docket, cleanupIgnored, collectReturnedCleanups(file), ({ hearing }) => ({ reason: "cleanup-ignored", target: hearing.answer(returnsCleanup).at }));
  const racing = new Set<TSESTree.Node>(racingTimers.map(({ hearing }) => hearing.candidate.node));
  hearAll(file, docket, deadlineLeft, collectDeadlineTimers(file, resources.filter(({ acquisition }) => !told.has(acquisition) && !racing.has(acquisition))), ({ hearing }) => ({ reason: "deadline-left", target: hearing.candidate.guarded }));
  return { ...docket, forgottenOnSettle, losingTimers: tellLosingTimers(racingTimers) };
}

/** One removed sibling says less than what is known of the target and its owner: where that speaks, it does. */
function isSureMirror({ siblings }: ForgottenListener): boolean {
  return siblings.length > 1;
}

function tellMirrored({ heard, unreleased }: Docket, verdicts: readonly HeardCandidate<ForgottenListener>[]): void {
  const told = new Set<TSESTree.Node>(unreleased.map(({ resource }) => resource.acquisition));
  const all = verdicts.map((verdict) => (told.has(verdict.hearing.candidate.node) ? leaveToOther(verdict) : verdict));
  heard.push(...all);
  for (const { resource, owner, confidence, added } of reportedOf(all)) unreleased.push({ reason: "listener-stays", variable: undefined, resource, owner, confidence, target: added.target });
}

function hearWays(file: FileFacts, { heard, partlyReleased }: Docket, ways: readonly HeldWay[]): void {
  const verdicts = ways.map((way) => hear(file, heldOnWay, way));
  heard.push(...verdicts);
  partlyReleased.push(...tellWay(verdicts));
}

function judgeListener(file: FileFacts, graphs: Graphs, docket: Docket, resource: Resource, isTold: boolean): void {
  const verdict = hear(file, listenerStays, stayingListenerOf(file, resource, collectResources(file)));
  docket.heard.push(isTold ? leaveToOther(verdict) : verdict);
  if (isTold || isOverWithMaker(file, resource)) return;
  const { owner, target } = verdict.hearing.candidate;
  // What serves one call is to go with the call, whatever ends the owner.
  const isOfCall = verdict.decidedBy.some((asked) => asked === targetKept || asked === callOver) || isGivenSignal(verdict);
  if (verdict.confidence !== undefined) docket.unreleased.push({ reason: "listener-stays", resource, owner: isOfCall ? { ...owner, teardown: undefined } : owner, confidence: verdict.confidence, variable: undefined, target });
  else {
    hearWays(file, docket, heldWaysOfNamed(file, graphs, resource));
    hearFulfilment(file, docket, fulfilledReleaseOfNamed(file, resource));
  }
}

/** Whether there is a release on fulfilment to hear of. */
function hearFulfilment(file: FileFacts, docket: Docket, candidate: FulfilledRelease | undefined): boolean {
  const verdict = candidate === undefined ? undefined : hear(file, releasedOnFulfilment, candidate);
  if (verdict === undefined) return false;
  docket.heard.push(verdict);
  docket.releasedOnFulfilment.push(...tellFulfilment(verdict));
  return true;
}

/** A signal that others give outlives what serves one of them, and is to be let go when that is over. */
function isGivenSignal({ hearing }: HeardCandidate<StayingListener>): boolean {
  const { candidate, file } = hearing;
  return hearing.holds(signal) && hearing.level(signalLife) === "given" && !isSetUp(file, candidate.node);
}

function judgeHandle(file: FileFacts, graphs: Graphs, docket: Docket, resource: Resource, isTold: boolean): void {
  const isOver = isTold || isOverWithMaker(file, resource);
  const fate = fateOf(file, resource);
  // A subscription that is dropped is heard as one.
  if (fate.kind === "discarded" && isSubscription(resource)) return;
  const arrival = isOver ? undefined : arrivalOf(file, resource, fate);
  const trace = arrival === undefined ? undefined : traceVariable(file, graphs, resource, arrival);
  const inExecutor = isOver ? undefined : arrivalInExecutor(resource, fate);
  if (inExecutor !== undefined) hearWays(file, docket, heldWaysInExecutor(file, graphs, resource, inExecutor));
  if (!isOver && isNamedByRelease(resource, fate)) hearWays(file, docket, heldWaysOfNamed(file, graphs, resource));
  if (arrival !== undefined && trace !== undefined && trace.releases.length > 0) hearWays(file, docket, heldWaysOf(file, resource, arrival.variable.name, trace));
  else if (arrival !== undefined) hearWays(file, docket, heldWaysOfIterator(file, graphs, resource, arrival.variable));
  const filled = isOver || fate.kind !== "kept" || fate.place.root.kind !== "variable" || fate.place.path.length > 0 ? undefined : fate.place.root.variable;
  if (filled !== undefined) hearWays(file, docket, heldWaysOfIterator(file, graphs, resource, filled));
  const forFulfilment = arrival !== undefined && (trace === undefined || trace.releases.length === 0) ? arrival : inExecutor;
  if (hearFulfilment(file, docket, forFulfilment === undefined ? undefined : fulfilledReleaseOf(file, resource, forFulfilment))) return;
  const candidate = lostHandleOf(file, graphs, resource, fate, trace);
  if (candidate === undefined) return;
  const { owner, isDropped, holder } = candidate;
  const verdict = hear(file, isDropped ? handleDropped : handleNeverReleased, candidate);
  docket.heard.push(isTold ? leaveToOther(verdict) : verdict);
  if (isOver || verdict.confidence === undefined) return;
  docket.unreleased.push({ reason: isDropped ? "discarded" : "never-released", resource, owner, confidence: verdict.confidence, variable: typeof holder === "object" ? holder.name : holder, target: undefined });
}

/** What goes with its maker owes nothing on any way. */
function isOverWithMaker(file: FileFacts, resource: Resource): boolean {
  return usingOfMaker(file, resource) !== undefined || endOfMaker(file, resource) !== undefined;
}

type Told = Partial<UnreleasedResource> & Pick<UnreleasedResource, "reason">;

function hearAll<Of extends OfResource>(file: FileFacts, { heard, unreleased }: Docket, reason: Reason<Of>, candidates: readonly Of[], tell: (heard: HeardCandidate<Of>) => Told): void {
  for (const candidate of candidates) {
    const verdict = hear(file, reason, candidate);
    const { resource, owner } = candidate;
    heard.push(verdict);
    if (verdict.confidence !== undefined) unreleased.push({ resource, owner, confidence: verdict.confidence, variable: undefined, target: undefined, ...tell(verdict) });
  }
}
