/** All ways to break correct code, by what they spoil. */
import { forgottenReleases } from "./operators/forgotten-releases.mjs";
import { missedReleases } from "./operators/missed-releases.mjs";
import { movedReleases } from "./operators/moved-releases.mjs";
import { wrongVerbs } from "./operators/wrong-verbs.mjs";
import { listenersLeft } from "./operators/listeners-left.mjs";
import { mismatchedRemovals } from "./operators/mismatched-removals.mjs";
import { entriesLeft } from "./operators/entries-left.mjs";
import { changedKeys } from "./operators/changed-keys.mjs";

/** The operators: a stable `id`, the `family`, one sentence that `says` what is spoiled, and `find`, which yields edits of a file. */
export const OPERATORS = [
  ...inFamily("resources", [...forgottenReleases, ...missedReleases, ...movedReleases, ...wrongVerbs, ...listenersLeft, ...mismatchedRemovals]),
  ...inFamily("collections", entriesLeft),
  ...inFamily("keys", changedKeys),
];

function inFamily(family, operators) {
  return operators.map(({ id, says, find }) => ({ id, family, says, find }));
}
