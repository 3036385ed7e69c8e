/** The figures of the ecosystem: how loud the presets are, how often they are right, and what has changed. */
import { groupBy, keyOf } from "./stored.mjs";

export const PRESETS = ["recommended", "strict"];

/**
 * Counts a preset's findings and their verdicts: a row for each rule, then one for all together. `weighted`,
 * of the last row, weighs each rule's share of true ones by how often the rule speaks, since
 * the verdicts are drawn by rule and not by finding.
 */
export function countByRule(preset, findings, ledger, lines) {
  const verdicts = new Map(ledger.map((row) => [keyOf(row), row.verdict]));
  const reported = findings.filter(({ presets }) => presets.includes(preset));
  const rows = [...groupBy(reported, ({ rule }) => rule)].sort().map(([rule, own]) => countOf(rule, own, verdicts, lines));
  return [...rows, { ...countOf("all rules", reported, verdicts, lines), weighted: weigh(rows) }];
}

/** The share of true findings among those that were judged true or false; undefined where there is none. */
export function shareTrue({ right, wrong }) {
  return right + wrong === 0 ? undefined : right / (right + wrong);
}

/** What a preset reports now and did not before, and the other way round. */
export function compareFindings(preset, before, now) {
  const keysOf = (findings) => new Set(findings.filter(({ presets }) => presets.includes(preset)).map(keyOf));
  const [known, found] = [keysOf(before), keysOf(now)];
  return {
    gained: now.filter((finding) => found.has(keyOf(finding)) && !known.has(keyOf(finding))),
    lost: before.filter((finding) => known.has(keyOf(finding)) && !found.has(keyOf(finding))),
  };
}

function countOf(rule, findings, verdicts, lines) {
  const judged = findings.map((finding) => verdicts.get(keyOf(finding)));
  const count = (verdict) => judged.filter((entry) => entry === verdict).length;
  return { rule, findings: findings.length, perThousandLines: (1000 * findings.length) / Math.max(1, lines), right: count("true"), wrong: count("false"), unclear: count("unclear") };
}

function weigh(rows) {
  const judged = rows.filter((row) => shareTrue(row) !== undefined);
  const all = judged.reduce((sum, { findings }) => sum + findings, 0);
  return all === 0 ? undefined : judged.reduce((sum, row) => sum + row.findings * shareTrue(row), 0) / all;
}
