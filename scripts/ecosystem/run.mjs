/** Lints every pinned repository and prints what came of it: findings against what is expected, or totals of what nobody reads. */
import { writeFileSync } from "node:fs";

import { findGitDirectory } from "./git.mjs";
import { countRepository, lintRepository } from "./lint-repository.mjs";
import { printRun, printTotals, printUnread } from "./print-run.mjs";
import { isUnread, listSources, readProjects } from "./projects.mjs";
import { writeReadme } from "./readme.mjs";
import { readExpected, readTotals, writeExpected, writeUnread } from "./stored.mjs";
import { addTotals, emptyTotals } from "./totals.mjs";

const MOST_JOBS = 2;

/** Runs over the pinned projects (or those named in `only`); answers whether all were there and none crashed. */
export async function runEcosystem({ mirror, only, isUpdate, findingsFile, jobs = MOST_JOBS, pinned = readProjects() }) {
  const { exclude, projects } = pinned;
  const asked = projects.filter(({ repository }) => only.length === 0 || only.includes(repository));
  const present = asked.flatMap((project) => {
    const gitDirectory = findGitDirectory(mirror, project);
    return gitDirectory === undefined ? [] : [{ project, gitDirectory, files: () => listSources(gitDirectory, project, exclude) }];
  });
  const read = await inTurn(present.filter(({ project }) => !isUnread(project)), jobs, lintProject);
  const unread = await inTurn(present.filter(({ project }) => isUnread(project)), jobs, countProject);
  const findings = read.flatMap((run) => run.findings);
  const totals = unread.reduce(addTotals, emptyTotals());
  if (findingsFile !== undefined) writeFileSync(findingsFile, findings.map((finding) => `${JSON.stringify(finding)}\n`).join(""));
  printRun(read, findings);
  printUnread(totals);

  const absent = asked.filter((project) => !present.some((entry) => entry.project === project));
  // Totals are of all of them or of nothing: parts that were run apart do not add up to what one engine says.
  const areAll = projects.filter(isUnread).every((project) => present.some((entry) => entry.project === project));
  if (isUpdate) update(read, findings, areAll ? totals : undefined);
  if (absent.length > 0) console.log(`\nAbsent, not judged: ${absent.map(({ repository }) => repository).join(", ")}`);
  return absent.length === 0 && [...read, totals].every(({ crashes }) => crashes === 0);
}

/** Does the work for every entry, `jobs` at a time; answers the results as they come. */
async function inTurn(entries, jobs, work) {
  const results = [];
  const queue = [...entries];
  const next = async () => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) results.push(await work(entry));
  };
  await Promise.all(Array.from({ length: Math.min(jobs, MOST_JOBS) }, next));
  return results;
}

async function lintProject({ project, gitDirectory, files }) {
  const run = summarize(project.repository, await lintRepository(gitDirectory, project, files()));
  printTotals(project.repository, run, run.findings.length);
  return run;
}

async function countProject({ project, gitDirectory, files }) {
  const totals = await countRepository(gitDirectory, project, files());
  printTotals(project.repository, totals);
  return totals;
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

/** Replaces what is stored of the repositories that ran; what is stored of the others stays. */
function update(runs, findings, totals) {
  const { projects } = readProjects();
  const ran = new Set(runs.map(({ repository }) => repository));
  const isKept = ({ repository }) => !ran.has(repository) && projects.some((project) => project.repository === repository);
  const sizes = runs.map(({ repository, files, lines, unparsed, crashes }) => ({ repository, files, lines, unparsed, crashes }));
  writeExpected([...readExpected().filter(isKept), ...findings], [...readTotals().filter(isKept), ...sizes]);
  if (totals !== undefined) writeUnread(totals);
  writeReadme();
}
