/** A field that is emptied of a timer which nothing has cleared, and which nothing can clear without it. */
import type { EmptiedHandle } from "../../candidates/emptied-handle.ts";
import { emptiedWhenOver } from "../../evidence/outlives/emptied-when-over.ts";
import { setUp } from "../../evidence/repeats/set-up.ts";
import { delay } from "../../evidence/unmeant/delay.ts";
import { emptiedAlongWith } from "../../evidence/unreleased/emptied-along-with.ts";
import type { Reason } from "../reason.ts";

export const handleEmptied: Reason<EmptiedHandle> = {
  id: "handle-emptied",
  noun: "emptying of a field",
  known: "What clears the timer no longer finds it",
  asks: [setUp, emptiedAlongWith, emptiedWhenOver, delay],
  formula(bench) {
    if (bench.holds(setUp)) return bench.silentBy(setUp);
    if (bench.level(emptiedAlongWith) !== "nothing") return bench.silentBy(emptiedAlongWith);
    const own = bench.level(emptiedWhenOver);
    if (own === "yes") return bench.silentBy(emptiedWhenOver);
    if (own === "unknown") return bench.silentFor("outlives");
    const runs = bench.level(delay);
    if (bench.candidate.resource.pair.endsByItself === true && (runs === "at-once" || runs === "brief")) return bench.silentBy(delay);
    return bench.speaks("likely", emptiedAlongWith, emptiedWhenOver);
  },
};
