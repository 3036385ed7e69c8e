/** An entry whose sibling under the same id is removed: whether that is the end of the id. */
import type { ForgottenSibling } from "../../candidates/forgotten-sibling.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { openToOthers } from "../../evidence/owned/open-to-others.ts";
import { domainOfEntry } from "../../evidence/repeats/domain-of-entry.ts";
import { growthOfEntry } from "../../evidence/repeats/growth-of-entry.ts";
import { nameOfItsCollection } from "../../evidence/unmeant/name-of-collection.ts";
import { siblingWaits } from "../../evidence/unmeant/sibling-waits.ts";
import { endOfSibling } from "../../evidence/unreleased/end-of-sibling.ts";
import { fedOnlyTogether } from "../../evidence/unreleased/fed-only-together.ts";
import { removalOfEntry } from "../../evidence/unreleased/removal-of-entry.ts";
import type { Reason } from "../reason.ts";

export const entryForgottenSibling: Reason<ForgottenSibling> = {
  id: "entry-forgotten-sibling",
  noun: "entry",
  asks: [handedOut, nameOfItsCollection, growthOfEntry, removalOfEntry, endOfSibling, domainOfEntry, fedOnlyTogether, siblingWaits, containerOfEntry, openToOthers],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    const growth = bench.level(growthOfEntry);
    if (growth === "no") return bench.silentBy(growthOfEntry);
    if (bench.level(removalOfEntry) === "may-match") return bench.silentBy(removalOfEntry);
    if (!bench.holds(endOfSibling)) return bench.silentBy(endOfSibling);
    const isUnbounded = bench.level(domainOfEntry) === "unbounded";
    const isProven = isUnbounded || (bench.holds(fedOnlyTogether) && !bench.holds(siblingWaits));
    const container = bench.level(containerOfEntry);
    if (container === "possible" && !isProven) return bench.silentFor("outlives");
    const isCertain = isProven && !bench.holds(nameOfItsCollection) && container === "certain" && growth === "often" && bench.level(openToOthers) === "no";
    return bench.speaks(isCertain ? "certain" : "likely", endOfSibling, isUnbounded ? domainOfEntry : fedOnlyTogether);
  },
};
