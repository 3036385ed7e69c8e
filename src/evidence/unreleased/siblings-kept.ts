import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const siblingsKept: Evidence<DroppedSubscription, "yes" | "no"> = {
  id: "unreleased/siblings-kept",
  asks: "Does the object keep more of its other subscriptions of the kind for their end than it drops?",
  levels: {
    yes: ["the object keeps most of its other subscriptions for their end", "leak"],
    no: ["the object has no habit of keeping its subscriptions", "open"],
  },
  ask(_file, candidate) {
    const siblings = candidate.siblings();
    return siblings === undefined ? { level: "unknown", basis: "shown" } : yesOrNo(siblings.kept > siblings.dropped);
  },
};
