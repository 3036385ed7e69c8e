/** A removal that asks the new object where the old one has the listener. */
import type { RemovalFromNewcomer } from "../../candidates/removal-from-newcomer.ts";
import { bound } from "../../evidence/unreleased/bound.ts";
import { oldOneReleased } from "../../evidence/unreleased/old-one-released.ts";
import type { Reason } from "../reason.ts";

export const newcomerAsked: Reason<RemovalFromNewcomer> = {
  id: "newcomer-asked",
  noun: "removal from a new object",
  asks: [bound, oldOneReleased],
  formula(bench) {
    if (bench.level(bound) !== "no") return bench.silentBy(bound);
    return bench.holds(oldOneReleased) ? bench.silentBy(oldOneReleased) : bench.speaks("certain", oldOneReleased);
  },
};
