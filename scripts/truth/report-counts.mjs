/** How loud the engines are on the pinned repositories: our presets as `npm run ecosystem` has stored it, others as the blind readings found it. */
import { PRESETS } from "../ecosystem/figures.mjs";
import { foldOf } from "../ecosystem/folds.mjs";
import { groupBy, readExpected, readTotals, readUnread } from "../ecosystem/stored.mjs";

/** The counts of the parts `reports` and `lines` of our presets: of train by its findings, of validation by its totals. */
export function countOwnReports() {
  const isTrain = ({ repository }) => foldOf(repository) === "train";
  const lines = readTotals().filter(isTrain).reduce((sum, total) => sum + total.lines, 0);
  const findings = readExpected().filter(isTrain);
  const unread = readUnread();
  return PRESETS.flatMap((engine) => [
    ...countRules(engine, "train", groupBy(findings.filter(({ presets }) => presets.includes(engine)), ({ rule }) => rule)),
    { part: "lines", group: "all", engine, fold: "train", hits: 0, of: lines, others: 0 },
    ...(unread === undefined ? [] : Object.entries(unread.reports).map(([rule, counts]) => rowOf(engine, "validation", rule, counts[engine] ?? 0))),
    { part: "lines", group: "all", engine, fold: "validation", hits: 0, of: unread?.lines ?? 0, others: 0 },
  ]);
}

/** The same counts of an engine that stands beside ours: of what the last reading that has it was drawn from. */
export function countOtherReports(engine, readings) {
  const reading = readings.findLast(({ found }) => found?.reports[engine] !== undefined);
  if (reading === undefined) return [];
  const { reports, lines } = reading.found;
  return [rowOf(engine, "validation", "all", reports[engine]), { part: "lines", group: "all", engine, fold: "validation", hits: 0, of: lines, others: 0 }];
}

function countRules(engine, fold, rules) {
  return [...rules].map(([rule, own]) => rowOf(engine, fold, rule, own.length));
}

function rowOf(engine, fold, group, hits) {
  return { part: "reports", group, engine, fold, hits, of: 0, others: 0 };
}
