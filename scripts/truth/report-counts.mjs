/** How loud the engines are: on train our presets as `npm run ecosystem` has stored it of the pinned repositories, on validation what the last blind reading was drawn from. */
import { PRESETS } from "../ecosystem/figures.mjs";
import { foldOf } from "../ecosystem/folds.mjs";
import { groupBy, readExpected, readTotals } from "../ecosystem/stored.mjs";

/** The counts of the parts `reports` and `lines` of our presets on train. */
export function countOwnReports() {
  const isTrain = ({ repository }) => foldOf(repository) === "train";
  const lines = readTotals().filter(isTrain).reduce((sum, total) => sum + total.lines, 0);
  const findings = readExpected().filter(isTrain);
  return PRESETS.flatMap((engine) => [
    ...countRules(engine, "train", groupBy(findings.filter(({ presets }) => presets.includes(engine)), ({ rule }) => rule)),
    { part: "lines", group: "all", engine, fold: "train", hits: 0, of: lines, others: 0 },
  ]);
}

/** The same counts of any engine on validation: of what the last reading that has it was drawn from. */
export function countReadReports(engine, readings) {
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
