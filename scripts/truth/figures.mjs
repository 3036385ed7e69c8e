/** The figures of the page, out of counts and verdicts. Shares are from 0 to 1, and undefined where nothing was counted. */
import { MEASURED_FOLDS } from "../ecosystem/folds.mjs";

/** The share of hits among the counts that fit, with how many there were. */
export function shareOf(counts, { part, group, engine, fold }) {
  const fitting = counts.filter((count) => count.part === part && count.engine === engine && count.fold === fold && (group === undefined || count.group === group));
  const of = fitting.reduce((sum, count) => sum + count.of, 0);
  return { of, share: of === 0 ? undefined : fitting.reduce((sum, { hits }) => sum + hits, 0) / of };
}

/** The share for each fold, and the gap between them: how much more is found where it was tuned. */
export function foldShares(counts, query) {
  const [train, validation] = MEASURED_FOLDS.map((fold) => shareOf(counts, { ...query, fold }));
  return { train, validation, gap: train.share === undefined || validation.share === undefined ? undefined : train.share - validation.share };
}

/** The groups of a part, in the order of their names. */
export function groupsOf(counts, part) {
  return [...new Set(counts.filter((count) => count.part === part).map(({ group }) => group))].sort();
}

/** Reports for a hundred thousand lines, out of the parts `reports` and `lines`; undefined where no line was counted. */
export function reportDensity(counts, { engine, fold }) {
  const fitting = counts.filter((count) => count.engine === engine && count.fold === fold);
  const lines = fitting.filter(({ part }) => part === "lines").reduce((sum, { of }) => sum + of, 0);
  const reports = fitting.filter(({ part }) => part === "reports").reduce((sum, { hits }) => sum + hits, 0);
  return lines === 0 ? undefined : { lines, reports, density: (1e5 * reports) / lines };
}

/**
 * The precision of an engine over readings: true / (true + false), many findings of one cause counted once. What was drawn of `strict` is what `recommended` has not,
 * so that each part weighs by how much of the reports it is: `reports` says how many there are of each engine.
 */
export function precisionOf(readings, engine, reports) {
  const count = (name, field) => readings.flatMap(({ engines }) => engines.filter((row) => row.engine === name)).reduce((sum, { causes }) => sum + causes[field], 0);
  const parts = engine === "strict" ? ["recommended", "strict"] : [engine];
  const judged = parts.map((name) => ({ name, right: count(name, "right"), wrong: count(name, "wrong"), unclear: count(name, "unclear") }));
  const verdicts = judged.reduce((sum, { right, wrong, unclear }) => sum + right + wrong + unclear, 0);
  if (judged.every(({ right, wrong }) => right + wrong === 0)) return { verdicts, share: undefined };
  const weights = parts.length === 1 ? [1] : [reports.recommended, reports.strict - reports.recommended];
  const shares = judged.map(({ right, wrong }) => (right + wrong === 0 ? 0 : right / (right + wrong)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return { verdicts, share: undefined };
  return { verdicts, share: weights.reduce((sum, weight, index) => sum + weight * shares[index], 0) / whole };
}

/**
 * The share that is found of those mutants that are defects: of the judged survivors some are none, and as many of the
 * others are taken to be. `judged` has a row for each survivor that was read: `operator` and `verdict`.
 */
export function shareOfDefects(share, judged) {
  if (share === undefined || judged.length === 0) return undefined;
  const defects = judged.filter(({ verdict }) => verdict === "defect").length / judged.length;
  const rest = share + (1 - share) * defects;
  return rest === 0 ? undefined : share / rest;
}
