import { signalClearing } from "../../catalogue/data/listener-verbs.ts";
import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { undoesExactly } from "../../subjects/listener/exact-pairs.ts";
import type { ListenerCall } from "../../subjects/listener/listener-calls.ts";
import { compareCalls, compareTargets, isExact, mayMatch } from "../../subjects/listener/listener-match.ts";
import { calleeName, receiverOf } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Answer, Evidence } from "../evidence.ts";

export const otherRemoval: Evidence<UnmatchedRemoval, "yes" | "no"> = {
  id: "unreleased/other-removal",
  asks: "May another call remove the listener: another removal that is for no other listener, or one that removes all?",
  levels: {
    yes: ["another call may remove the listener", "no leak"],
    no: ["no other call removes the listener", "leak"],
  },
  // One addition is asked for with each of the removals.
  ask(file, { added, calls, malformed }) {
    const answer = known.get(added) ?? answerFor(findRemoval(file, { added, calls, malformed }));
    known.set(added, answer);
    return answer;
  },
};

const known = new WeakMap<ListenerCall, Answer<"yes" | "no">>();

function answerFor(at: TSESTree.Node | undefined): Answer<"yes" | "no"> {
  return { level: at === undefined ? "no" : "yes", basis: "shown", at };
}

function findRemoval(file: FileFacts, { added, calls, malformed }: Pick<UnmatchedRemoval, "added" | "calls" | "malformed">): TSESTree.Node | undefined {
  if (added.isOpen || added.listener === undefined) return added.call;
  const isOnPage = isOnPagePart(file, added);
  const removal = calls.removed.find((removed) => {
    if (malformed.has(removed) || (isOnPage && removed.verbs.family !== "dom")) return false;
    const comparison = compareCalls(file, added, removed);
    return mayMatch(comparison) && (isExact(comparison) || !undoesExactly(file, removed));
  });
  if (removal !== undefined || isOnPage) return removal?.call;
  return calls.cleared.find((call) => {
    if (signalClearing.has(calleeName(call) ?? "")) return added.verbs.family === "signal";
    const object = receiverOf(call);
    if (object === undefined) return true;
    const likeness = compareTargets(file, added.target, object);
    return likeness === "same" || likeness === "unknown";
  });
}

/** `document.addEventListener(…)`: what belongs to the page itself has no verbs but its own, and none that takes all off. */
function isOnPagePart(file: FileFacts, { verbs: { family }, target }: ListenerCall): boolean {
  return family === "dom" && compareTargets(file, target, undefined) !== "unknown";
}
