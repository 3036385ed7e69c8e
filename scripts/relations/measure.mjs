/** How often verdicts flip under changes that keep what a program does. */
import { flipsOf, putBack } from "./compare.mjs";
import { readFile } from "./read-file.mjs";
import { filesOf } from "./relations.mjs";
import { lineStartsOf } from "./text-lines.mjs";

/**
 * Lints texts `{ file, text }` before and after each relation's change. `presets` holds a function for each preset that takes
 * a text and the path of its file and answers reports `{ rule, messageId, line }`, or undefined where it cannot read the text.
 *
 * Answers a row for each relation and preset: `files` that were changed and could be linted both times, the `reports` that
 * these had, how many were `lost` and `gained`, and `faults`, the files whose changed text is none or no different.
 */
export function measureRelations({ presets, texts, relations }) {
  const rows = relations.flatMap(({ id }) => Object.keys(presets).map((preset) => ({ relation: id, preset, files: 0, reports: 0, lost: 0, gained: 0, faults: 0 })));
  for (const { file, text } of texts) {
    const read = readFile(text, file);
    if (read === undefined) continue;
    const reportsOf = reportsOnce(presets, { file, text });
    for (const { id, change } of relations) {
      const changed = change(read);
      if (changed === undefined) continue;
      const isFaulty = faultsOf(text, changed).length > 0;
      for (const row of rows.filter(({ relation }) => relation === id)) {
        if (isFaulty) row.faults++;
        else addFlips(row, reportsOf(row.preset), lintChanged(presets[row.preset], file, changed), lineStartsOf(text).length);
      }
    }
  }
  return rows;
}

/** What is wrong with a changed text: it is the same, or a part of it is no program. */
export function faultsOf(text, changed) {
  const files = filesOf(changed);
  return [
    ...(files.length === 1 && files[0].text === text ? ["it is the same"] : []),
    ...files.filter((part) => readFile(part.text) === undefined).map(({ name }) => `${name ?? "it"} cannot be parsed`),
  ];
}

/** The reports on the original, each preset's asked for once. */
function reportsOnce(presets, { file, text }) {
  const known = new Map();
  return (preset) => {
    if (!known.has(preset)) known.set(preset, presets[preset](text, file));
    return known.get(preset);
  };
}

function lintChanged(lint, file, changed) {
  return filesOf(changed).map(({ name, text, lineOf }) => ({ reports: lint(text, name === undefined ? file : pathBeside(file, name)), lineOf }));
}

function pathBeside(file, name) {
  return `${file.slice(0, file.lastIndexOf("/") + 1)}${name}${/\.\w+$/.exec(file)?.[0] ?? ""}`;
}

function addFlips(row, before, after, lineCount) {
  if (before === undefined || after.some(({ reports }) => reports === undefined)) return;
  const { lost, gained } = flipsOf(before, putBack(after, before, lineCount));
  row.files++;
  row.reports += before.length;
  row.lost += lost;
  row.gained += gained;
}
