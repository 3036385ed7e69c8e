import { lastSignals } from "../../catalogue/data/subscriptions.ts";
import type { ConnectedSlot } from "../../candidates/connected-slot.ts";
import { memberName } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const lastSignal: Evidence<ConnectedSlot, "yes"> = {
  id: "outlives/last-signal",
  asks: "Does the signal by its name come once, when its sender ends?",
  levels: { yes: ["the signal comes once, when its sender ends", "no leak"] },
  ask: (_file, { target }) => yesOrUnknown(lastSignals.test(memberName(target) ?? ""), "named"),
};
