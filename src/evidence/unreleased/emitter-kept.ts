import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const emitterKept: Evidence<DroppedSubscription, "yes" | "no"> = {
  id: "unreleased/emitter-kept",
  asks: "Does the object keep another subscription to the same emitter for its end?",
  levels: {
    yes: ["the object keeps another subscription to the same emitter for its end", "leak"],
    no: ["no other subscription to the same emitter is kept", "open"],
  },
  ask(_file, candidate) {
    const siblings = candidate.siblings();
    return siblings === undefined ? { level: "unknown", basis: "shown" } : yesOrNo(siblings.isEmitterKept);
  },
};
