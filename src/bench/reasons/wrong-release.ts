/** A teardown that calls a method which looks like the release of what it holds and is none. */
import type { WrongVerb } from "../../candidates/wrong-release.ts";
import { releaseInEnd } from "../../evidence/outlives/release-in-end.ts";
import { otherUse } from "../../evidence/unreleased/other-use.ts";
import type { Reason } from "../reason.ts";

export const wrongRelease: Reason<WrongVerb> = {
  id: "wrong-release",
  noun: "method that does not release",
  asks: [otherUse, releaseInEnd],
  formula(bench) {
    if (bench.level(otherUse) !== "no") return bench.silentBy(otherUse);
    return bench.holds(releaseInEnd) ? bench.speaks(bench.candidate.resource.confidence, releaseInEnd, otherUse) : bench.silentFor("outlives");
  },
};
