/** Writes `ecosystem/README.md` from the stored findings and verdicts. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { countByRule, shareTrue, PRESETS } from "./figures.mjs";
import { isUnread, readProjects } from "./projects.mjs";
import { root } from "./root.mjs";
import { groupBy, readExpected, readLedger, readTotals, readUnread } from "./stored.mjs";
import { listByRule } from "./totals.mjs";

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
    "### Read",
    `${totals.length} repositories, ${count(totals, "files")} files, ${Math.round(lines / 1000)} thousand lines; ${count(totals, "crashes")} crashes, ${count(totals, "unparsed")} files that the parsers refuse. ${describeLedger(ledger)}`,
    ...PRESETS.flatMap((preset) => [`#### \`${preset}\` by rule`, describeRules(countByRule(preset, findings, ledger, lines))]),
    ...describeUnread(projects.filter(isUnread)),
    "### Read, by repository",
    describeRepositories(projects.filter((project) => !isUnread(project)), totals, findings),
  ].join("\n\n");
}

function describeLedger(ledger) {
  const folds = [...groupBy(ledger, ({ fold }) => fold)].sort().map(([fold, own]) => `${own.length} ${fold}`);
  const days = ledger.map(({ date }) => date).sort();
  return `${ledger.length} verdicts, given from ${days[0]} to ${days.at(-1)} (by fold: ${folds.join(", ")}).`;
}

/** What is told of the repositories that nobody reads: which they are, and totals. */
function describeUnread(projects) {
  const totals = readUnread();
  if (totals === undefined) return [];
  const newer = projects.length - totals.repositories;
  return [
    "### Unread, the fold validation",
    `${totals.repositories} repositories, ${totals.files} files, ${Math.round(totals.lines / 1000)} thousand lines; ${totals.crashes} crashes, ${totals.unparsed} files that the parsers refuse.${newer > 0 ? ` ${newer} that were pinned since are not in these totals.` : ""}`,
    table(["rule", ...PRESETS.map((preset) => `\`${preset}\``)], listByRule(totals, PRESETS)),
    table(["repository", "kind", "commit"], projects.map(({ repository, kind, commit }) => [linkTo(repository, commit), kind, `\`${commit.slice(0, 10)}\``])),
  ];
}

function count(totals, name) {
  return totals.reduce((sum, total) => sum + total[name], 0);
}

function describeRules(rows) {
  return table(
    ["rule", "findings", "for a thousand lines", "judged", "true", "false", "unclear", "read as true"],
    rows.map((row) => [row.rule, row.findings, row.perThousandLines.toFixed(3), row.right + row.wrong + row.unclear, row.right, row.wrong, row.unclear, describeShareTrue(row)]),
  );
}

/** The share of findings that were read as true, in percent; for all rules also the one that weighs each rule by its findings. */
export function describeShareTrue(row) {
  const percent = (share) => (share === undefined ? "–" : `${Math.round(100 * share)}%`);
  return "weighted" in row && row.weighted !== undefined ? `${percent(shareTrue(row))} (${percent(row.weighted)} weighted)` : percent(shareTrue(row));
}

function describeRepositories(projects, totals, findings) {
  const known = new Map(totals.map((total) => [total.repository, total]));
  const countIn = (repository, preset) => findings.filter((finding) => finding.repository === repository && finding.presets.includes(preset)).length;
  return table(
    ["repository", "kind", "commit", "files", "thousand lines", ...PRESETS.map((preset) => `\`${preset}\``), "unparsed", "crashes"],
    projects.map(({ repository, kind, commit }) => {
      const total = known.get(repository);
      const measured = total === undefined ? ["not run", ""] : [total.files, (total.lines / 1000).toFixed(1)];
      return [linkTo(repository, commit), kind, `\`${commit.slice(0, 10)}\``, ...measured, ...PRESETS.map((preset) => countIn(repository, preset)), total?.unparsed ?? "", total?.crashes ?? ""];
    }),
  );
}

function linkTo(repository, commit) {
  return `[${repository}](https://github.com/${repository}/tree/${commit})`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
