/** A one-shot timer whose handle is dropped although an end has to stop it: one that sets itself or opens its object again, or the fail-safe of a teardown. */
import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import { callbackChecks } from "../../evidence/outlives/callback-checks.ts";
import { endEffort } from "../../evidence/outlives/end-effort.ts";
import { endOfOwner } from "../../evidence/outlives/end-of-owner.ts";
import { inExecutor } from "../../evidence/outlives/in-executor.ts";
import { lifeAroundTimer } from "../../evidence/outlives/life-around.ts";
import { runsAtEnd } from "../../evidence/outlives/runs-at-end.ts";
import { setByTeardown } from "../../evidence/outlives/set-by-teardown.ts";
import { conditional } from "../../evidence/repeats/conditional.ts";
import { counted } from "../../evidence/repeats/counted.ts";
import { rearmed } from "../../evidence/repeats/rearmed.ts";
import { reopens } from "../../evidence/repeats/reopens.ts";
import { delay } from "../../evidence/unmeant/delay.ts";
import { holdsOwner } from "../../evidence/unmeant/holds-owner.ts";
import { unreferenced } from "../../evidence/unmeant/unreferenced.ts";
import { endUnread } from "../../evidence/unreleased/end-unread.ts";
import { flagIgnored } from "../../evidence/unreleased/flag-ignored.ts";
import type { Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";

type TimerHearing = Hearing<DroppedTimer>;

export const droppedLoop: Reason<DroppedTimer> = {
  id: "dropped-loop",
  noun: "timer",
  known: "Nothing can stop this timer any more",
  asks: [delay, unreferenced, rearmed, reopens, inExecutor, counted, conditional, lifeAroundTimer, endOfOwner, endEffort, endUnread, runsAtEnd, callbackChecks, flagIgnored, setByTeardown, holdsOwner],
  formula(bench) {
    const runs = bench.level(delay);
    if (runs === "at-once" || runs === "brief") return bench.silentBy(delay);
    if (bench.holds(unreferenced)) return bench.silentBy(unreferenced);
    const loop = bench.holds(rearmed) || bench.holds(reopens) ? judgeLoop(bench) : bench.silentFor("repeats");
    return loop.confidence === undefined && isFailSafe(bench) ? bench.speaks("likely", setByTeardown, holdsOwner) : loop;
  },
};

/** A dropped timer that arms itself again, or opens its object again, in an object or factory that has an end. */
function judgeLoop(bench: TimerHearing): Verdict<DroppedTimer> {
  const ends = [inExecutor, counted].find((asked) => bench.holds(asked));
  if (ends !== undefined) return bench.silentBy(ends);
  const end = bench.level(endOfOwner);
  if (end !== "final" && end !== "pausing") return bench.silentBy(endOfOwner);
  if (bench.holds(endUnread)) return bench.silentBy(endUnread);
  const flag = bench.level(flagIgnored);
  if (bench.level(callbackChecks) === "flag" && flag !== "ignored") return bench.silentBy(callbackChecks);
  if (!bench.holds(rearmed)) return bench.speaks("likely", reopens, endOfOwner);
  if (flag === "ignored" && !bench.holds(runsAtEnd)) return bench.speaks("certain", rearmed, flagIgnored);
  // All functions of a module share its end, and few of them are what it ends.
  if (bench.candidate.life().kind === "module") return bench.silentBy(endOfOwner);
  const isSure = bench.holds(lifeAroundTimer) && !bench.holds(conditional) && !bench.holds(runsAtEnd) && end === "final" && bench.level(endEffort) === "releases";
  return bench.speaks(isSure ? "certain" : "likely", rearmed, endOfOwner);
}

/** What a teardown sets for the case that its own work does not come to an end, and that keeps the object for noticeably long. */
function isFailSafe(bench: TimerHearing): boolean {
  if (bench.level(delay) !== "long" || !bench.holds(setByTeardown)) return false;
  const end = bench.level(endOfOwner);
  return (end === "final" || end === "pausing") && bench.holds(holdsOwner);
}
