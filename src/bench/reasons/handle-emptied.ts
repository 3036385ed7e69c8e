/** A field that is emptied of a timer which nothing has cleared, and which nothing can clear without it. */
import type { EmptiedHandle } from "../../candidates/emptied-handle.ts";
import { emptiedWhenOver } from "../../evidence/outlives/emptied-when-over.ts";
import { fieldGivenAway } from "../../evidence/owned/field-given-away.ts";
import { partOfOther } from "../../evidence/owned/part-of-other.ts";
import { takenOver } from "../../evidence/owned/taken-over.ts";
import { setUp } from "../../evidence/repeats/set-up.ts";
import { delay } from "../../evidence/unmeant/delay.ts";
import { endedByScope } from "../../evidence/unreleased/ended-by-scope.ts";
import { emptiedAlongWith } from "../../evidence/unreleased/emptied-along-with.ts";
import { declaredLongLived } from "../../proofs/declared-long-lived.ts";
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

/** A field that is emptied of what has to be ended, in a file that ends it nowhere. */
export const handleLost: Reason<EmptiedHandle> = {
  id: "handle-lost",
  noun: "emptying of a field",
  asks: [declaredLongLived, endedByScope, setUp, emptiedAlongWith, takenOver, fieldGivenAway, partOfOther],
  formula(bench) {
    if (bench.proves(declaredLongLived)) return bench.silentBy(declaredLongLived);
    if (bench.holds(endedByScope)) return bench.silentBy(endedByScope);
    if (bench.holds(setUp)) return bench.silentBy(setUp);
    if (bench.level(emptiedAlongWith) !== "nothing") return bench.silentBy(emptiedAlongWith);
    if (bench.level(takenOver) !== "no") return bench.silentBy(takenOver);
    if (bench.level(fieldGivenAway) !== "no") return bench.silentBy(fieldGivenAway);
    if (bench.level(partOfOther) !== "no") return bench.silentBy(partOfOther);
    return bench.speaks("certain", emptiedAlongWith, takenOver, fieldGivenAway);
  },
};
