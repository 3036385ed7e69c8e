import type { StayingEntry } from "../../candidates/staying-entry.ts";
import type { Evidence } from "../evidence.ts";

export const containerOfEntry: Evidence<StayingEntry, "certain" | "likely" | "possible"> = {
  id: "outlives/container-of-entry",
  asks: "How well is it known that what has the collection lives long?",
  levels: {
    certain: ["what has its collection lives long", "leak"],
    likely: ["something says that what has its collection lives long", "leak"],
    possible: ["nothing says how long lives what has its collection", "open"],
  },
  ask: (_file, { kept: { collection, lifetime } }) => ({ level: lifetime.confidence, basis: lifetime.basis === "code" ? "shown" : "named", at: collection.creation.site }),
};
