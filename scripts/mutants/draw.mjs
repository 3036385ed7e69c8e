/** Which mutants are measured: none twice, none on both sides of a fold, and no file, operator or repository too often. */
import { inDrawnOrder } from "../ecosystem/drawn-order.mjs";
import { foldOf } from "../ecosystem/folds.mjs";
import { groupBy } from "../ecosystem/stored.mjs";

const MOST_OF_ONE_FILE = 2;
const MOST_OF_ONE_REPOSITORY = 5;

/**
 * Chooses among mutants (`{repository, file, operator, line, origin}`). Of those that break copies of one function in the same
 * way one is kept; if the copies stand in different folds, none. Then each operator has a few of each file and repository.
 */
export function chooseMutants(mutants) {
  const single = [...groupBy(mutants, ({ operator, origin }) => `${operator} ${origin}`).values()].flatMap((copies) => {
    const folds = new Set(copies.map(({ repository }) => foldOf(repository)));
    return folds.size > 1 ? [] : inDrawnOrder(copies, nameOfPlace).slice(0, 1);
  });
  const ofFiles = mostOf(single, MOST_OF_ONE_FILE, ({ operator, repository, file }) => `${operator} ${repository} ${file}`);
  return mostOf(ofFiles, MOST_OF_ONE_REPOSITORY, ({ operator, repository }) => `${operator} ${repository}`);
}

function mostOf(mutants, most, keyOf) {
  return [...groupBy(mutants, keyOf).values()].flatMap((own) => inDrawnOrder(own, nameOfPlace).slice(0, most));
}

/** What tells a mutant, or a file that may have some, from all others. */
export function nameOfPlace({ repository, file, operator = "", line = "" }) {
  return `${repository} ${file} ${operator} ${line}`;
}
