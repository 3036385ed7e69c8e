/** A release that is given nothing, since the same run has set the place that it reads to null before. */
import type { SpentRelease } from "../../candidates/spent-release.ts";
import { keptBeforeEmptied } from "../../evidence/unreleased/kept-before-emptied.ts";
import { releasedBeforeEmptied } from "../../evidence/unreleased/released-before-emptied.ts";
import type { Reason } from "../reason.ts";

export const releaseSpent: Reason<SpentRelease> = {
  id: "release-spent",
  noun: "release that reads an emptied place",
  asks: [releasedBeforeEmptied, keptBeforeEmptied],
  formula(bench) {
    if (bench.holds(releasedBeforeEmptied)) return bench.silentBy(releasedBeforeEmptied);
    return bench.holds(keptBeforeEmptied) ? bench.silentBy(keptBeforeEmptied) : bench.speaks("certain", releasedBeforeEmptied);
  },
};
