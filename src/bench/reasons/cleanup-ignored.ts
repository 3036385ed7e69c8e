/** A cleanup that is returned to a call which does not take it, so that nobody calls it. */
import type { ReturnedCleanup } from "../../candidates/returned-cleanup.ts";
import { returnsCleanup } from "../../evidence/real/returns-cleanup.ts";
import { takesNoCleanup } from "../../evidence/real/takes-no-cleanup.ts";
import type { Reason } from "../reason.ts";

export const cleanupIgnored: Reason<ReturnedCleanup> = {
  id: "cleanup-ignored",
  noun: "returned cleanup",
  asks: [takesNoCleanup, returnsCleanup],
  formula(bench) {
    if (bench.level(takesNoCleanup) === "unknown") return bench.silentFor("real");
    return bench.holds(returnsCleanup) ? bench.speaks("certain", takesNoCleanup, returnsCleanup) : bench.silentBy(returnsCleanup);
  },
};
