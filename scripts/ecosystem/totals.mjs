/**
 * What is kept of code that nobody reads: numbers by rule and preset. Nothing here holds a finding, a file or a line, so
 * that whatever prints or stores totals has none to give away.
 */

/** The totals of no file. */
export function emptyTotals() {
  return { repositories: 0, files: 0, lines: 0, parseMs: 0, rulesMs: 0, crashes: 0, unparsed: 0, reports: {} };
}

/** The totals of one linted file: what `lintFile` answers, with its findings counted and forgotten. */
export function totalsOf({ lines, parseMs, rulesMs, findings, fault }) {
  const reports = {};
  for (const { rule, presets } of findings) {
    reports[rule] ??= {};
    for (const preset of presets) reports[rule][preset] = (reports[rule][preset] ?? 0) + 1;
  }
  return { repositories: 0, files: 1, lines, parseMs, rulesMs, crashes: Number(fault?.kind === "crash"), unparsed: Number(fault?.kind === "unparsed"), reports };
}

/** The sum of two totals. */
export function addTotals(one, other) {
  const sum = Object.fromEntries(Object.entries(one).filter(([name]) => name !== "reports").map(([name, number]) => [name, number + other[name]]));
  const rules = [...new Set([...Object.keys(one.reports), ...Object.keys(other.reports)])].sort();
  return { ...sum, reports: Object.fromEntries(rules.map((rule) => [rule, addCounts(one.reports[rule] ?? {}, other.reports[rule] ?? {})])) };
}

function addCounts(one, other) {
  const presets = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(presets.map((preset) => [preset, (one[preset] ?? 0) + (other[preset] ?? 0)]));
}

/** Lists totals by rule as rows of a table, and a last one for all rules: a rule, then its reports for each preset. */
export function listByRule({ reports }, presets) {
  const rows = Object.entries(reports).map(([rule, counts]) => [rule, ...presets.map((preset) => counts[preset] ?? 0)]);
  return [...rows, ["all rules", ...presets.map((_, index) => rows.reduce((sum, row) => sum + row[index + 1], 0))]];
}
