import type { TSESTree } from "@typescript-eslint/utils";

import type { SpentRemoval } from "../../candidates/spent-removal.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { readOf } from "../../subjects/listener/emptied-place.ts";
import { compareCalls, isExact } from "../../subjects/listener/listener-match.ts";
import { isNothing } from "../../syntax/tree.ts";
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
    const isOfTarget = comparison.target === "same" || isKeptIn(file, added.target, removed.target);
    const isOfListener = comparison.listener === "same" || isKeptIn(file, added.listener, removed.listener);
    if (isExact(comparison) || (part === "listener" && comparison.event === "same" && comparison.third === "same" && isOfTarget && isOfListener)) return { level: "exact", basis: "shown", at: added.call };
    const isAlike = comparison.event === "same" && comparison.third === "same" && (part === "target" ? comparison.listener === "same" : comparison.target === "same");
    return { level: isAlike ? "likely" : "unknown", basis: "shown", at: added.call };
  },
};

/** `this.onMove = move`, and nothing else: the place that the removal reads has what the addition was given, or was made on. */
function isKeptIn(file: FileFacts, added: TSESTree.Node | undefined, removed: TSESTree.Node | undefined): boolean {
  const kept = removed === undefined ? undefined : readOf(file, removed)?.place;
  const key = added === undefined ? undefined : file.places.placeOf(added)?.key;
  if (kept === undefined || key === undefined) return false;
  const values = file.stores.storesTo(kept).flatMap(({ value }) => (value === undefined || !isNothing(value) ? [value] : []));
  return values.length > 0 && values.every((value) => value !== undefined && file.places.placeOf(value)?.key === key);
}
