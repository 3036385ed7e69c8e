import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import type { EmitterLifetime } from "../../subjects/subscription/emitter-lifetime.ts";
import { emitterOf, lifetimeOfEmitter } from "../../subjects/subscription/subscription.ts";
import type { Evidence } from "../evidence.ts";

export const emitterOfSubscription: Evidence<DroppedSubscription, Exclude<EmitterLifetime, "unknown">> = {
  id: "outlives/emitter-of-subscription",
  asks: "Who has made what is subscribed to?",
  levels: {
    process: ["what it is subscribed to lives as long as the program", "leak"],
    injected: ["what it is subscribed to was injected", "leak"],
    parameter: ["what it is subscribed to was given for a call", "open"],
    own: ["what it is subscribed to is made or ended by the same object", "no leak"],
  },
  ask: (file, { found }) => ({ level: lifetimeOfEmitter(file, found), basis: "shown", at: emitterOf(file, found) }),
};
