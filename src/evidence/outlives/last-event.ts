import type { OfResource } from "../../candidates/of-resource.ts";
import { comesOnce } from "../../subjects/subscription/subscribing-calls.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const lastEvent: Evidence<OfResource, "yes"> = {
  id: "outlives/last-event",
  asks: "Does the event by its name come once, when its emitter begins or ends?",
  levels: { yes: ["the event comes once, when its emitter begins or ends", "no leak"] },
  ask: (_file, { resource }) => yesOrUnknown(comesOnce(resource.acquisition), "named"),
};
