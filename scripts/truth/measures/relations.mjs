/** How often verdicts flip when a file is written another way that does the same. */
import { inDrawnOrder } from "../../ecosystem/drawn-order.mjs";
import { readTexts } from "../../ecosystem/git.mjs";
import { listSources } from "../../ecosystem/projects.mjs";
import { measureRelations } from "../../relations/measure.mjs";
import { RELATIONS } from "../../relations/relations.mjs";

/** Of a large repository so many files are looked at, drawn at random. */
const MOST_FILES = 150;
const MOST_CHARACTERS = 300_000;

/**
 * Counts flips in a pinned repository, on the files that any engine reports something in, and on as many others. The group of
 * the first is the relation: verdicts lost or gained (`hits`) of so many (`of`). That of the second ends in "silent":
 * verdicts gained in so many files.
 */
export function measureFlips({ gitDirectory, project, exclude, engines, lint }) {
  const { reported, silent } = sortFiles(gitDirectory, project, exclude, lint);
  const others = inDrawnOrder(silent, fileOf).slice(0, reported.length);
  const presets = presetsOf(engines, lint);
  return [...countRows(presets, reported, ({ lost, gained, reports }) => ({ suffix: "", hits: lost + gained, of: reports })), ...countRows(presets, others, ({ gained, files }) => ({ suffix: " silent", hits: gained, of: files }))];
}

function sortFiles(gitDirectory, project, exclude, lint) {
  const files = inDrawnOrder(listSources(gitDirectory, project, exclude).map((file) => ({ file })), fileOf).slice(0, MOST_FILES).map(({ file }) => file);
  const sorted = { reported: [], silent: [] };
  readTexts(gitDirectory, project.commit, files).forEach((text, index) => {
    const reports = text.length > MOST_CHARACTERS ? undefined : lint(text, files[index]);
    if (reports === undefined) return;
    const isReported = Object.values(reports).some((own) => own.length > 0);
    sorted[isReported ? "reported" : "silent"].push({ file: files[index], text });
  });
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

function fileOf({ file }) {
  return file;
}
