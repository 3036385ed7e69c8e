/** A listener that the mirror image of its set-up leaves, where it removes the others. */
import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import { hearsEnd } from "../../evidence/outlives/hears-end.ts";
import { livesLikeSiblings } from "../../evidence/outlives/lives-like-siblings.ts";
import { targetEnded } from "../../evidence/outlives/target-ended.ts";
import { bound } from "../../evidence/unreleased/bound.ts";
import { freeRemoval } from "../../evidence/unreleased/free-removal.ts";
import { mirroredSiblings } from "../../evidence/unreleased/mirrored-siblings.ts";
import { mostRemoved } from "../../evidence/unreleased/most-removed.ts";
import type { Reason } from "../reason.ts";

export const listenerForgotten: Reason<ForgottenListener> = {
  id: "listener-forgotten",
  noun: "listener beside others that are removed",
  asks: [bound, mirroredSiblings, freeRemoval, mostRemoved, livesLikeSiblings, hearsEnd, targetEnded],
  formula(bench) {
    if (bench.level(bound) !== "no") return bench.silentBy(bound);
    const siblings = bench.level(mirroredSiblings);
    if (siblings === "one") return bench.silentBy(mirroredSiblings);
    if (!bench.holds(mostRemoved)) return bench.silentBy(mostRemoved);
    if (bench.level(freeRemoval) !== "no") return bench.silentBy(freeRemoval);
    const lifetime = bench.level(livesLikeSiblings);
    if (lifetime === "no") return bench.silentBy(livesLikeSiblings);
    if (lifetime === "itself" && bench.holds(targetEnded)) return bench.silentBy(targetEnded);
    // What listens to itself takes the listener along when it goes, and so does what has come to its end; only where it is set up again does another one come.
    return bench.speaks(lifetime === "itself" || siblings === "twin" || bench.holds(hearsEnd) ? "likely" : "certain", mirroredSiblings, freeRemoval, mostRemoved, livesLikeSiblings);
  },
};
