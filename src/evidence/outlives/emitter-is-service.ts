import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { isOfService } from "../../subjects/subscription/emitter-lifetime.ts";
import { emitterOf } from "../../subjects/subscription/subscription.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const emitterIsService: Evidence<DroppedSubscription, "yes"> = {
  id: "outlives/emitter-is-service",
  asks: "Does what is subscribed to by its name belong to a service of the whole program?",
  levels: { yes: ["what it is subscribed to is by its name a service of the whole program", "leak"] },
  ask: (file, { found }) => yesOrUnknown(isOfService(file, emitterOf(file, found) ?? found.call), "named"),
};
