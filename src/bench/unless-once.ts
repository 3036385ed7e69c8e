/** What the project says of every report of things that pile up: code that runs once leaves one behind, and that lives with the program. */
import type { Candidate } from "../candidates/candidate.ts";
import { programRuns } from "../evidence/repeats/program-runs.ts";
import type { Reason } from "./reason.ts";

/** The same reason, silent where the project shows that the code runs once. It is asked last, since it looks into other files. */
export function unlessOnce<Of extends Candidate>(reason: Reason<Of>): Reason<Of> {
  return {
    ...reason,
    asks: [...reason.asks, programRuns],
    formula(bench) {
      const verdict = reason.formula(bench);
      if (verdict.confidence === undefined) return verdict;
      // What nobody in the project uses may be called by a framework, by its name: that silences nothing.
      return bench.level(programRuns) === "once" ? bench.silentBy(programRuns) : verdict;
    },
  };
}
