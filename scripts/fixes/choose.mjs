/** Which of the mined commits are kept: no change twice, none on both sides of a fold, and no repository too often. */
import { createHash } from "node:crypto";

import { foldOf } from "../ecosystem/folds.mjs";
import { groupBy } from "../ecosystem/stored.mjs";

/** More of one repository would say more of that repository than of leaks. */
const MOST_OF_ONE_REPOSITORY = 30;

/**
 * Chooses among fixes (`mineFixes`). Of those that change the same, as forks and release branches have them, the one whose
 * commit comes first by its hash is kept; if they stand in different folds, none, or what is read would be what is measured.
 */
export function chooseFixes(fixes) {
  const single = [...groupBy(fixes, ({ change }) => change).values()].flatMap((same) => {
    const folds = new Set(same.map(({ repository }) => foldOf(repository)));
    return folds.size > 1 ? [] : inDrawnOrder(same).slice(0, 1);
  });
  return [...groupBy(single, ({ repository }) => repository).values()].flatMap((own) => inDrawnOrder(own).slice(0, MOST_OF_ONE_REPOSITORY));
}

/** In an order that looks random and follows from the names alone, so that one more fix moves no other. */
export function inDrawnOrder(fixes) {
  return [...fixes].sort((one, other) => (drawOf(one) < drawOf(other) ? -1 : 1));
}

function drawOf({ repository, fix }) {
  return createHash("sha256").update(`${repository} ${fix}`).digest("hex");
}
