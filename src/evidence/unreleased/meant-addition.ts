import type { SpentRemoval } from "../../candidates/spent-removal.ts";
import { compareCalls, isExact } from "../../subjects/listener/listener-match.ts";
import type { Evidence } from "../evidence.ts";

export const meantAddition: Evidence<SpentRemoval, "exact" | "likely"> = {
  id: "unreleased/meant-addition",
  asks: "How sure is it that the removal would be for this addition, were the place not empty?",
  levels: {
    exact: ["but for the empty place the removal is exactly for this addition", "leak"],
    likely: ["the removal names the same event, and may be for this addition", "open"],
  },
  ask(file, { added, removed, part }) {
    const comparison = compareCalls(file, added, removed);
    if (isExact(comparison)) return { level: "exact", basis: "shown", at: added.call };
    // A local function that is kept for its removal compares as unknown, since the field may have had another before.
    const isAlike = comparison.event === "same" && comparison.third === "same" && (part === "target" ? comparison.listener === "same" : comparison.target === "same");
    return { level: isAlike ? "likely" : "unknown", basis: "shown", at: added.call };
  },
};
