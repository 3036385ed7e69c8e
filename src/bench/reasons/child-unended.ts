/** An object that an owner makes for a field, and that its end leaves with all that it holds. */
import type { UnendedChild } from "../../candidates/unended-child.ts";
import { endOfOwner } from "../../evidence/outlives/end-of-owner.ts";
import { madeWithOwner } from "../../evidence/outlives/made-with-owner.ts";
import { baseClass } from "../../evidence/owned/base-class.ts";
import { childLent } from "../../evidence/owned/child-lent.ts";
import { fieldGivenAway } from "../../evidence/owned/field-given-away.ts";
import { partOfOther } from "../../evidence/owned/part-of-other.ts";
import { takenOver } from "../../evidence/owned/taken-over.ts";
import { childHolds } from "../../evidence/real/child-holds.ts";
import { kindOfOwner } from "../../evidence/repeats/kind-of-owner.ts";
import { lastingOwner } from "../../evidence/repeats/lasting-owner.ts";
import { ownerMade } from "../../evidence/repeats/owner-made.ts";
import { byOtherName } from "../../evidence/unreleased/by-other-name.ts";
import { childEnded } from "../../evidence/unreleased/child-ended.ts";
import { elsewhereOfField } from "../../evidence/unreleased/elsewhere-of-field.ts";
import { endUnread } from "../../evidence/unreleased/end-unread.ts";
import { releaseOfField } from "../../evidence/unreleased/release-of-field.ts";
import { siblingsEnded } from "../../evidence/unreleased/siblings-ended.ts";
import { isAsSureAs, type Confidence } from "../../facts/confidence.ts";
import { wantedConfidence } from "../../facts/wanted-confidence.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce } from "../unless-once.ts";

type ChildHearing = Hearing<UnendedChild>;

export const childUnended: Reason<UnendedChild> = unlessOnce<UnendedChild>({
  id: "child-unended",
  noun: "object in a field",
  asks: [endOfOwner, endUnread, takenOver, releaseOfField, fieldGivenAway, partOfOther, byOtherName, elsewhereOfField, kindOfOwner, lastingOwner, madeWithOwner, siblingsEnded, baseClass, childHolds, childLent, childEnded],
  formula: judgeChild,
}, ownerMade);

function judgeChild(bench: ChildHearing): Verdict<UnendedChild> {
  const end = bench.level(endOfOwner);
  if (end === "none" || end === "hook-missing") return bench.silentBy(endOfOwner);
  const other = findOtherEndOfChild(bench);
  if (other !== undefined) return bench.silentBy(other);
  const isSure = end === "final" && bench.holds(siblingsEnded);
  // Another file has to be read for it: not for what nobody is shown.
  if (!isAsSureAs(isSure ? "certain" : "likely", wantedConfidence(bench.file.sourceCode))) return bench.silentFor("real");
  if (bench.holds(baseClass)) return bench.silentBy(baseClass);
  const held = bench.level(childHolds);
  if (held === "unknown") return bench.silentFor("real");
  if (held === "nothing" || held === "handed-on") return bench.silentBy(childHolds);
  const isLent = bench.level(fieldGivenAway) === "before";
  if (isLent && bench.level(childLent) !== "yes") return bench.silentBy(childLent);
  if (bench.level(childEnded) !== "no") return bench.silentBy(childEnded);
  return bench.speaks(confidenceByHeld(held, isSure && !isLent), childHolds, childEnded, endOfOwner);
}

/** Of what a part out of sight holds only an owner that ends others of its own says that it matters. */
function confidenceByHeld(held: "process" | "outside" | "part", isSure: boolean): Confidence {
  if (held === "part") return isSure ? "likely" : "possible";
  return isSure && held === "process" ? "certain" : "likely";
}

/** What in the file alone says that the child is ended, or is another's. */
function findOtherEndOfChild(bench: ChildHearing): Asked<UnendedChild> | undefined {
  if (bench.holds(endUnread)) return endUnread;
  if (bench.level(takenOver) !== "no") return takenOver;
  if (bench.level(releaseOfField) !== "no") return releaseOfField;
  if (bench.level(fieldGivenAway) === "at-end" || (bench.level(fieldGivenAway) === "before" && !bench.file.project.isAtHand())) return fieldGivenAway;
  if (bench.level(partOfOther) !== "no") return partOfOther;
  if (bench.holds(byOtherName)) return byOtherName;
  if (bench.holds(elsewhereOfField)) return elsewhereOfField;
  if (bench.level(kindOfOwner) === "module") return kindOfOwner;
  return bench.level(lastingOwner) === "unknown" ? undefined : lastingOwner;
}
