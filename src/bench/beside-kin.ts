/** What the habit of a project says of a handle: surer where other places release what the same call gives, weaker where none does. */
import type { LostHandle } from "../candidates/lost-handle.ts";
import { siblingsRelease } from "../evidence/unreleased/siblings-release.ts";
import { wantedConfidence } from "../facts/wanted-confidence.ts";
import type { Reason } from "./reason.ts";

/** The same reason, one step surer or weaker by what other places do; what is certain is so whatever others do. */
export function besideKin(reason: Reason<LostHandle>): Reason<LostHandle> {
  return {
    ...reason,
    asks: [...reason.asks, siblingsRelease],
    formula(bench) {
      const verdict = reason.formula(bench);
      const { confidence, decidedBy } = verdict;
      // Whoever is shown what is certain alone is shown neither.
      if (confidence === undefined || confidence === "certain" || wantedConfidence(bench.file.sourceCode) === "certain") return verdict;
      const habit = bench.level(siblingsRelease);
      if (habit === "most" && confidence === "possible") return bench.speaks("likely", ...decidedBy, siblingsRelease);
      return habit === "none" && confidence === "likely" ? bench.speaks("possible", ...decidedBy, siblingsRelease) : verdict;
    },
  };
}
