/** An object that an owner makes for a field again, while the one before still holds what only its end releases. */
import type { Refilled } from "../../candidates/kept-field.ts";
import type { UnendedChild } from "../../candidates/unended-child.ts";
import { fieldGivenAway } from "../../evidence/owned/field-given-away.ts";
import { partOfOther } from "../../evidence/owned/part-of-other.ts";
import { takenOver } from "../../evidence/owned/taken-over.ts";
import { childHolds } from "../../evidence/real/child-holds.ts";
import { calledAgain } from "../../evidence/repeats/called-again.ts";
import { guardedRefill } from "../../evidence/repeats/guarded-refill.ts";
import { pairedHook } from "../../evidence/repeats/paired-hook.ts";
import { anyRelease } from "../../evidence/unreleased/any-release.ts";
import { elsewhereOfField } from "../../evidence/unreleased/elsewhere-of-field.ts";
import { isAsSureAs } from "../../facts/confidence.ts";
import { wantedConfidence } from "../../facts/wanted-confidence.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce } from "../unless-once.ts";

type RefilledChild = UnendedChild & Refilled;

export const childReplaced: Reason<RefilledChild> = unlessOnce<RefilledChild>({
  id: "child-replaced",
  noun: "object in a field",
  asks: [takenOver, fieldGivenAway, partOfOther, pairedHook, anyRelease, guardedRefill, calledAgain, elsewhereOfField, childHolds],
  formula: judgeReplacedChild,
});

function judgeReplacedChild(bench: Hearing<RefilledChild>): Verdict<RefilledChild> {
  const other = findOtherHands(bench);
  if (other !== undefined) return bench.silentBy(other);
  // What nothing ends is told by its end, or by none.
  if (!bench.holds(anyRelease)) return bench.silentBy(anyRelease);
  if (bench.level(guardedRefill) !== "no") return bench.silentBy(guardedRefill);
  const again = bench.level(calledAgain);
  if (again === "unknown") return bench.silentFor("repeats");
  // What one event makes another may end, each time in turn.
  if ((again === "event" || again === "act") && bench.holds(elsewhereOfField)) return bench.silentBy(elsewhereOfField);
  if (!isAsSureAs("likely", wantedConfidence(bench.file.sourceCode))) return bench.silentFor("real");
  const held = bench.level(childHolds);
  if (held === "unknown") return bench.silentFor("real");
  if (held === "nothing" || held === "handed-on") return bench.silentBy(childHolds);
  return bench.speaks(held === "part" ? "possible" : "likely", childHolds, calledAgain);
}

function findOtherHands(bench: Hearing<RefilledChild>): Asked<RefilledChild> | undefined {
  if (bench.level(takenOver) !== "no") return takenOver;
  if (bench.level(fieldGivenAway) !== "no") return fieldGivenAway;
  if (bench.level(partOfOther) !== "no") return partOfOther;
  return bench.holds(pairedHook) ? pairedHook : undefined;
}
