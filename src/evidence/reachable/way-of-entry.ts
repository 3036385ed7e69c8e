import type { InterruptedEntry } from "../../candidates/interrupted-entry.ts";
import type { Evidence } from "../evidence.ts";

export const wayOfEntry: Evidence<InterruptedEntry, "rejection" | "foreign-code" | "early-exit" | "behind"> = {
  id: "reachable/way-of-entry",
  asks: "How can the function be left after the insert and before the removal?",
  levels: {
    "rejection": ["a promise may reject, or the function throw, before it is removed", "leak"],
    "foreign-code": ["code that was handed in, or the parsing of a text, may throw before it is removed", "leak"],
    "early-exit": ["the function may return before it is removed", "leak"],
    "behind": ["what may fail stands behind its removal", "no leak"],
  },
  ask(_file, { wayAround, end }) {
    const way = wayAround();
    if (way === undefined) return { level: "unknown", basis: "shown" };
    return { level: way.cause.range[0] < end.node.range[0] ? way.by : "behind", basis: "shown", at: way.cause };
  },
};
