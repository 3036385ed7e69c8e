/** An entry that a callback removes: whether it stays when the promise is rejected, or the callback told of an error. */
import type { EntryOnSuccess } from "../../candidates/entry-on-success.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { errorReturn } from "../../evidence/reachable/error-return.ts";
import { fulfilledOnly } from "../../evidence/reachable/fulfilled-only.ts";
import { promiseByName } from "../../evidence/reachable/promise-by-name.ts";
import { rejection } from "../../evidence/reachable/rejection.ts";
import { emptiedOfEntry } from "../../evidence/unreleased/emptied-of-entry.ts";
import { onlyRemoval } from "../../evidence/unreleased/only-removal.ts";
import { otherObject } from "../../evidence/unreleased/other-object.ts";
import type { Reason } from "../reason.ts";

export const entryOnSuccessOnly: Reason<EntryOnSuccess> = {
  id: "entry-on-success-only",
  noun: "entry",
  asks: [handedOut, onlyRemoval, otherObject, emptiedOfEntry, rejection, fulfilledOnly, promiseByName, errorReturn, containerOfEntry],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    if (!bench.holds(onlyRemoval)) return bench.silentBy(onlyRemoval);
    if (bench.holds(otherObject)) return bench.silentBy(otherObject);
    // Whoever empties the collection as a whole, at a flush or a reset, has another end for what a rejection leaves.
    if (bench.level(emptiedOfEntry) !== "no") return bench.silentBy(emptiedOfEntry);
    const told = bench.level(promiseByName);
    if (told === "of-an-end") return bench.silentBy(promiseByName);
    if (bench.level(rejection) !== "possible") return bench.silentBy(rejection);
    const confidence = bench.level(containerOfEntry) === "possible" ? "likely" : "certain";
    if (bench.holds(fulfilledOnly) && told !== "end-signal") return bench.speaks(confidence, fulfilledOnly, rejection);
    return bench.holds(errorReturn) ? bench.speaks(confidence, errorReturn) : bench.silentFor("reachable");
  },
};
