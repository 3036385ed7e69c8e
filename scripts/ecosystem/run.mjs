/** Lints every pinned repository and prints what came of it, against what is expected. */
import { writeFileSync } from "node:fs";

import { compareFindings, countByRule, PRESETS } from "./figures.mjs";
import { lintRepository } from "./lint-repository.mjs";
import { findGitDirectory, listSources, readProjects } from "./projects.mjs";
import { describePrecision, writeReadme } from "./readme.mjs";
import { keyOf, readExpected, readLedger, readTotals, writeExpected } from "./stored.mjs";

const MOST_JOBS = 2;
const MOST_LISTED = 60;

/** Runs over the projects (or those named in `only`); answers whether all were there and none crashed. */
export async function runEcosystem({ mirror, only, isUpdate, findingsFile, jobs = MOST_JOBS }) {
  const { exclude, projects } = readProjects();
  const asked = projects.filter(({ repository }) => only.length === 0 || only.includes(repository));
  const runs = [];
  const queue = [...asked];
  const work = async () => {
    for (let project = queue.shift(); project !== undefined; project = queue.shift()) runs.push(await lintProject(mirror, project, exclude));
  };
  await Promise.all(Array.from({ length: Math.min(jobs, MOST_JOBS) }, work));

  const present = runs.filter(({ isAbsent }) => !isAbsent);
  const findings = present.flatMap((run) => run.findings);
  if (findingsFile !== undefined) writeFileSync(findingsFile, findings.map((finding) => `${JSON.stringify(finding)}\n`).join(""));
  printRun(present, findings);
  if (isUpdate) update(present, findings);
  const absent = runs.filter(({ isAbsent }) => isAbsent).map(({ repository }) => repository);
  if (absent.length > 0) console.log(`\nAbsent, not judged: ${absent.join(", ")}`);
  return absent.length === 0 && present.every(({ crashes }) => crashes === 0);
}

async function lintProject(mirror, project, exclude) {
  const { repository } = project;
  const gitDirectory = findGitDirectory(mirror, project);
  if (gitDirectory === undefined) return { repository, isAbsent: true };
  const results = await lintRepository(gitDirectory, project, listSources(gitDirectory, project, exclude));
  const run = summarize(repository, results);
  console.log(`${repository}: ${run.files} files, ${(run.lines / 1000).toFixed(1)} thousand lines, ${run.findings.length} findings, ${describeTimes(run)}`);
  return run;
}

function summarize(repository, results) {
  const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
  const faults = results.flatMap(({ file, fault }) => (fault === undefined ? [] : [{ file, ...fault }]));
  return {
    repository,
    files: results.length,
    lines: sum(({ lines }) => lines),
    parseMs: sum(({ parseMs }) => parseMs),
    rulesMs: sum(({ rulesMs }) => rulesMs),
    faults,
    slowest: [...results].sort((one, other) => other.rulesMs - one.rulesMs).slice(0, 1).map(({ file, rulesMs }) => ({ file, rulesMs })),
    crashes: faults.filter(({ kind }) => kind === "crash").length,
    unparsed: faults.filter(({ kind }) => kind === "unparsed").length,
    findings: results.flatMap(({ findings }) => findings.map((finding) => ({ repository, ...finding }))),
  };
}

function printRun(runs, findings) {
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

function printRules(preset, rows) {
  console.log(`\n${preset}`);
  for (const row of rows) {
    const verdicts = `${row.right} true, ${row.wrong} false, ${row.unclear} unclear`;
    console.log(`  ${row.rule.padEnd(26)} ${String(row.findings).padStart(5)} findings, ${row.perThousandLines.toFixed(3)} for a thousand lines, precision ${describePrecision(row)} (${verdicts})`);
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

/** Replaces what is stored of the repositories that ran; what is stored of the others stays. */
function update(runs, findings) {
  const { projects } = readProjects();
  const ran = new Set(runs.map(({ repository }) => repository));
  const isKept = ({ repository }) => !ran.has(repository) && projects.some((project) => project.repository === repository);
  const totals = runs.map(({ repository, files, lines, unparsed, crashes }) => ({ repository, files, lines, unparsed, crashes }));
  writeExpected([...readExpected().filter(isKept), ...findings], [...readTotals().filter(isKept), ...totals]);
  writeReadme();
}
