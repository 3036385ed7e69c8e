/** A list without an element that a statement computes and drops. */
import type { DroppedResult } from "../../candidates/dropped-result.ts";
import { removingFunction } from "../../evidence/real/removing-function.ts";
import { pureTest } from "../../proofs/pure-test.ts";
import type { Reason } from "../reason.ts";

export const entryResultDropped: Reason<DroppedResult> = {
  id: "entry-result-dropped",
  noun: "removal",
  asks: [pureTest, removingFunction],
  formula(bench) {
    const { test, filtering } = bench.candidate;
    if (test !== undefined) return bench.proves(pureTest) ? bench.speaks("certain", pureTest) : bench.silentFor("unreleased");
    if (filtering === undefined) return bench.speaks("certain");
    return bench.holds(removingFunction) ? bench.speaks("certain", removingFunction) : bench.silentBy(removingFunction);
  },
};
