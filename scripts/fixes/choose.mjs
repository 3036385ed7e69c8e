/** Which of the mined commits are kept: no change twice, none on both sides of a fold, and no repository too often. */
import { inDrawnOrder } from "../ecosystem/drawn-order.mjs";
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
    return folds.size > 1 ? [] : inDrawnOrder(same, nameOfFix).slice(0, 1);
  });
  return [...groupBy(single, ({ repository }) => repository).values()].flatMap((own) => inDrawnOrder(own, nameOfFix).slice(0, MOST_OF_ONE_REPOSITORY));
}

/** What tells a fix from all others. */
export function nameOfFix({ repository, fix }) {
  return `${repository} ${fix}`;
}
