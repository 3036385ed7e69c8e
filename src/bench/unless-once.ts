/** What the project says of every report of things that pile up: code that runs once leaves one behind, and that lives with the program. */
import type { Candidate } from "../candidates/candidate.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { enteredBy } from "../evidence/repeats/entered-by.ts";
import { programRuns } from "../evidence/repeats/program-runs.ts";
import { isAsSureAs } from "../facts/confidence.ts";
import { wantedConfidence } from "../facts/wanted-confidence.ts";
import type { Hearing } from "./hearing.ts";
import type { Reason } from "./reason.ts";

/** The same reason, silent where the project shows that the code runs once or in a script that ends, or answers one of `others` with "yes". It is asked last, since it looks into other files. */
export function unlessOnce<Of extends Candidate>(reason: Reason<Of>, ...others: readonly Evidence<Of, "yes">[]): Reason<Of> {
  return {
    ...reason,
    asks: [...reason.asks, ...others, programRuns],
    formula(bench) {
      const verdict = reason.formula(bench);
      // What nobody is shown is worth no look into other files.
      if (verdict.confidence === undefined || !isAsSureAs(verdict.confidence, wantedConfidence(bench.file.sourceCode))) return verdict;
      const other = others.find((asked) => bench.holds(asked));
      if (other !== undefined) return bench.silentBy(other);
      // What nobody in the project uses may be called by a framework, by its name: that silences nothing.
      const runs = bench.level(programRuns);
      return runs === "once" || runs === "ends" ? bench.silentBy(programRuns) : verdict;
    },
  };
}

/**
 * The same reason, weaker in a file that is a program of its own: what its functions leave behind is seldom left again and again. Of
 * 26 such reports one was true. Of a class the file may make many objects.
 */
export function weakerInProgram<Of extends Candidate>(reason: Reason<Of>): Reason<Of> {
  return {
    ...reason,
    asks: [...reason.asks, enteredBy],
    formula(bench) {
      const verdict = reason.formula(bench);
      if (verdict.confidence === undefined || verdict.confidence === "possible" || bench.level(enteredBy) === "unknown") return verdict;
      return bench.speaks(verdict.confidence === "certain" && bench.level(enteredBy) === "class" ? "likely" : "possible", ...verdict.decidedBy, enteredBy);
    },
  };
}

/** The same reason, likely where the candidate is one that code meant to run once leaves behind, and a file of the project shows that it runs again. */
export function likelyWhereOften<Of extends Candidate>(reason: Reason<Of>, isMeantForOnce: (bench: Hearing<Of>) => boolean): Reason<Of> {
  return {
    ...reason,
    formula(bench) {
      const verdict = reason.formula(bench);
      if (verdict.confidence !== "possible" || !isAsSureAs("likely", wantedConfidence(bench.file.sourceCode)) || !isMeantForOnce(bench) || !bench.file.project.isAtHand()) return verdict;
      const runs = bench.level(programRuns);
      return runs === "often" || runs === "strangers" ? bench.speaks("likely", ...verdict.decidedBy, programRuns) : verdict;
    },
  };
}
