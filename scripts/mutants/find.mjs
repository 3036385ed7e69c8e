/** Finds what can be broken in one repository. */
import { inDrawnOrder } from "../ecosystem/drawn-order.mjs";
import { readTexts } from "../ecosystem/git.mjs";
import { listSources } from "../ecosystem/projects.mjs";
import { nameOfPlace } from "./draw.mjs";
import { mayHaveMutants, mutantsOf } from "./mutants-of.mjs";

/** Of a large repository so many files are parsed, drawn at random. */
const MOST_FILES = 80;
const MOST_CHARACTERS = 300_000;
const BATCH = 200;

/** All mutants of the files that are looked at, without their texts. */
export function findMutants(gitDirectory, project, exclude) {
  const { repository, commit } = project;
  const files = inDrawnOrder(listSources(gitDirectory, project, exclude).map((file) => ({ repository, file })), nameOfPlace);
  const found = [];
  let parsed = 0;
  for (let from = 0; from < files.length && parsed < MOST_FILES; from += BATCH) {
    const batch = files.slice(from, from + BATCH).map(({ file }) => file);
    readTexts(gitDirectory, commit, batch).forEach((text, index) => {
      if (parsed >= MOST_FILES || text.length > MOST_CHARACTERS || !mayHaveMutants(text)) return;
      parsed++;
      found.push(...mutantsOf(text).map(({ operator, line, origin }) => ({ repository, commit, file: batch[index], operator, line, origin })));
    });
  }
  return found;
}
