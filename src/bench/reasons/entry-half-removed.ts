/** An entry that one function removes together with its sibling's, and another leaves behind. */
import type { HalfRemovedEntry } from "../../candidates/half-removed-entry.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { growthOfEntry } from "../../evidence/repeats/growth-of-entry.ts";
import { forgettingFunction } from "../../evidence/unreleased/forgetting-function.ts";
import { removesBoth } from "../../evidence/unreleased/removes-both.ts";
import type { Asked } from "../hearing.ts";
import type { Reason } from "../reason.ts";

export const entryHalfRemoved: Reason<HalfRemovedEntry> = {
  id: "entry-half-removed",
  noun: "entry",
  asks: [handedOut, forgettingFunction, removesBoth, growthOfEntry, containerOfEntry],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    if (bench.level(containerOfEntry) === "possible") return bench.silentFor("outlives");
    if (bench.level(forgettingFunction) !== "yes") return bench.silentBy(forgettingFunction);
    if (bench.holds(removesBoth)) return bench.silentBy(removesBoth);
    return bench.level(growthOfEntry) === "no" ? bench.silentBy(growthOfEntry) : bench.speaks("possible", forgettingFunction, removesBoth);
  },
};

/** What says that a function does not forget an entry: another may. Everything else holds for all that do. */
export const forgetsNothing: ReadonlySet<Asked<HalfRemovedEntry>> = new Set<Asked<HalfRemovedEntry>>([forgettingFunction, removesBoth]);
