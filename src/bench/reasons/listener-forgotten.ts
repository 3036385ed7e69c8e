/** A listener that the mirror image of its set-up leaves, where it removes the others. */
import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import { eventSureness } from "../../evidence/outlives/event-sureness.ts";
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
  asks: [bound, eventSureness, mirroredSiblings, freeRemoval, mostRemoved, livesLikeSiblings, hearsEnd, targetEnded],
  formula(bench) {
    const end = bench.level(bound);
    const siblings = bench.level(mirroredSiblings);
    // One event takes it off, if that comes: beside several that the end takes off it stays where the end comes first.
    const isForOnce = end === "once" && siblings === "several" && bench.level(eventSureness) === "rare";
    if (end !== "no" && !isForOnce) return bench.silentBy(bound);
    if (siblings === "one") return bench.silentBy(mirroredSiblings);
    if (!bench.holds(mostRemoved)) return bench.silentBy(mostRemoved);
    if (bench.level(freeRemoval) !== "no") return bench.silentBy(freeRemoval);
    const lifetime = bench.level(livesLikeSiblings);
    if (lifetime === "no") return bench.silentBy(livesLikeSiblings);
    if (lifetime === "itself" && bench.holds(targetEnded)) return bench.silentBy(targetEnded);
    // What listens to itself takes the listener along when it goes, and so does what has come to its end; only where it is set up again does another one come.
    if (isForOnce) return lifetime === "itself" ? bench.silentBy(livesLikeSiblings) : bench.speaks("likely", eventSureness, mirroredSiblings, freeRemoval, livesLikeSiblings);
    // What hears the end of its target goes with that, whatever becomes of its siblings.
    if (bench.holds(hearsEnd)) return bench.speaks("possible", hearsEnd, mirroredSiblings, freeRemoval, mostRemoved, livesLikeSiblings);
    return bench.speaks(lifetime === "itself" || siblings === "twin" ? "likely" : "certain", mirroredSiblings, freeRemoval, mostRemoved, livesLikeSiblings);
  },
};
