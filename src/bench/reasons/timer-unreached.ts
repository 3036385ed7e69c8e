/** A clear that cannot reach the timer it was meant for, so that the timer runs on. */
import type { UnreachedTimer } from "../../candidates/unreached-timer.ts";
import { timerOtherwise } from "../../evidence/unreleased/timer-otherwise.ts";
import { neverGiven } from "../../proofs/never-given.ts";
import type { Reason } from "../reason.ts";

export const timerUnreached: Reason<UnreachedTimer> = {
  id: "timer-unreached",
  noun: "timer and its clear",
  asks: [neverGiven, timerOtherwise],
  formula(bench) {
    if (!bench.proves(neverGiven)) return bench.silentFor("unreleased");
    return bench.level(timerOtherwise) === "no" ? bench.speaks("certain", neverGiven) : bench.silentBy(timerOtherwise);
  },
};
