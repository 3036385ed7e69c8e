/** An entry for the time of some work, which stays when the work fails or the function returns: whether it can, and whether nothing else removes it. */
import type { InterruptedEntry } from "../../candidates/interrupted-entry.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { removalOnMainPath } from "../../evidence/reachable/removal-on-main-path.ts";
import { wayOfEntry } from "../../evidence/reachable/way-of-entry.ts";
import { emptiedOfEntry } from "../../evidence/unreleased/emptied-of-entry.ts";
import { otherObject } from "../../evidence/unreleased/other-object.ts";
import { removedElsewhere } from "../../evidence/unreleased/removed-elsewhere.ts";
import { removedOnFailure } from "../../proofs/removed-on-failure.ts";
import type { Asked } from "../hearing.ts";
import type { Reason } from "../reason.ts";

export const entryInterrupted: Reason<InterruptedEntry> = {
  id: "entry-interrupted",
  noun: "entry",
  asks: [removedOnFailure, handedOut, otherObject, removalOnMainPath, wayOfEntry, emptiedOfEntry, removedElsewhere, containerOfEntry],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    if (bench.proves(removedOnFailure)) return bench.silentBy(removedOnFailure);
    // Where the beginning of a function is the start, the same variable is the key, and `this` is handed on: `find.call(this)`.
    if (bench.holds(otherObject) && bench.candidate.start !== "entry") return bench.silentBy(otherObject);
    if (!bench.holds(removalOnMainPath)) return bench.silentBy(removalOnMainPath);
    const way = bench.level(wayOfEntry);
    if (way === "unknown") return bench.silentFor("reachable");
    if (way === "behind") return bench.silentBy(wayOfEntry);
    if (bench.level(emptiedOfEntry) === "while-it-lives") return bench.silentBy(emptiedOfEntry);
    const elsewhere = bench.level(removedElsewhere);
    if (elsewhere === "on-failure") return bench.silentBy(removedElsewhere);
    const isLasting = bench.level(containerOfEntry) !== "possible";
    if (way === "rejection") return bench.speaks(isLasting && elsewhere === "no" ? "certain" : "likely", wayOfEntry, containerOfEntry);
    return isLasting ? bench.speaks("likely", wayOfEntry, containerOfEntry) : bench.silentFor("outlives");
  },
};

/** Where entries leave another way when work fails, they do so whichever insert and removal are looked at. */
export const otherWaysOut: ReadonlySet<Asked<InterruptedEntry>> = new Set<Asked<InterruptedEntry>>([emptiedOfEntry, removedElsewhere]);
