/** A release by hand that the declaration of the handle can take over. */
import type { ReleaseByHand } from "../../candidates/release-by-hand.ts";
import { givenAway } from "../../evidence/owned/given-away.ts";
import { disposableAs } from "../../evidence/real/disposable-as.ts";
import { releasedTwice } from "../../evidence/unreleased/released-twice.ts";
import { sameAsDisposal } from "../../proofs/same-as-disposal.ts";
import type { Reason } from "../reason.ts";

export const releasedByHand: Reason<ReleaseByHand> = {
  id: "released-by-hand",
  noun: "release by hand",
  asks: [sameAsDisposal, disposableAs, releasedTwice, givenAway],
  formula(bench) {
    if (bench.holds(givenAway)) return bench.silentBy(givenAway);
    const disposal = bench.level(disposableAs);
    if (disposal === "not-here") return bench.silentBy(disposableAs);
    if (disposal === "unknown" || !bench.proves(sameAsDisposal)) return bench.silentFor("real");
    if (bench.holds(releasedTwice)) return bench.silentBy(releasedTwice);
    // Without types nothing tells which version of the library or of Node will run.
    return bench.speaks(bench.file.types.available ? "certain" : "likely", sameAsDisposal, disposableAs);
  },
};
