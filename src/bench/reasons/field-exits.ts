/** What silences a kept field whatever its owner's end is like, and how much it matters otherwise. */
import type { KeptField } from "../../candidates/kept-field.ts";
import { callbackChecks } from "../../evidence/outlives/callback-checks.ts";
import { endEffort } from "../../evidence/outlives/end-effort.ts";
import { endOfOwner } from "../../evidence/outlives/end-of-owner.ts";
import { keptBy } from "../../evidence/outlives/kept-by.ts";
import { refCallback } from "../../evidence/outlives/ref-callback.ts";
import { runsAtEnd } from "../../evidence/outlives/runs-at-end.ts";
import { baseClass } from "../../evidence/owned/base-class.ts";
import { fieldGivenAway } from "../../evidence/owned/field-given-away.ts";
import { partOfOther } from "../../evidence/owned/part-of-other.ts";
import { takenOver } from "../../evidence/owned/taken-over.ts";
import { skippedAtEnd } from "../../evidence/reachable/skipped-at-end.ts";
import { keptThing } from "../../evidence/real/kept-thing.ts";
import { rearmed } from "../../evidence/repeats/rearmed.ts";
import { delay } from "../../evidence/unmeant/delay.ts";
import { unreferenced } from "../../evidence/unmeant/unreferenced.ts";
import { byOtherName } from "../../evidence/unreleased/by-other-name.ts";
import { endUnread } from "../../evidence/unreleased/end-unread.ts";
import { endedByScope } from "../../evidence/unreleased/ended-by-scope.ts";
import { releaseOfField } from "../../evidence/unreleased/release-of-field.ts";
import { releasedByCallback } from "../../evidence/unreleased/released-by-callback.ts";
import { touchedAtEnd } from "../../evidence/unreleased/touched-at-end.ts";
import type { Confidence } from "../../facts/confidence.ts";
import { declaredLongLived } from "../../proofs/declared-long-lived.ts";
import type { Asked, Hearing } from "../hearing.ts";

export type FieldHearing = Hearing<KeptField>;

/** What can be asked of a field before its reason is known. */
export const askedOfField: readonly Asked<KeptField>[] = [
  keptThing, declaredLongLived, endedByScope, endOfOwner, endEffort, endUnread, releaseOfField, skippedAtEnd, byOtherName, touchedAtEnd, takenOver, fieldGivenAway, partOfOther, baseClass, refCallback, runsAtEnd, keptBy, unreferenced, rearmed, delay, callbackChecks, releasedByCallback,
];

/** Whether a timer runs but once. */
export function isOneShot({ candidate }: FieldHearing): boolean {
  return candidate.resource.pair.endsByItself === true;
}

/** What says that the field keeps nothing which anybody has to release. */
export function findNoResource(bench: FieldHearing): Asked<KeptField> | undefined {
  const kept = bench.level(keptThing);
  if (kept === "memory-only" || kept === "given") return keptThing;
  if (kept === "catalogue" && bench.proves(declaredLongLived)) return declaredLongLived;
  return bench.holds(endedByScope) ? endedByScope : undefined;
}

/** What says that the field is released at the end, or somebody else's. */
export function findOtherEndOfField(bench: FieldHearing): Asked<KeptField> | undefined {
  if (bench.holds(endUnread)) return endUnread;
  if (bench.level(takenOver) !== "no") return takenOver;
  if (bench.level(releaseOfField) !== "no" && !isSkipped(bench)) return releaseOfField;
  const given = bench.level(fieldGivenAway);
  if (given === "at-end" || (given === "before" && bench.candidate.resource.pair.id === "language/owned-field")) return fieldGivenAway;
  if (isOneShot(bench) && bench.holds(runsAtEnd)) return runsAtEnd;
  // What the end writes its next run reads, and stops.
  if (!isOneShot(bench) && bench.holds(releasedByCallback) && bench.level(callbackChecks) === "flag") return releasedByCallback;
  if (bench.level(partOfOther) !== "no") return partOfOther;
  return [refCallback, byOtherName, baseClass].find((asked) => bench.holds(asked));
}

/** Whether the end of the owner has a release, and goes around it. */
export function isSkipped(bench: FieldHearing): boolean {
  return bench.level(releaseOfField) === "at-end" && bench.holds(skippedAtEnd);
}

/** How much the resource matters once its owner has ended; what says that it does not. */
export function weighField(bench: FieldHearing): Confidence | Asked<KeptField> {
  const isGiven = bench.level(fieldGivenAway) === "before";
  if (!isOneShot(bench)) return bench.holds(unreferenced) || isGiven || bench.holds(touchedAtEnd) || bench.level(keptBy) === "own-argument" ? "likely" : "certain";
  if (bench.holds(unreferenced)) return unreferenced;
  const checks = bench.level(callbackChecks);
  if (checks === "flag") return callbackChecks;
  const isLoop = bench.holds(rearmed);
  const runs = bench.level(delay);
  if (!isLoop && (runs === "at-once" || runs === "brief")) return delay;
  const isMissed = isLoop || (bench.level(endEffort) === "releases" && bench.level(endOfOwner) !== "pausing");
  return isMissed && !isGiven && runs !== "brief" && runs !== "short" && checks !== "part" ? "certain" : "likely";
}
