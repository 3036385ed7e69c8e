import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const hearsEnd: Evidence<ForgottenListener, "yes"> = {
  id: "outlives/hears-end",
  asks: "Does it listen, by the event's name, for the end of its own target?",
  levels: { yes: ["when it has been called its target is over, and goes with it", "open"] },
  ask: (_file, { added: { event } }) => yesOrUnknown(event?.type === "Literal" && endingEvents.has(String(event.value)), "named"),
};
