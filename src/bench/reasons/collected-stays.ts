/** A listener on a member of a collection, which the end of the owner leaves on those that are still in it. */
import type { CollectedTarget } from "../../candidates/collected-target.ts";
import { lifeOfTarget } from "../../evidence/outlives/life-of-target.ts";
import { bound } from "../../evidence/unreleased/bound.ts";
import { collectionAtEnd } from "../../evidence/unreleased/collection-at-end.ts";
import type { Reason } from "../reason.ts";

export const collectedStays: Reason<CollectedTarget> = {
  id: "collected-stays",
  noun: "listener on a member of a collection",
  asks: [bound, collectionAtEnd, lifeOfTarget],
  formula(bench) {
    if (bench.level(bound) !== "no") return bench.silentBy(bound);
    if (bench.level(collectionAtEnd) !== "left") return bench.silentBy(collectionAtEnd);
    if (bench.candidate.life.teardown?.rank !== "final") return bench.silentFor("outlives");
    const life = bench.level(lifeOfTarget);
    if (life === "own") return bench.silentBy(lifeOfTarget);
    return life === "unknown" ? bench.silentFor("outlives") : bench.speaks("likely", collectionAtEnd, lifeOfTarget);
  },
};
