/** A field that the end of its owner forgets. */
import type { KeptField } from "../../candidates/kept-field.ts";
import { callbackChecks } from "../../evidence/outlives/callback-checks.ts";
import { endEffort } from "../../evidence/outlives/end-effort.ts";
import { endOfOwner } from "../../evidence/outlives/end-of-owner.ts";
import { kindOfEnd } from "../../evidence/outlives/kind-of-end.ts";
import { madeWithOwner } from "../../evidence/outlives/made-with-owner.ts";
import { keptThing } from "../../evidence/real/kept-thing.ts";
import { fieldGivenAway } from "../../evidence/owned/field-given-away.ts";
import { skippedAtEnd } from "../../evidence/reachable/skipped-at-end.ts";
import { kindOfOwner } from "../../evidence/repeats/kind-of-owner.ts";
import { lastingOwner } from "../../evidence/repeats/lasting-owner.ts";
import { ownerMade } from "../../evidence/repeats/owner-made.ts";
import { rearmed } from "../../evidence/repeats/rearmed.ts";
import { settlesWait } from "../../evidence/unmeant/settles-wait.ts";
import { elsewhereOfField } from "../../evidence/unreleased/elsewhere-of-field.ts";
import { otherReleaseOfField } from "../../evidence/unreleased/other-release-of-field.ts";
import { releaseOfField } from "../../evidence/unreleased/release-of-field.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { Asked, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce, weakerInProgram } from "../unless-once.ts";
import { askedOfField, findNoResource, findOtherEndOfField, isOneShot, isSkipped, weighField, type FieldHearing } from "./field-exits.ts";

export const fieldForgotten: Reason<KeptField> = unlessOnce<KeptField>(weakerInProgram<KeptField>({
  id: "field-forgotten",
  noun: "field",
  asks: [...askedOfField, elsewhereOfField, otherReleaseOfField, settlesWait, kindOfOwner, lastingOwner, madeWithOwner, kindOfEnd],
  formula: judgeForgottenField,
}), ownerMade);

function judgeForgottenField(bench: FieldHearing): Verdict<KeptField> {
  const end = bench.level(endOfOwner);
  if (end === "none" || end === "hook-missing") return bench.silentBy(endOfOwner);
  const other = findNoResource(bench) ?? findOtherEndOfField(bench);
  if (other !== undefined) return bench.silentBy(other);
  const weight = weighField(bench);
  if (typeof weight !== "string") return bench.silentBy(weight);
  const isReleased = bench.holds(elsewhereOfField);
  const isOfModule = bench.level(kindOfOwner) === "module";
  // A module has no end that all its functions share: one that releases the field is the end of the field.
  if (isOfModule && isReleased) return bench.silentBy(elsewhereOfField);
  // A timer that sets itself again goes on at any end, whatever else stops it now and then: of nine such reports all were true.
  const isUnsure = isOfModule || (isReleased && !bench.holds(rearmed)) || bench.level(keptThing) === "siblings-memory" || bench.level(endEffort) === "none" || (end === "pausing" && bench.holds(madeWithOwner));
  const meant = isUnsure || weight === "likely" ? findOwnEnd(bench, isReleased) : undefined;
  if (meant !== undefined) return bench.silentBy(meant);
  const found = weakest(bench.candidate.resource.confidence, isUnsure ? "likely" : weight);
  const speak = (confidence: Confidence, ...further: readonly Asked<KeptField>[]): Verdict<KeptField> => bench.speaks(confidence, isSkipped(bench) ? skippedAtEnd : releaseOfField, endOfOwner, ...further);
  if (end !== "final") return speak(found);
  // Of seventeen timers that a verb leaves four mattered; of forty-one that a hook leaves thirty-two.
  if (bench.level(kindOfEnd) === "verb") return speak(found === "certain" ? "likely" : isTimer(bench) ? "possible" : found, kindOfEnd);
  return speak(found === "likely" && isLeftByHook(bench) ? "certain" : found);
}

function isTimer({ candidate }: FieldHearing): boolean {
  return candidate.resource.pair.id.startsWith("timers/");
}

/** A timer that runs once and that a hook leaves which releases others: another run that clears it first ends none of those behind it. */
function isLeftByHook(bench: FieldHearing): boolean {
  return isOneShot(bench) && bench.level(kindOfOwner) !== "module" && bench.level(keptThing) !== "siblings-memory" && bench.level(endEffort) === "releases" && bench.level(callbackChecks) !== "part" && bench.level(fieldGivenAway) !== "before";
}

/** What else is there to end the resource, or says that its owner lives as long as the program or only pauses. */
function findOwnEnd(bench: FieldHearing, isReleased: boolean): Asked<KeptField> | undefined {
  const release = bench.level(otherReleaseOfField);
  // A timer that ends by itself and is cleared before it is set is only armed anew.
  if (release !== "no" && !(release === "other-state" && isOneShot(bench))) return otherReleaseOfField;
  if (bench.level(lastingOwner) !== "unknown") return lastingOwner;
  if (bench.holds(settlesWait)) return settlesWait;
  if (bench.level(kindOfOwner) !== "instance" || bench.level(endOfOwner) !== "pausing") return undefined;
  // After `stop` and `disconnect` may come a start: what another function releases is ended there, and a timer that does not set itself again is soon over.
  if (isReleased) return elsewhereOfField;
  return isOneShot(bench) && !bench.holds(rearmed) ? endOfOwner : undefined;
}
