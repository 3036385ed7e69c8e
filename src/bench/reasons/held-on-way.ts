/** What is released on some ways out and still held on another: whether that way is taken, and the thing there owed a release. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldWay } from "../../candidates/held-way.ts";
import { endsByItself } from "../../evidence/outlives/ends-by-itself.ts";
import { keeperLifetime } from "../../evidence/outlives/keeper-lifetime.ts";
import { otherWays } from "../../evidence/owned/other-ways.ts";
import { failureStrength } from "../../evidence/reachable/failure-strength.ts";
import { guardedRelease } from "../../evidence/reachable/guarded-release.ts";
import { holdsNothing } from "../../evidence/reachable/holds-nothing.ts";
import { sureElsewhere } from "../../evidence/reachable/sure-elsewhere.ts";
import { recognisedBy } from "../../evidence/real/recognised-by.ts";
import { ownerKind } from "../../evidence/repeats/owner-kind.ts";
import { failureEndsProcess } from "../../evidence/unmeant/failure-ends-process.ts";
import { delayWritten } from "../../evidence/unmeant/delay-written.ts";
import { timerDelay } from "../../evidence/unmeant/timer-delay.ts";
import { earlierRelease } from "../../evidence/unreleased/earlier-release.ts";
import { otherRelease } from "../../evidence/unreleased/other-release.ts";
import { otherState } from "../../evidence/unreleased/other-state.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import { afterOwnEnd } from "../../proofs/after-own-end.ts";
import { clearedForAll } from "../../proofs/cleared-for-all.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import type { HeldPath } from "../../subjects/way/held-path.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { HeardCandidate, Reason } from "../reason.ts";
import { unlessOnce, weakerInProgram } from "../unless-once.ts";

/** A resource that is released, but not on every way out. */
export interface PartlyReleasedResource {
  readonly resource: Resource;
  readonly confidence: Confidence;
  readonly variable: string;
  readonly path: HeldPath;
  /** The release that the path misses. */
  readonly release: TSESTree.Node;
}

type WayHearing = Hearing<HeldWay>;

export const heldOnWay: Reason<HeldWay> = unlessOnce<HeldWay>(weakerInProgram<HeldWay>({
  id: "held-on-way",
  noun: "way out",
  asks: [otherWays, ownerKind, timerDelay, delayWritten, failureEndsProcess, clearedForAll, keeperLifetime, otherRelease, otherState, recognisedBy, holdsNothing, endsByItself, afterOwnEnd, earlierRelease, failureStrength, guardedRelease],
  formula: judgeWay,
}), sureElsewhere);

/** The one report on a resource: of its ways out, the first that is surely taken, or else the first that speaks. */
export function tellWay(heard: readonly HeardCandidate<HeldWay>[]): readonly PartlyReleasedResource[] {
  const speaking = heard.filter(({ confidence }) => confidence !== undefined);
  const told = speaking.find(({ hearing }) => isSurelyTaken(hearing)) ?? speaking[0];
  if (told?.confidence === undefined) return [];
  const { resource, variable, way: path, releases: [release] } = told.hearing.candidate;
  return release === undefined ? [] : [{ resource, confidence: told.confidence, variable, path, release }];
}

function judgeWay(bench: WayHearing): Verdict<HeldWay> {
  const { leavesBy } = bench.candidate.way;
  const excuse = findExcuse(bench);
  if (excuse !== undefined) return bench.silentBy(excuse);
  const known = bench.level(recognisedBy);
  if (isSurelyTaken(bench)) return known === "own-release" && leavesBy !== "exception" ? speakOfWay(bench, "likely", failureStrength, recognisedBy) : speakOfWay(bench, "certain", failureStrength);
  if (known !== "catalogue" && bench.level(guardedRelease) === "only") return bench.silentBy(guardedRelease);
  // Any call may throw, and who is told so of each reads noise: a way out by a failure needs one that the code shows, or a use of the handle.
  const failure = bench.level(failureStrength);
  if (failure === "any-call" || (failure === "at-handle" && known !== "catalogue")) return bench.silentBy(failureStrength);
  // That the use of a handle fails is rare: of six such reports none was true.
  return speakOfWay(bench, failure === "at-handle" ? "possible" : "likely", failureStrength);
}

/** Why it is not owed there, whatever makes the function leave. */
function findExcuse(bench: WayHearing): Asked<HeldWay> | undefined {
  if (bench.level(otherWays) === "handed-over") return otherWays;
  if (bench.level(ownerKind) === "process") return ownerKind;
  const delay = bench.level(timerDelay);
  if (delay === "negligible" || delay === "short") return timerDelay;
  const ending = bench.level(failureEndsProcess);
  if (ending === "command" || ending === "action") return failureEndsProcess;
  if (bench.proves(clearedForAll)) return clearedForAll;
  return findExcuseOfNamed(bench) ?? findEndOnWay(bench);
}

/** What is only named may be another one of that name, and goes with what keeps it. */
function findExcuseOfNamed(bench: WayHearing): Asked<HeldWay> | undefined {
  if (!bench.candidate.isNamedAgain) return undefined;
  if (bench.level(keeperLifetime) === "own") return keeperLifetime;
  if (bench.level(otherRelease) !== "no") return otherRelease;
  return bench.holds(otherState) ? otherState : undefined;
}

function findEndOnWay(bench: WayHearing): Asked<HeldWay> | undefined {
  const held = bench.level(holdsNothing);
  if (held === "refused" || held === "closed") return holdsNothing;
  if (bench.level(recognisedBy) === "own-release" && held !== "no") return holdsNothing;
  if (!bench.holds(endsByItself)) return undefined;
  if (bench.proves(afterOwnEnd)) return afterOwnEnd;
  return bench.holds(earlierRelease) ? earlierRelease : undefined;
}

/** Whether nothing that the engine guesses stands between the acquisition and the exit. */
function isSurelyTaken(bench: WayHearing): boolean {
  if (bench.holds(endsByItself) || bench.level(otherWays) === "lent") return false;
  const failure = bench.level(failureStrength);
  return (failure === "by-choice" || failure === "sure") && bench.level(guardedRelease) === "no";
}

/** As sure as the match, and as what keeps a thing without a handle is sure to last. */
function speakOfWay(bench: WayHearing, confidence: Confidence, ...on: readonly Asked<HeldWay>[]): Verdict<HeldWay> {
  const { isNamedAgain, resource } = bench.candidate;
  // The timer of a promise is meant to settle it: only one that the file itself sets for long is worth a word when the wait has failed.
  if (bench.candidate.isOfExecutor === true && bench.level(delayWritten) === "no") return bench.speaks("possible", ...on, delayWritten);
  const isKept = !isNamedAgain || bench.level(keeperLifetime) === "runtime";
  return bench.speaks(weakest(resource.confidence, isKept ? confidence : "likely"), ...on, ...(isNamedAgain ? [keeperLifetime] : []));
}
