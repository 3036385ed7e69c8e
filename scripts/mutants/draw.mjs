/** Which mutants are measured: none twice, none on both sides of a fold, and no file, operator or repository too often. */
import { createHash } from "node:crypto";

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
    return folds.size > 1 ? [] : inDrawnOrder(copies).slice(0, 1);
  });
  const ofFiles = mostOf(single, MOST_OF_ONE_FILE, ({ operator, repository, file }) => `${operator} ${repository} ${file}`);
  return mostOf(ofFiles, MOST_OF_ONE_REPOSITORY, ({ operator, repository }) => `${operator} ${repository}`);
}

/** In an order that looks random and follows from what is drawn alone, so that one more moves no other. */
export function inDrawnOrder(places) {
  return [...places].sort((one, other) => (drawOf(one) < drawOf(other) ? -1 : 1));
}

function mostOf(mutants, most, keyOf) {
  return [...groupBy(mutants, keyOf).values()].flatMap((own) => inDrawnOrder(own).slice(0, most));
}

function drawOf({ repository, file, operator = "", line = "" }) {
  return createHash("sha256").update(`${repository} ${file} ${operator} ${line}`).digest("hex");
}
