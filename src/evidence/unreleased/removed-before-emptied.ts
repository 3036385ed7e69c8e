import type { SpentRemoval } from "../../candidates/spent-removal.ts";
import { runsBeforeEmptying } from "../../subjects/listener/emptied-place.ts";
import { compareCalls, mayMatch } from "../../subjects/listener/listener-match.ts";
import { shownAt, type Evidence } from "../evidence.ts";

/** `detach(); this.handler = null; detach();`: the second run has nothing left to remove. */
export const removedBeforeEmptied: Evidence<SpentRemoval, "yes" | "no"> = {
  id: "unreleased/removed-before-emptied",
  asks: "Does the function remove the listener before it empties the place that has it?",
  levels: {
    yes: ["its function removes it before that", "no leak"],
    no: ["nothing in its function removes it before that", "leak"],
  },
  ask(file, { added, emptying, calls: { removed, cleared } }) {
    const isBefore = runsBeforeEmptying(file, emptying);
    const removal = removed.find((one) => isBefore(one.call) && mayMatch(compareCalls(file, added, one)));
    return shownAt(removal?.call ?? cleared[0]);
  },
};
