/** A field that a method empties of what it has only quieted down, so that the end of the owner finds nothing to release. */
import type { OverwrittenField } from "../../candidates/overwritten-field.ts";
import { endOfOwner } from "../../evidence/outlives/end-of-owner.ts";
import { runsAtEnd } from "../../evidence/outlives/runs-at-end.ts";
import { keptAsWell } from "../../evidence/owned/kept-as-well.ts";
import { onlyQuieted } from "../../evidence/unreleased/only-quieted.ts";
import { releasedAtEnd } from "../../evidence/unreleased/released-at-end.ts";
import type { Reason } from "../reason.ts";

export const fieldSetAside: Reason<OverwrittenField> = {
  id: "field-set-aside",
  noun: "emptying of a field",
  asks: [onlyQuieted, releasedAtEnd, keptAsWell, endOfOwner, runsAtEnd],
  formula(bench) {
    if (bench.level(onlyQuieted) !== "quieted") return bench.silentBy(onlyQuieted);
    const end = bench.level(endOfOwner);
    if (end !== "final" && end !== "pausing") return bench.silentBy(endOfOwner);
    if (bench.holds(runsAtEnd)) return bench.silentBy(runsAtEnd);
    if (!bench.holds(releasedAtEnd)) return bench.silentBy(releasedAtEnd);
    return bench.holds(keptAsWell) ? bench.silentBy(keptAsWell) : bench.speaks("likely", onlyQuieted, releasedAtEnd);
  },
};
