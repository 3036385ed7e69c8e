/** A removal of a listener that differs in one part from the addition it was meant for, so that the listener stays. */
import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import { endsWithReceiver } from "../../evidence/outlives/ends-with-receiver.ts";
import { targetMadeAnew } from "../../evidence/outlives/target-made-anew.ts";
import { handedOn } from "../../evidence/owned/handed-on.ts";
import { listening } from "../../evidence/real/listening.ts";
import { removedBeforehand } from "../../evidence/unmeant/removed-beforehand.ts";
import { bound } from "../../evidence/unreleased/bound.ts";
import { madeOfTheOther } from "../../evidence/unreleased/made-of-the-other.ts";
import { otherRemoval } from "../../evidence/unreleased/other-removal.ts";
import { removedFunction } from "../../evidence/unreleased/removed-function.ts";
import { removesAnother } from "../../evidence/unreleased/removes-another.ts";
import { cannotMatch } from "../../proofs/cannot-match.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";

type RemovalHearing = Hearing<UnmatchedRemoval>;
type RemovalVerdict = Verdict<UnmatchedRemoval>;

export const removalUnmatched: Reason<UnmatchedRemoval> = {
  id: "removal-unmatched",
  noun: "removal of a listener",
  asks: [cannotMatch, listening, bound, otherRemoval, removesAnother, removedBeforehand, targetMadeAnew, endsWithReceiver, handedOn, removedFunction, madeOfTheOther],
  formula(bench) {
    if (!bench.holds(listening)) return bench.silentBy(listening);
    if (bench.level(bound) === "signal") return bench.silentBy(bound);
    const isMalformed = bench.candidate.malformed.has(bench.candidate.removed);
    if (!isMalformed && bench.level(removesAnother) === "another") return bench.silentBy(removesAnother);
    if (bench.holds(otherRemoval)) return bench.silentBy(otherRemoval);
    if (bench.level(removedBeforehand) !== "no") return bench.silentBy(removedBeforehand);
    if (!bench.proves(cannotMatch)) return bench.speaks("likely", otherRemoval);
    // An emitter of the program's own may take the function alone.
    return isMalformed ? bench.speaks(bench.candidate.difference === "no-event" ? "likely" : "certain", cannotMatch) : judgeByDifference(bench);
  },
};

/** How sure it is that the removal was meant for this addition, and that nothing of that kind happens elsewhere. */
function judgeByDifference(bench: RemovalHearing): RemovalVerdict {
  if (bench.holds(targetMadeAnew)) return bench.speaks("likely", cannotMatch, targetMadeAnew);
  switch (bench.candidate.difference) {
    case "third":
      return speaksUnless(bench, bench.holds(endsWithReceiver), endsWithReceiver);
    case "target":
      return speaksUnless(bench, bench.holds(handedOn), handedOn);
    case "event":
      return speaksUnless(bench, bench.holds(handedOn) || bench.level(removedFunction) === "unknown", handedOn, removedFunction);
    default:
      return judgeByFunction(bench);
  }
}

function judgeByFunction(bench: RemovalHearing): RemovalVerdict {
  switch (bench.level(removedFunction)) {
    case "completion":
      return bench.speaks("likely", cannotMatch, removedFunction);
    case "new":
      return bench.speaks("certain", cannotMatch, removedFunction);
    case "made-again":
      return speaksUnless(bench, bench.holds(handedOn), removedFunction, handedOn);
    case "known":
      return bench.holds(madeOfTheOther) ? bench.speaks("certain", cannotMatch, madeOfTheOther) : speaksUnless(bench, bench.holds(handedOn), removedFunction, handedOn);
    case "unknown":
      return bench.speaks(bench.holds(madeOfTheOther) ? "certain" : "possible", cannotMatch, madeOfTheOther);
  }
}

function speaksUnless(bench: RemovalHearing, isDoubtful: boolean, ...on: readonly Asked<UnmatchedRemoval>[]): RemovalVerdict {
  return bench.speaks(isDoubtful ? "likely" : "certain", cannotMatch, ...on);
}
