/** Writes `ecosystem/README.md` from the stored findings and verdicts. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { countByRule, precisionOf, PRESETS } from "./figures.mjs";
import { readProjects } from "./projects.mjs";
import { root } from "./root.mjs";
import { readExpected, readLedger, readTotals } from "./stored.mjs";

const FILE = path.join(root, "ecosystem/README.md");
const START = "<!-- begin generated figures -->";
const END = "<!-- end generated figures -->";

/** Writes the figures into the page. */
export function writeReadme() {
  writeFileSync(FILE, buildReadme());
}

/** Answers whether the page says what the stored data says. */
export function isReadmeCurrent() {
  return readFileSync(FILE, "utf8") === buildReadme();
}

function buildReadme() {
  const page = readFileSync(FILE, "utf8");
  const [head, rest] = page.split(START);
  const [, tail] = rest.split(END);
  return `${head}${START}\n\n${describeFigures()}\n\n${END}${tail}`;
}

function describeFigures() {
  const { projects } = readProjects();
  const [findings, ledger, totals] = [readExpected(), readLedger(), readTotals()];
  const lines = totals.reduce((sum, total) => sum + total.lines, 0);
  return [
    `${totals.length} repositories, ${count(totals, "files")} files, ${Math.round(lines / 1000)} thousand lines; ${ledger.length} verdicts; ${count(totals, "crashes")} crashes, ${count(totals, "unparsed")} files that the parsers refuse.`,
    ...PRESETS.flatMap((preset) => [`### \`${preset}\` by rule`, describeRules(countByRule(preset, findings, ledger, lines))]),
    "### By repository",
    describeRepositories(projects, totals, findings),
  ].join("\n\n");
}

function count(totals, name) {
  return totals.reduce((sum, total) => sum + total[name], 0);
}

function describeRules(rows) {
  return table(
    ["rule", "findings", "for a thousand lines", "judged", "true", "false", "unclear", "precision"],
    rows.map((row) => [row.rule, row.findings, row.perThousandLines.toFixed(3), row.right + row.wrong + row.unclear, row.right, row.wrong, row.unclear, describePrecision(row)]),
  );
}

/** A precision in percent; for all rules also the one that weighs each rule by its findings. */
export function describePrecision(row) {
  const percent = (share) => (share === undefined ? "–" : `${Math.round(100 * share)}%`);
  return "weighted" in row && row.weighted !== undefined ? `${percent(precisionOf(row))} (${percent(row.weighted)} weighted)` : percent(precisionOf(row));
}

function describeRepositories(projects, totals, findings) {
  const known = new Map(totals.map((total) => [total.repository, total]));
  const countIn = (repository, preset) => findings.filter((finding) => finding.repository === repository && finding.presets.includes(preset)).length;
  return table(
    ["repository", "kind", "commit", "files", "thousand lines", ...PRESETS.map((preset) => `\`${preset}\``), "unparsed", "crashes"],
    projects.map(({ repository, kind, commit }) => {
      const total = known.get(repository);
      const measured = total === undefined ? ["not run", ""] : [total.files, (total.lines / 1000).toFixed(1)];
      return [`[${repository}](https://github.com/${repository}/tree/${commit})`, kind, `\`${commit.slice(0, 10)}\``, ...measured, ...PRESETS.map((preset) => countIn(repository, preset)), total?.unparsed ?? "", total?.crashes ?? ""];
    }),
  );
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
