import type { ConnectedSlot } from "../../candidates/connected-slot.ts";
import { functionOf } from "../../facts/variables.ts";
import { isWithin } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const senderOfOuterFunction: Evidence<ConnectedSlot, "yes"> = {
  id: "outlives/sender-of-outer-function",
  asks: "Does the sender belong to a function around the one that connects, which is run on demand: a command, a handler?",
  levels: { yes: ["its sender was there before the function that connects, which runs on demand", "leak"] },
  ask(file, { target, host }) {
    const root = file.places.placeOf(target)?.root;
    if (host === undefined || root?.kind !== "variable" || file.functions.factOf(host).role === "constructor") return { level: "unknown", basis: "shown" };
    const isOnDemand = host.parent.type === "Property" || host.parent.type === "MethodDefinition";
    const outer = functionOf(root.variable);
    return yesOrUnknown(isOnDemand && outer !== undefined && outer !== host && isWithin(host, outer));
  },
};
