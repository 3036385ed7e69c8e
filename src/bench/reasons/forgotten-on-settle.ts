/** A callback that settles a promise, gives an answer or ends an attempt, and leaves what was set up for that: the other callbacks go on waiting. */
import type { TSESTree } from "@typescript-eslint/utils";

import { collectSettlements, type Settlement } from "../../candidates/settlement.ts";
import { endedOnSettle } from "../../evidence/outlives/ended-on-settle.ts";
import { endsByItself } from "../../evidence/outlives/ends-by-itself.ts";
import { outlivesPromise } from "../../evidence/outlives/outlives-promise.ts";
import { outOfSight } from "../../evidence/owned/out-of-sight.ts";
import { waitsAgain } from "../../evidence/repeats/waits-again.ts";
import { timerDelay } from "../../evidence/unmeant/timer-delay.ts";
import { otherOutcome } from "../../evidence/unreleased/other-outcome.ts";
import { ownCallback } from "../../evidence/unreleased/own-callback.ts";
import { releasedByLaterEnd } from "../../evidence/unreleased/released-by-later-end.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { otherBranch } from "../../proofs/other-branch.ts";
import { releasedBefore } from "../../proofs/released-before.ts";
import { releasedInFinally } from "../../proofs/released-in-finally.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import type { WaitKind } from "../../subjects/settler/waits.ts";
import type { FunctionNode } from "../../syntax/tree.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import { hear, type HeardCandidate, type Reason } from "../reason.ts";
import { unlessOnce, weakerInProgram } from "../unless-once.ts";

/** A resource that a callback forgets when it settles the promise. */
export interface ForgottenOnSettle {
  readonly resource: Resource;
  readonly confidence: Confidence;
  /** What the callbacks settle. */
  readonly wait: WaitKind;
  /** The callback that settles without releasing. */
  readonly settler: TSESTree.Node;
  /** Where another callback releases it; undefined where none does. */
  readonly release: TSESTree.Node | undefined;
}

/** What silences one callback, and not the others. */
const OF_SETTLER: readonly Asked<Settlement>[] = [otherBranch, ownCallback, endedOnSettle, releasedByLaterEnd, releasedBefore];

export const forgottenOnSettle: Reason<Settlement> = unlessOnce<Settlement>(weakerInProgram<Settlement>({
  id: "forgotten-on-settle",
  noun: "set-up for a wait",
  known: "It stays when the wait is over",
  asks: [outlivesPromise, outOfSight, releasedInFinally, ...OF_SETTLER, otherOutcome, waitsAgain, timerDelay, endsByItself],
  formula: judgeSettlement,
}));

/** Hears of each resource one callback after the other, up to the first that forgets it, or to what speaks for all of them. */
export function hearSettlements(file: FileFacts, resources: readonly Resource[]): readonly HeardCandidate<Settlement>[] {
  return collectSettlements(file, resources).flatMap((settlements) => {
    const heard: HeardCandidate<Settlement>[] = [];
    for (const settlement of settlements) {
      const verdict = hear(file, forgottenOnSettle, settlement);
      heard.push(verdict);
      if (!verdict.decidedBy.some((asked) => OF_SETTLER.includes(asked))) break;
    }
    return heard;
  });
}

/** What is to be said. Where nothing at all is released, one report says it for the whole wait. */
export function tellForgotten(heard: readonly HeardCandidate<Settlement>[]): readonly ForgottenOnSettle[] {
  const homes = new Map<FunctionNode, ForgottenOnSettle[]>();
  for (const { confidence, hearing: { candidate: { wait: { home, kind }, resource, settler, releases } } } of heard) {
    const told = homes.get(home) ?? [];
    const isNew = told.every((other) => other.resource !== resource);
    if (confidence !== undefined && isNew) homes.set(home, [...told, { resource, confidence, wait: kind, settler: settler.node, release: releases[0] }]);
  }
  return [...homes.values()].flatMap((told) => [...told.filter(({ release }) => release !== undefined), ...told.filter(({ release }) => release === undefined).slice(0, 1)]);
}

function judgeSettlement(bench: Hearing<Settlement>): Verdict<Settlement> {
  const { releases, resource, wait } = bench.candidate;
  const outliving = bench.level(outlivesPromise);
  if (outliving === "no") return bench.silentBy(outlivesPromise);
  if (bench.level(outOfSight) !== "no") return bench.silentBy(outOfSight);
  if (bench.proves(releasedInFinally)) return bench.silentBy(releasedInFinally);
  if (bench.proves(otherBranch)) return bench.silentBy(otherBranch);
  const own = bench.level(ownCallback);
  if (own === "last" || (own === "own" && releases.length === 0)) return bench.silentBy(ownCallback);
  if (bench.holds(endedOnSettle)) return bench.silentBy(endedOnSettle);
  if (bench.holds(releasedByLaterEnd)) return bench.silentBy(releasedByLaterEnd);
  if (bench.proves(releasedBefore)) return bench.silentBy(releasedBefore);
  if (outliving === "signal") return bench.speaks("certain", outlivesPromise);
  // An attempt that has failed has often another to follow, for which the clock may go on.
  if (bench.level(timerDelay) === "long") return bench.speaks(wait.kind === "attempt" ? "likely" : "certain", timerDelay);
  // A release in one callback proves that the others forget it; without one, it may well be meant to stay.
  if (releases.length === 0 && bench.level(otherOutcome) === "yes") return bench.speaks(outliving === "perhaps" ? "likely" : "certain", otherOutcome);
  if (releases.length === 0 && bench.level(waitsAgain) === "again") return bench.speaks("likely", waitsAgain);
  if (releases.length === 0) return outliving === "given-signal" ? bench.speaks("possible", outlivesPromise) : bench.silentFor("unmeant");
  // A listener for one event ends with that, which the other outcome has just excluded.
  if (resource.pair.handle.from !== "identity" && bench.holds(endsByItself)) return bench.speaks("likely", endsByItself);
  // Whoever gives the signal may have made it for this call: of five such reports none was true.
  if (outliving === "given-signal") return bench.speaks("possible", outlivesPromise);
  return bench.speaks(outliving === "perhaps" ? "likely" : "certain", outlivesPromise);
}
