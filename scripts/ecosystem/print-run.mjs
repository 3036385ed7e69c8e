/** What a run over the pinned repositories prints. */
import { compareFindings, countByRule, PRESETS } from "./figures.mjs";
import { describeShareTrue } from "./readme.mjs";
import { keyOf, readExpected, readLedger } from "./stored.mjs";
import { listByRule } from "./totals.mjs";

const MOST_LISTED = 60;

/** Prints the size of a repository and what it took; of one that is read also how many findings it has. */
export function printTotals(repository, totals, findings) {
  const found = findings === undefined ? "" : `, ${findings} findings`;
  console.log(`${repository}: ${totals.files} files, ${(totals.lines / 1000).toFixed(1)} thousand lines${found}, ${describeTimes(totals)}`);
}

/** Prints the findings of the repositories that are read: by rule, what is new and lost, what failed and what is slow. */
export function printRun(runs, findings) {
  const ran = new Set(runs.map(({ repository }) => repository));
  const ledger = readLedger();
  const before = readExpected().filter(({ repository }) => ran.has(repository));
  const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
  const lines = sum("lines");
  for (const preset of PRESETS) {
    printRules(preset, countByRule(preset, findings, ledger, lines));
    printChanges(preset, compareFindings(preset, before, findings), ledger);
  }
  console.log(`\n${runs.length} repositories, ${Math.round(lines / 1000)} thousand lines, ${describeTimes({ lines, parseMs: sum("parseMs"), rulesMs: sum("rulesMs") })}`);
  console.log(`crashes ${sum("crashes")}, unparsed ${sum("unparsed")}`);
  for (const { repository, faults } of runs) for (const { file, kind, text } of faults) console.log(`  ${kind} ${repository} ${file}: ${text}`);
  const slow = runs.flatMap(({ repository, slowest }) => slowest.map((entry) => ({ repository, ...entry }))).sort((one, other) => other.rulesMs - one.rulesMs);
  for (const { repository, file, rulesMs } of slow.slice(0, 5)) console.log(`  slow: ${repository} ${file}: ${Math.round(rulesMs)} ms in rules`);
}

/** Prints the totals of the repositories that nobody reads: by rule and preset. */
export function printUnread(totals) {
  if (totals.repositories === 0) return;
  console.log(`\nvalidation, unread: ${totals.repositories} repositories, ${totals.files} files, ${Math.round(totals.lines / 1000)} thousand lines, ${describeTimes(totals)}`);
  for (const [rule, ...counts] of listByRule(totals, PRESETS)) console.log(`  ${rule.padEnd(26)} ${PRESETS.map((preset, index) => `${preset} ${String(counts[index]).padStart(5)}`).join("  ")}`);
  console.log(`  crashes ${totals.crashes}, unparsed ${totals.unparsed}`);
}

function printRules(preset, rows) {
  console.log(`\n${preset}`);
  for (const row of rows) {
    const verdicts = `${row.right} true, ${row.wrong} false, ${row.unclear} unclear`;
    console.log(`  ${row.rule.padEnd(26)} ${String(row.findings).padStart(5)} findings, ${row.perThousandLines.toFixed(3)} for a thousand lines, read as true ${describeShareTrue(row)} (${verdicts})`);
  }
}

function printChanges(preset, { gained, lost }, ledger) {
  const verdicts = new Map(ledger.map((row) => [keyOf(row), row.verdict]));
  console.log(`  against expected/: ${gained.length} new, ${lost.length} lost`);
  const describe = (sign) => (finding) => `  ${sign} ${finding.repository} ${finding.file}:${finding.line} ${finding.rule} ${finding.messageId} ${verdicts.get(keyOf(finding)) ?? "not judged"}`;
  for (const line of [...gained.map(describe("+")), ...lost.map(describe("-"))].slice(0, MOST_LISTED)) console.log(line);
}

function describeTimes({ lines, parseMs, rulesMs }) {
  return `CPU ms for a thousand lines: parsing ${((1000 * parseMs) / lines).toFixed(1)}, rules ${((1000 * rulesMs) / lines).toFixed(1)}`;
}
