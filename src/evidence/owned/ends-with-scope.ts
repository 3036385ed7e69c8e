import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { endsWithScope } from "../../subjects/subscription/subscribing-calls.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const scopeTakesIt: Evidence<DroppedSubscription, "yes"> = {
  id: "owned/ends-with-scope",
  asks: "Does a reactive framework, by its own functions or by hooks, end it with the scope around it?",
  levels: { yes: ["its framework ends it with the scope around it", "no leak"] },
  ask: (file, { found }) => yesOrUnknown(endsWithScope(file, found), "named"),
};
