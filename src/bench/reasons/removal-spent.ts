/** A removal that is given nothing, since the same run has set the place that it reads to null before. */
import type { SpentRemoval } from "../../candidates/spent-removal.ts";
import { lifeOfTarget } from "../../evidence/outlives/life-of-target.ts";
import { bound } from "../../evidence/unreleased/bound.ts";
import { meantAddition } from "../../evidence/unreleased/meant-addition.ts";
import { removedBeforeEmptied } from "../../evidence/unreleased/removed-before-emptied.ts";
import { removedWithFullPlace } from "../../evidence/unreleased/removed-with-full-place.ts";
import type { Reason } from "../reason.ts";

export const removalSpent: Reason<SpentRemoval> = {
  id: "removal-spent",
  noun: "removal that reads an emptied place",
  asks: [bound, removedBeforeEmptied, removedWithFullPlace, meantAddition, lifeOfTarget],
  formula(bench) {
    if (bench.level(bound) !== "no") return bench.silentBy(bound);
    if (bench.holds(removedBeforeEmptied)) return bench.silentBy(removedBeforeEmptied);
    if (bench.level(meantAddition) === "unknown") return bench.silentFor("unreleased");
    // An object that is dropped takes its listeners along; that its removal asks nobody changes nothing.
    if (bench.level(lifeOfTarget) === "own") return bench.candidate.part === "target" ? bench.silentBy(lifeOfTarget) : bench.speaks("likely", meantAddition);
    const isSure = bench.level(meantAddition) === "exact" && !bench.holds(removedWithFullPlace);
    return bench.speaks(isSure ? "certain" : "likely", meantAddition, removedWithFullPlace);
  },
};
