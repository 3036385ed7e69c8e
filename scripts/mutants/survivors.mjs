/** Mutants of train that no report goes with, as sheets for readers: are they defects at all? */
import { inDrawnOrder } from "../ecosystem/drawn-order.mjs";
import { findGitDirectory, readTexts } from "../ecosystem/git.mjs";
import { groupBy } from "../ecosystem/stored.mjs";
import { nameOfPlace } from "./draw.mjs";
import { mutantsOf } from "./mutants-of.mjs";
import { OPERATORS } from "./operators.mjs";

const MOST_OF_ONE_OPERATOR = 30;
const VERDICTS = ["defect", "equivalent", "unclear"];

/**
 * Draws survivors out of what became of each mutant (the rows that `npm run truth -- --out` writes): of each operator up to
 * thirty that `engine` does not report, at random.
 */
export function chooseSurvivors(rows, engine) {
  const survived = rows.filter(({ part, results }) => part === "mutants" && !results[engine].hit).map(({ repository, place, group }) => ({ repository, operator: group, ...readPlace(place) }));
  return [...groupBy(survived, ({ operator }) => operator).values()].flatMap((own) => inDrawnOrder(own, nameOfPlace).slice(0, MOST_OF_ONE_OPERATOR));
}

/** What a reader needs: where the mutant is, what its operator says, and the lines that went and came. */
export function askAbout(survivors, drawn, mirror) {
  return survivors.flatMap(({ repository, file, line, operator }) => {
    const { commit, origin } = drawn.find((row) => row.repository === repository && row.file === file && row.line === line && row.operator === operator);
    const [text] = readTexts(findGitDirectory(mirror, { repository, commit }), commit, [file]);
    const mutant = mutantsOf(text).find((one) => one.line === line && one.operator === operator && one.origin === origin);
    if (mutant === undefined) return [];
    return [{ repo: repository, commit, file, line, operator, says: OPERATORS.find(({ id }) => id === operator).says, ...changedLines(text, mutant.text) }];
  });
}

/** Takes answers (`{repo, commit, file, line, operator, verdict, why}`) as rows for storing; those that say nothing are left out. */
export function readAnswers(answers) {
  return answers.filter(({ verdict, why }) => VERDICTS.includes(verdict) && typeof why === "string" && why.trim() !== "").map(({ repo, commit, file, line, operator, verdict, why }) => ({ repository: repo, commit, file, line, operator, verdict, why }));
}

/** The lines in which two texts differ, between what begins and what ends alike. */
function changedLines(before, after) {
  const [old, young] = [before, after].map((text) => text.split("\n"));
  let from = 0;
  while (from < old.length && old[from] === young[from]) from++;
  let end = 0;
  while (end < old.length - from && end < young.length - from && old.at(-1 - end) === young.at(-1 - end)) end++;
  return { was: old.slice(from, old.length - end), is: young.slice(from, young.length - end), from: from + 1 };
}

function readPlace(place) {
  const at = place.lastIndexOf(":");
  return { file: place.slice(0, at), line: Number(place.slice(at + 1)) };
}
