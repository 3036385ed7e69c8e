/** A method that can run again and fills a field that may still hold what an earlier run acquired. */
import type { RefilledField } from "../../candidates/kept-field.ts";
import { fieldGivenAway } from "../../evidence/owned/field-given-away.ts";
import { keptThing } from "../../evidence/real/kept-thing.ts";
import { calledAgain } from "../../evidence/repeats/called-again.ts";
import { guardedRefill } from "../../evidence/repeats/guarded-refill.ts";
import { pairedHook } from "../../evidence/repeats/paired-hook.ts";
import { rearmed } from "../../evidence/repeats/rearmed.ts";
import { delay } from "../../evidence/unmeant/delay.ts";
import { anyRelease } from "../../evidence/unreleased/any-release.ts";
import { endedByScope } from "../../evidence/unreleased/ended-by-scope.ts";
import { weakest } from "../../facts/confidence.ts";
import { declaredLongLived } from "../../proofs/declared-long-lived.ts";
import type { Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { findNoResource, isOneShot } from "./field-exits.ts";

export const fieldAcquiredAgain: Reason<RefilledField> = {
  id: "field-acquired-again",
  noun: "field",
  asks: [keptThing, declaredLongLived, endedByScope, pairedHook, anyRelease, fieldGivenAway, rearmed, delay, guardedRefill, calledAgain],
  formula: judgeRefilled,
};

function judgeRefilled(bench: Hearing<RefilledField>): Verdict<RefilledField> {
  const none = findNoResource(bench);
  if (none !== undefined) return bench.silentBy(none);
  if (bench.holds(pairedHook)) return bench.silentBy(pairedHook);
  if (!bench.holds(anyRelease)) return bench.silentBy(anyRelease);
  if (bench.level(fieldGivenAway) !== "no") return bench.silentBy(fieldGivenAway);
  if (isOneShot(bench)) {
    if (bench.holds(rearmed)) return bench.silentBy(rearmed);
    const runs = bench.level(delay);
    if (runs === "at-once" || runs === "brief") return bench.silentBy(delay);
  }
  if (bench.level(guardedRefill) !== "no") return bench.silentBy(guardedRefill);
  if (bench.level(calledAgain) === "unknown") return bench.silentFor("repeats");
  return bench.speaks(weakest(bench.candidate.resource.confidence, "likely"), calledAgain, anyRelease);
}
