import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isUndoneExactly } from "../../subjects/listener/exact-pairs.ts";
import type { ListenerCall } from "../../subjects/listener/listener-calls.ts";
import { compareCalls, isExact, mayMatch } from "../../subjects/listener/listener-match.ts";
import { listeningCallsOf } from "../../subjects/listener/listening-calls.ts";
import { statementListOf } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const removesAnother: Evidence<UnmatchedRemoval, "nothing" | "copied" | "another"> = {
  id: "unreleased/removes-another",
  asks: "Does the removal have its use without this listener: may it remove another one?",
  levels: {
    nothing: ["the removal removes nothing", "leak"],
    copied: ["the removal is a copy of the one before it that was not changed", "leak"],
    another: ["the removal may be for another listener", "no leak"],
  },
  ask(file, { calls, removed, added }) {
    const useful = usefulFor.get(removed) ?? calls.added.find((addition) => mayBeFor(file, addition, removed)) ?? "none";
    usefulFor.set(removed, useful);
    if (useful === "none") return { level: "nothing", basis: "shown" };
    const isCopied = isSecond(file, removed) && isBesideTwin(file, added, removed);
    return { level: isCopied ? "copied" : "another", basis: "shown", at: useful.call };
  },
};

const usefulFor = new WeakMap<ListenerCall, ListenerCall | "none">();

/** Whether the removal may be for that addition; what is undone exactly by another removal needs this one no more. */
function mayBeFor(file: FileFacts, addition: ListenerCall, removed: ListenerCall): boolean {
  const comparison = compareCalls(file, addition, removed);
  return mayMatch(comparison) && (isExact(comparison) || !isUndoneExactly(file, addition));
}

/** Whether the same removal stands before it in the same function: one of the two is a copy that was not changed. */
function isSecond(file: FileFacts, removal: ListenerCall): boolean {
  const block = statementListOf(removal.call);
  return listeningCallsOf(file).removed.some((other) => {
    if (other.verbs !== removal.verbs || other.isOpen || other.call.range[0] >= removal.call.range[0] || statementListOf(other.call) !== block) return false;
    return block !== undefined && isExact(compareCalls(file, other, removal));
  });
}

/** Whether the addition stands in one block with the addition that the removal undoes. */
function isBesideTwin(file: FileFacts, addition: ListenerCall, removal: ListenerCall): boolean {
  const block = statementListOf(addition.call);
  return block !== undefined && listeningCallsOf(file).added.some((other) => statementListOf(other.call) === block && isExact(compareCalls(file, other, removal)));
}
