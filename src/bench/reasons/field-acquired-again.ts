/** A method or listener that can run again and fills a field that may still hold what an earlier run acquired. */
import type { RefilledField } from "../../candidates/kept-field.ts";
import { keptBy } from "../../evidence/outlives/kept-by.ts";
import { fieldGivenAway } from "../../evidence/owned/field-given-away.ts";
import { partOfOther } from "../../evidence/owned/part-of-other.ts";
import { takenOver } from "../../evidence/owned/taken-over.ts";
import { keptThing } from "../../evidence/real/kept-thing.ts";
import { calledAgain } from "../../evidence/repeats/called-again.ts";
import { filledOnCondition } from "../../evidence/repeats/filled-on-condition.ts";
import { guardedRefill } from "../../evidence/repeats/guarded-refill.ts";
import { pairedHook } from "../../evidence/repeats/paired-hook.ts";
import { rearmed } from "../../evidence/repeats/rearmed.ts";
import { delay } from "../../evidence/unmeant/delay.ts";
import { anyRelease } from "../../evidence/unreleased/any-release.ts";
import { elsewhereOfField } from "../../evidence/unreleased/elsewhere-of-field.ts";
import { endedByScope } from "../../evidence/unreleased/ended-by-scope.ts";
import { weakest } from "../../facts/confidence.ts";
import { declaredLongLived } from "../../proofs/declared-long-lived.ts";
import type { Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { findNoResource, isOneShot } from "./field-exits.ts";

export const fieldAcquiredAgain: Reason<RefilledField> = {
  id: "field-acquired-again",
  noun: "field",
  asks: [keptThing, declaredLongLived, endedByScope, keptBy, pairedHook, anyRelease, takenOver, fieldGivenAway, partOfOther, rearmed, delay, guardedRefill, calledAgain, elsewhereOfField, filledOnCondition],
  formula: judgeRefilled,
};

function judgeRefilled(bench: Hearing<RefilledField>): Verdict<RefilledField> {
  const none = findNoResource(bench);
  if (none !== undefined) return bench.silentBy(none);
  if (bench.level(keptBy) !== "process") return bench.silentBy(keptBy);
  if (bench.holds(pairedHook)) return bench.silentBy(pairedHook);
  if (!bench.holds(anyRelease)) return bench.silentBy(anyRelease);
  const taken = bench.level(takenOver);
  if (taken === "registered" || taken === "handed-on") return bench.silentBy(takenOver);
  if (bench.level(fieldGivenAway) !== "no") return bench.silentBy(fieldGivenAway);
  if (isOneShot(bench)) {
    if (bench.holds(rearmed)) return bench.silentBy(rearmed);
    const runs = bench.level(delay);
    if (runs === "at-once" || runs === "brief") return bench.silentBy(delay);
  }
  if (bench.level(partOfOther) === "ended") return bench.silentBy(partOfOther);
  if (bench.level(guardedRefill) !== "no") return bench.silentBy(guardedRefill);
  const again = bench.level(calledAgain);
  if (again === "unknown") return bench.silentFor("repeats");
  if (again === "event" || again === "act") return judgeHeard(bench);
  // That a method is called again says little of what its field holds then: of nine such reports one was true.
  return bench.speaks("possible", calledAgain, anyRelease);
}

/**
 * A listener that fills the field anew each time. What another listener releases, as `pause` does for `play`, may come in between each
 * time; what only the end of the owner releases, cannot.
 */
function judgeHeard(bench: Hearing<RefilledField>): Verdict<RefilledField> {
  if (isOneShot(bench)) return bench.silentBy(calledAgain);
  if (bench.holds(elsewhereOfField)) return bench.silentBy(elsewhereOfField);
  return bench.speaks(weakest(bench.candidate.resource.confidence, bench.holds(filledOnCondition) ? "likely" : "certain"), calledAgain, anyRelease);
}
