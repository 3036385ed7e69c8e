import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { givesNoEnd, type HandleEvidence } from "../../subjects/subscription/subscribing-calls.ts";
import type { Evidence } from "../evidence.ts";

export const handsOutEnd: Evidence<DroppedSubscription, HandleEvidence | "nothing" | "receiver"> = {
  id: "real/hands-out-end",
  asks: "How does the code tell that the call hands out its end?",
  levels: {
    known: ["the call is known to hand out its end", "leak"],
    named: ["only calls that hand out their end have such a name", "leak"],
    shaped: ["the call looks like one that hands out its end", "open"],
    nothing: ["the type of the call says that it hands out nothing", "no leak"],
    receiver: ["the call gives its object back, and no end", "no leak"],
  },
  ask(file, { found }) {
    const instead = givesNoEnd(file, found);
    if (instead !== undefined) return { level: instead, basis: "typed" };
    return { level: found.evidence, basis: found.evidence === "known" ? (file.types.available ? "typed" : "shown") : "named" };
  },
};
