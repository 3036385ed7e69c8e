/** The timer of a timeout that loses its race, and goes on. */
import { collectRacingTimers, type RacingTimer } from "../../candidates/racing-timer.ts";
import { singletonSetUp } from "../../evidence/repeats/singleton-set-up.ts";
import { raceWithEnd } from "../../evidence/unmeant/race-with-end.ts";
import { timerDelay } from "../../evidence/unmeant/timer-delay.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import type { CallNode } from "../../syntax/tree.ts";
import { hear, type HeardCandidate, type Reason } from "../reason.ts";

/** A timer that a race leaves running. */
export interface LosingTimer {
  readonly resource: Resource;
  readonly race: CallNode;
  readonly confidence: Confidence;
}

export const losingTimer: Reason<RacingTimer> = {
  id: "losing-timer",
  noun: "timer in a race",
  asks: [timerDelay, raceWithEnd, singletonSetUp],
  formula(bench) {
    const delay = bench.level(timerDelay);
    if (delay === "negligible") return bench.silentBy(timerDelay);
    const end = bench.level(raceWithEnd);
    if (end === "waits") return bench.silentBy(raceWithEnd);
    if (bench.holds(singletonSetUp)) return bench.silentBy(singletonSetUp);
    if (delay === "unknown") return bench.speaks("likely", timerDelay);
    return end === "stands" ? bench.speaks("likely", timerDelay, raceWithEnd) : bench.speaks("certain", timerDelay);
  },
};

/** Hears each timer in each of its races. */
export function hearRacingTimers(file: FileFacts, resources: readonly Resource[]): readonly HeardCandidate<RacingTimer>[] {
  return collectRacingTimers(file, resources).map((timer) => hear(file, losingTimer, timer));
}

/** What is to be said of them. */
export function tellLosingTimers(heard: readonly HeardCandidate<RacingTimer>[]): readonly LosingTimer[] {
  return heard.flatMap(({ confidence, hearing: { candidate: { resource, race } } }) => (confidence === undefined ? [] : [{ resource, race, confidence }]));
}
