import type { ConnectedSlot } from "../../candidates/connected-slot.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** With a `this` argument the slot goes when the data of that object is cleared, as widgets do when disposed. */
export const slotContext: Evidence<ConnectedSlot, "yes" | "no"> = {
  id: "owned/slot-context",
  asks: "Is it connected together with an object that it goes with?",
  levels: {
    yes: ["it goes with the object that it is connected for", "no leak"],
    no: ["it is connected for no object", "leak"],
  },
  ask: (_file, { resource: { acquisition } }) => yesOrNo(acquisition.arguments.length > 1),
};
