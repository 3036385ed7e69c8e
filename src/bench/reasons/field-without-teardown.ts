/** A field of an owner without any end: a component that its framework ends, or a class of which there is more than one. */
import type { KeptField } from "../../candidates/kept-field.ts";
import { endOfOwner } from "../../evidence/outlives/end-of-owner.ts";
import { keptBy } from "../../evidence/outlives/kept-by.ts";
import { kindOfOwner } from "../../evidence/repeats/kind-of-owner.ts";
import { madeRepeatedly } from "../../evidence/repeats/made-repeatedly.ts";
import { ownerMade } from "../../evidence/repeats/owner-made.ts";
import { rearmed } from "../../evidence/repeats/rearmed.ts";
import { unreferenced } from "../../evidence/unmeant/unreferenced.ts";
import { elsewhereOfField } from "../../evidence/unreleased/elsewhere-of-field.ts";
import { endOfFieldHeard } from "../../evidence/unreleased/end-of-field-heard.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { Asked, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce, weakerInProgram } from "../unless-once.ts";
import { askedOfField, findNoResource, findOtherEndOfField, isOneShot, weighField, type FieldHearing } from "./field-exits.ts";

export const fieldWithoutTeardown: Reason<KeptField> = unlessOnce<KeptField>(weakerInProgram<KeptField>({
  id: "field-without-teardown",
  noun: "field",
  known: "Nothing ends the owner of the field that keeps this",
  asks: [...askedOfField, elsewhereOfField, endOfFieldHeard, kindOfOwner, madeRepeatedly],
  formula: judgeUnended,
}), ownerMade);

function judgeUnended(bench: FieldHearing): Verdict<KeptField> {
  const end = bench.level(endOfOwner);
  if (end !== "none" && end !== "hook-missing") return bench.silentBy(endOfOwner);
  const kind = bench.level(kindOfOwner);
  const isMadeAgain = end === "hook-missing" || (kind === "instance" && bench.holds(madeRepeatedly));
  if (!isMadeAgain) return kind === "instance" ? bench.silentFor("repeats") : bench.silentBy(endOfOwner);
  const other = findNoResource(bench) ?? findOtherEndOfField(bench);
  if (other !== undefined) return bench.silentBy(other);
  const weight = weighField(bench);
  if (typeof weight !== "string") return bench.silentBy(weight);
  const isOver = isOneShot(bench) && !bench.holds(rearmed);
  const isReleased = bench.holds(elsewhereOfField);
  if (end === "hook-missing") {
    // A timer that runs once is soon over, whether the component goes or not.
    if (isOver) return isReleased ? bench.silentBy(elsewhereOfField) : speakUnended(bench, "possible", endOfOwner);
    // What another function releases may be released as its owner ends: of five such reports one was true.
    return speakUnended(bench, isReleased ? "possible" : kind === "closure" ? "likely" : weight, endOfOwner);
  }
  if (isOver) return bench.silentBy(rearmed);
  if (isReleased) return bench.silentBy(elsewhereOfField);
  if (bench.holds(endOfFieldHeard)) return bench.silentBy(endOfFieldHeard);
  if (bench.level(keptBy) !== "process") return bench.silentBy(keptBy);
  return bench.holds(unreferenced) ? bench.silentBy(unreferenced) : speakUnended(bench, "likely", madeRepeatedly);
}

function speakUnended(bench: FieldHearing, confidence: Confidence, on: Asked<KeptField>): Verdict<KeptField> {
  return bench.speaks(weakest(bench.candidate.resource.confidence, confidence), on);
}
