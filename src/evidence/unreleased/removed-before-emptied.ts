import type { SpentRemoval } from "../../candidates/spent-removal.ts";
import { runWithin, standsIn } from "../../facts/reach.ts";
import { compareCalls, mayMatch } from "../../subjects/listener/listener-match.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

/** `detach(); this.handler = null; detach();`: the second run has nothing left to remove. */
export const removedBeforeEmptied: Evidence<SpentRemoval, "yes" | "no"> = {
  id: "unreleased/removed-before-emptied",
  asks: "Does the function remove the listener before it empties the place that has it?",
  levels: {
    yes: ["its function removes it before that", "no leak"],
    no: ["nothing in its function removes it before that", "leak"],
  },
  ask(file, { added, emptying: { host, statement }, calls: { removed, cleared } }) {
    const comesBefore = (node: { readonly range: readonly [number, number] }): boolean => node.range[1] <= statement.range[0];
    const run = runWithin(file, host, comesBefore);
    const hasRun = ({ call }: (typeof removed)[number]): boolean => standsIn(call, run) || (enclosingFunction(call) === host && comesBefore(call));
    const removal = removed.find((one) => hasRun(one) && mayMatch(compareCalls(file, added, one)));
    return shownAt(removal?.call ?? cleared[0]);
  },
};
