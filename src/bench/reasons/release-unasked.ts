/** A release that waits for a parameter which nobody gives. */
import type { UnaskedRelease } from "../../candidates/unasked-release.ts";
import { parameterGiven } from "../../evidence/reachable/parameter-given.ts";
import { endedUnasked } from "../../evidence/unreleased/ended-unasked.ts";
import type { Reason } from "../reason.ts";

export const releaseUnasked: Reason<UnaskedRelease> = {
  id: "release-unasked",
  noun: "release that waits for a parameter",
  asks: [parameterGiven, endedUnasked],
  formula(bench) {
    const given = bench.level(parameterGiven);
    if (given === "given") return bench.silentBy(parameterGiven);
    if (bench.holds(endedUnasked)) return bench.silentBy(endedUnasked);
    return bench.speaks(given === "left-out" ? "certain" : "likely", parameterGiven, endedUnasked);
  },
};
