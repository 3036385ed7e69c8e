/** A release that does not run, or runs too early. */
import type { EarlyRelease, UncalledRelease } from "../../candidates/idle-release.ts";
import { namedOnPurpose } from "../../evidence/unmeant/named-on-purpose.ts";
import { undoneAtOnce } from "../../proofs/undone-at-once.ts";
import type { Reason } from "../reason.ts";

export const releaseUncalled: Reason<UncalledRelease> = {
  id: "release-uncalled",
  noun: "release that is only named",
  asks: [namedOnPurpose],
  formula: (bench) => (bench.level(namedOnPurpose) === "no" ? bench.speaks("certain", namedOnPurpose) : bench.silentBy(namedOnPurpose)),
};

export const releaseEarly: Reason<EarlyRelease> = {
  id: "release-early",
  noun: "release that an effect calls in place of returning it",
  asks: [undoneAtOnce],
  formula: (bench) => (bench.proves(undoneAtOnce) ? bench.speaks("certain", undoneAtOnce) : bench.silentFor("unreleased")),
};
