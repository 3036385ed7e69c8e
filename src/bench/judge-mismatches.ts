/** The releases of a file that cannot do what they are there for, and the listeners that the removals of their siblings leave. */
import type { TSESTree } from "@typescript-eslint/utils";

import { collectForgottenListeners, type ForgottenListener } from "../candidates/forgotten-listener.ts";
import { collectEarlyReleases, collectUncalledReleases, type EarlyRelease, type UncalledRelease } from "../candidates/idle-release.ts";
import { collectMissingTokens, type MissingToken } from "../candidates/missing-token.ts";
import { collectRemovalsFromNewcomers, type RemovalFromNewcomer } from "../candidates/removal-from-newcomer.ts";
import { collectRepeatedAdditions, type RepeatedAddition } from "../candidates/repeated-addition.ts";
import { collectSpentReleases, type SpentRelease } from "../candidates/spent-release.ts";
import { collectSpentRemovals, type SpentRemoval } from "../candidates/spent-removal.ts";
import { collectUnaskedReleases, type UnaskedRelease } from "../candidates/unasked-release.ts";
import { collectReplacedTargets, type ReplacedTarget } from "../candidates/replaced-target.ts";
import { collectUnmatchedRemovals, type UnmatchedRemoval } from "../candidates/unmatched-removal.ts";
import { collectUnreachedTimers, type UnreachedTimer } from "../candidates/unreached-timer.ts";
import { collectWrongVerbs, type WrongVerb } from "../candidates/wrong-release.ts";
import { madeOfTheOther } from "../evidence/unreleased/made-of-the-other.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { hear, type HeardCandidate } from "./reason.ts";
import { addedAgain } from "./reasons/added-again.ts";
import { releaseEarly, releaseUncalled } from "./reasons/idle-release.ts";
import { listenerForgotten } from "./reasons/listener-forgotten.ts";
import { newcomerAsked } from "./reasons/newcomer-asked.ts";
import { releaseSpent } from "./reasons/release-spent.ts";
import { releaseUnasked } from "./reasons/release-unasked.ts";
import { removalSpent } from "./reasons/removal-spent.ts";
import { removalUnmatched } from "./reasons/removal-unmatched.ts";
import { targetReplaced } from "./reasons/target-replaced.ts";
import { timerUnreached } from "./reasons/timer-unreached.ts";
import { tokenMissing } from "./reasons/token-missing.ts";
import { wrongRelease } from "./reasons/wrong-release.ts";
import { hearUntilOneSpeaks, reportedOf, type Reported } from "./reported.ts";

export type MismatchedListener = Reported<UnmatchedRemoval>;
export type MismatchedTimer = Reported<UnreachedTimer>;
export type Mismatch = MismatchedListener | Reported<RepeatedAddition> | Reported<SpentRemoval> | Reported<SpentRelease> | Reported<UnaskedRelease> | Reported<RemovalFromNewcomer> | Reported<MissingToken> | MismatchedTimer | Reported<WrongVerb> | Reported<UncalledRelease> | Reported<EarlyRelease>;

export interface MismatchVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  /** The releases that cannot match what was acquired; `node` is what there is to mend. */
  readonly found: readonly Mismatch[];
}

const judged = new WeakMap<FileFacts, MismatchVerdicts>();

/** Judges the releases of the file; once, since what they leave is no report of its own. */
export function judgeMismatches(file: FileFacts): MismatchVerdicts {
  const known = judged.get(file) ?? findMismatches(file);
  judged.set(file, known);
  return known;
}

/** The additions of which a removal that cannot match is told for certain. */
export function additionsToldBy({ found }: MismatchVerdicts): readonly TSESTree.Node[] {
  return found.flatMap((mismatch) => (mismatch.confidence === "certain" && (mismatch.kind === "listener" || mismatch.kind === "spent" || mismatch.kind === "newcomer") ? [mismatch.added.call] : []));
}

function findMismatches(file: FileFacts): MismatchVerdicts {
  if (file.kind === "test") return { heard: [], found: [] };
  const removals = collectUnmatchedRemovals(file).flatMap((ofRemoval) => hearBestPair(file, ofRemoval) ?? []);
  const additions = collectRepeatedAdditions(file).map((candidate) => hear(file, addedAgain, candidate));
  const spent = collectSpentRemovals(file).map((candidate) => hear(file, removalSpent, candidate));
  const spentReleases = collectSpentReleases(file).map((candidate) => hear(file, releaseSpent, candidate));
  const unasked = collectUnaskedReleases(file).map((candidate) => hear(file, releaseUnasked, candidate));
  const newcomers = collectRemovalsFromNewcomers(file).map((candidate) => hear(file, newcomerAsked, candidate));
  const tokens = collectMissingTokens(file).map((candidate) => hear(file, tokenMissing, candidate));
  const timers = collectUnreachedTimers(file).flatMap((ofClear) => hearUntilOneSpeaks(file, timerUnreached, ofClear));
  const uncalled = collectUncalledReleases(file).map((candidate) => hear(file, releaseUncalled, candidate));
  const early = collectEarlyReleases(file).map((candidate) => hear(file, releaseEarly, candidate));
  const wrong = collectWrongVerbs(file).flatMap((ofResource) => hearUntilOneSpeaks(file, wrongRelease, ofResource));
  // One timer that several clears miss is told once.
  const missed = reportedOf(timers).filter(({ started }, index, all) => all.findIndex((other) => other.started === started) === index);
  return {
    heard: [...removals, ...additions, ...spent, ...spentReleases, ...unasked, ...newcomers, ...tokens, ...timers, ...uncalled, ...early, ...wrong],
    found: [...reportedOf(removals), ...reportedOf(additions), ...reportedOf(spent), ...reportedOf(spentReleases), ...reportedOf(unasked), ...reportedOf(newcomers), ...reportedOf(tokens), ...missed, ...reportedOf(uncalled), ...reportedOf(early), ...reportedOf(wrong)],
  };
}

/** The addition that a removal was most likely meant for; where none speaks, any of them tells why. */
function hearBestPair(file: FileFacts, pairs: readonly UnmatchedRemoval[]): HeardCandidate<UnmatchedRemoval> | undefined {
  let best: HeardCandidate<UnmatchedRemoval> | undefined;
  let bestRank = -Infinity;
  for (const pair of pairs) {
    const heard = hear(file, removalUnmatched, pair);
    const rank = rankOfReport(heard);
    if (rank > bestRank) [best, bestRank] = [heard, rank];
  }
  return best;
}

function rankOfReport({ confidence, hearing }: HeardCandidate<UnmatchedRemoval>): number {
  if (confidence === undefined) return -1;
  const { added, removed } = hearing.candidate;
  return (hearing.holds(madeOfTheOther) ? 4 : 0) + (confidence === "certain" ? 2 : 0) + (added.call.range[0] < removed.call.range[0] ? 1 : 0);
}

/** Judges the listeners that the mirror image of their set-up leaves. */
export function judgeForgottenListeners(file: FileFacts): readonly HeardCandidate<ForgottenListener>[] {
  return collectForgottenListeners(file).map((candidate) => hear(file, listenerForgotten, candidate));
}

/** Judges the listeners on what a slot holds, where the slot gets another object. */
export function judgeReplacedTargets(file: FileFacts): readonly HeardCandidate<ReplacedTarget>[] {
  return collectReplacedTargets(file).map((candidate) => hear(file, targetReplaced, candidate));
}
