/** A listener on what a slot holds, which nothing takes off when the slot gets another object. */
import type { ReplacedTarget } from "../../candidates/replaced-target.ts";
import { slotRefilled } from "../../evidence/repeats/slot-refilled.ts";
import { slotLookedAt } from "../../evidence/unmeant/slot-looked-at.ts";
import { askedOfNewcomer } from "../../evidence/unreleased/asked-of-newcomer.ts";
import { bound } from "../../evidence/unreleased/bound.ts";
import { removedFromOld } from "../../evidence/unreleased/removed-from-old.ts";
import type { Reason } from "../reason.ts";

export const targetReplaced: Reason<ReplacedTarget> = {
  id: "target-replaced",
  noun: "listener on what a slot holds",
  asks: [bound, removedFromOld, askedOfNewcomer, slotLookedAt, slotRefilled],
  formula(bench) {
    if (bench.level(bound) !== "no") return bench.silentBy(bound);
    if (bench.holds(removedFromOld)) return bench.silentBy(removedFromOld);
    if (bench.holds(askedOfNewcomer)) return bench.silentBy(askedOfNewcomer);
    if (bench.holds(slotLookedAt)) return bench.silentBy(slotLookedAt);
    const again = bench.level(slotRefilled);
    if (again === "set-up") return bench.silentBy(slotRefilled);
    if (again === "filled-once") return bench.silentBy(slotRefilled);
    if (again === "unknown") return bench.silentFor("repeats");
    return bench.speaks(again === "only-at-end" ? "possible" : "certain", removedFromOld, slotRefilled);
  },
};
