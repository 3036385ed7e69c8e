import type { SpentRelease } from "../../candidates/spent-release.ts";
import { runsBeforeEmptying } from "../../subjects/listener/emptied-place.ts";
import { shownAt, type Evidence } from "../evidence.ts";

/** `clearTimeout(timer); timer = undefined; clearTimeout(timer);`: the second has nothing left to do. */
export const releasedBeforeEmptied: Evidence<SpentRelease, "yes" | "no"> = {
  id: "unreleased/released-before-emptied",
  asks: "Does the function release what the place has before it empties it?",
  levels: {
    yes: ["its function releases it before that", "no leak"],
    no: ["nothing in its function releases it before that", "leak"],
  },
  ask(file, { releases, release, emptying }) {
    const isBefore = runsBeforeEmptying(file, emptying);
    return shownAt(releases.find((one) => one !== release && isBefore(one)));
  },
};
