/** A field that the end of its owner gives another value before it releases it. */
import type { OverwrittenField } from "../../candidates/overwritten-field.ts";
import { endOfOwner } from "../../evidence/outlives/end-of-owner.ts";
import { runsAtEnd } from "../../evidence/outlives/runs-at-end.ts";
import { lateRelease } from "../../evidence/unreleased/late-release.ts";
import type { Reason } from "../reason.ts";

export const fieldReplaced: Reason<OverwrittenField> = {
  id: "field-replaced",
  noun: "replacement of a field",
  asks: [lateRelease, endOfOwner, runsAtEnd],
  formula(bench) {
    if (bench.level(lateRelease) !== "misses") return bench.silentBy(lateRelease);
    const end = bench.level(endOfOwner);
    if (end !== "final" && end !== "pausing") return bench.silentBy(endOfOwner);
    return bench.holds(runsAtEnd) ? bench.speaks("certain", lateRelease, runsAtEnd) : bench.silentBy(runsAtEnd);
  },
};
