/** How often verdicts flip when a file is written another way that does the same. */
import { createHash } from "node:crypto";

import { readTexts } from "../../ecosystem/git.mjs";
import { listSources } from "../../ecosystem/projects.mjs";
import { measureRelations } from "../../relations/measure.mjs";
import { RELATIONS } from "../../relations/relations.mjs";

const BATCH = 100;
const MOST_CHARACTERS = 300_000;

/**
 * Counts flips in a pinned repository, on the files that any engine reports something in, and on as many others. The group of
 * the first is the relation: verdicts lost or gained (`hits`) of so many (`of`). That of the second ends in "silent":
 * verdicts gained in so many files.
 */
export function measureFlips({ gitDirectory, project, exclude, engines, lint }) {
  const { reported, silent } = sortFiles(gitDirectory, project, exclude, lint);
  const others = inDrawnOrder(silent).slice(0, reported.length);
  const presets = presetsOf(engines, lint);
  return [...countRows(presets, reported, ({ lost, gained, reports }) => ({ suffix: "", hits: lost + gained, of: reports })), ...countRows(presets, others, ({ gained, files }) => ({ suffix: " silent", hits: gained, of: files }))];
}

function sortFiles(gitDirectory, project, exclude, lint) {
  const files = listSources(gitDirectory, project, exclude);
  const sorted = { reported: [], silent: [] };
  for (let from = 0; from < files.length; from += BATCH) {
    const batch = files.slice(from, from + BATCH);
    readTexts(gitDirectory, project.commit, batch).forEach((text, index) => {
      const reports = text.length > MOST_CHARACTERS ? undefined : lint(text, batch[index]);
      if (reports === undefined) return;
      const isReported = Object.values(reports).some((own) => own.length > 0);
      sorted[isReported ? "reported" : "silent"].push({ file: batch[index], text });
    });
  }
  return sorted;
}

/** The linter of each engine. All of them lint at once, so that the last answer serves the next engine too. */
function presetsOf(engines, lint) {
  let last = {};
  const lintOnce = (text, file) => {
    if (last.text !== text || last.file !== file) last = { text, file, reports: lint(text, file) };
    return last.reports;
  };
  return Object.fromEntries(engines.map(({ name }) => [name, (text, file) => lintOnce(text, file)?.[name]]));
}

function countRows(presets, texts, pick) {
  return measureRelations({ presets, texts, relations: RELATIONS }).map((row) => {
    const { suffix, hits, of } = pick(row);
    return { part: "relations", group: `${row.relation}${suffix}`, engine: row.preset, hits, of, others: row.faults };
  });
}

function inDrawnOrder(texts) {
  const drawOf = ({ file }) => createHash("sha256").update(file).digest("hex");
  return [...texts].sort((one, other) => (drawOf(one) < drawOf(other) ? -1 : 1));
}
