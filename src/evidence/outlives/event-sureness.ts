import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import { eventsThatMayNotCome } from "../../catalogue/words/listening.ts";
import type { Evidence } from "../evidence.ts";

export const eventSureness: Evidence<ForgottenListener, "rare" | "open"> = {
  id: "outlives/event-sureness",
  asks: "Does the event, by its name, come only if something fails, is cancelled or ends?",
  levels: {
    rare: ["the event may never come, and what waits for it stays", "leak"],
    open: ["nothing tells that the event may never come", "open"],
  },
  ask(_file, { added: { event } }) {
    if (event?.type !== "Literal") return { level: "unknown", basis: "named" };
    return { level: eventsThatMayNotCome.test(String(event.value)) ? "rare" : "open", basis: "named", at: event };
  },
};
