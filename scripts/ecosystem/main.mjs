/** The command `npm run ecosystem`. */
import { parseArgs } from "node:util";

import { writeSheets } from "./draw.mjs";
import { importSheets } from "./import.mjs";
import { isReadmeCurrent, writeReadme } from "./readme.mjs";
import { runEcosystem } from "./run.mjs";

const HELP = `Lints the pinned public repositories of ecosystem/projects.json and keeps the verdicts on what is found there.

  npm run ecosystem -- --mirror DIR [--update] [--only owner/name ...] [--jobs N] [--findings FILE]
      DIR holds a git directory for each repository: DIR/owner+name/repo (bare, or with a work tree).
      Prints findings and verdicts by rule, what is new and lost against ecosystem/expected/, CPU times, crashes; of the
      repositories that nobody reads (fold validation) only totals by rule and preset.
      A repository or commit that is not there is listed as absent, and the exit code is 1.
      --update writes ecosystem/expected/ and the figures of ecosystem/README.md.
      --findings writes every finding with its message, one JSON object a line, to a file outside this repository.

  npm run ecosystem -- draw --mirror DIR --out DIR [--count 30] [--per-rule 80] [--seed 1] [--sheet-size 30]
      Draws expected findings that have no verdict yet, at random by rule, and writes them as sheets for a reader,
      who fills in "verdict" (true, false, unclear) and "reason" (a few words, no source text).
      Takes the messages from the file of --findings, if it is given, and else lints the files that were drawn.

  npm run ecosystem -- import SHEET...
      Takes the verdicts of sheets into ecosystem/ledger/.

  npm run ecosystem -- --check
      Fails if ecosystem/README.md differs from what is stored.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mirror: { type: "string" },
    update: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    jobs: { type: "string", default: "2" },
    findings: { type: "string" },
    out: { type: "string" },
    count: { type: "string", default: "30" },
    "per-rule": { type: "string", default: "80" },
    seed: { type: "string", default: "1" },
    "sheet-size": { type: "string", default: "30" },
    check: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [command = "run", ...rest] = positionals;
process.exitCode = await main();

/** Runs the command asked for; answers the exit code. */
async function main() {
  if (values.check) return check();
  if (command === "import" && rest.length > 0) return takeSheets();
  if (command === "draw" && (values.mirror ?? values.findings) !== undefined && values.out !== undefined) return draw();
  if (command === "run" && values.mirror !== undefined) return run();
  console.log(HELP);
  return values.help ? 0 : 2;
}

async function run() {
  const { mirror, only, update: isUpdate, findings: findingsFile, jobs } = values;
  return (await runEcosystem({ mirror, only, isUpdate, findingsFile, jobs: Number(jobs) })) ? 0 : 1;
}

async function draw() {
  const { mirror, findings: findingsFile, out, count, seed } = values;
  const options = { mirror, findingsFile, out, count: Number(count), perRule: Number(values["per-rule"]), seed: Number(seed), size: Number(values["sheet-size"]) };
  console.log(`${await writeSheets(options)} findings drawn.`);
  return 0;
}

function takeSheets() {
  const { taken, problems } = importSheets(rest, new Date().toISOString().slice(0, 10));
  writeReadme();
  console.log(`${taken} verdicts taken.`);
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

function check() {
  if (isReadmeCurrent()) return 0;
  console.error("ecosystem/README.md is out of step with what is stored: run `npm run ecosystem -- --mirror DIR --update`.");
  return 1;
}
