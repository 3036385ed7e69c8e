import type { SpentRelease } from "../../candidates/spent-release.ts";
import { runWithin, standsIn } from "../../facts/reach.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

/** `clearTimeout(timer); timer = undefined; clearTimeout(timer);`: the second has nothing left to do. */
export const releasedBeforeEmptied: Evidence<SpentRelease, "yes" | "no"> = {
  id: "unreleased/released-before-emptied",
  asks: "Does the function release what the place has before it empties it?",
  levels: {
    yes: ["its function releases it before that", "no leak"],
    no: ["nothing in its function releases it before that", "leak"],
  },
  ask(file, { releases, release, emptying: { host, statement } }) {
    const comesBefore = (node: { readonly range: readonly [number, number] }): boolean => node.range[1] <= statement.range[0];
    const run = runWithin(file, host, comesBefore);
    return shownAt(releases.find((one) => one !== release && (standsIn(one, run) || (enclosingFunction(one) === host && comesBefore(one)))));
  },
};
