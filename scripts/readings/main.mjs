/** The command `npm run readings`. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";

import { root } from "../ecosystem/root.mjs";
import { readProjects } from "../ecosystem/projects.mjs";
import { linesOf, readLines, writeLines } from "../ecosystem/stored.mjs";
import { readReadings } from "../truth/stored.mjs";
import { collectFindings, freshProjects } from "./collect.mjs";
import { chooseForReading, chooseTwice, countByEngine, cutSheets } from "./draw.mjs";
import { countReading, joinAnswers } from "./take.mjs";

const HELP = `Blind readings of what is found in the repositories that nobody reads.

  npm run readings -- draw NAME --mirror DIR --out DIR [--count 100] [--size 40] [--config FILE --other NAME]
      Lints the repositories of validation that no earlier reading was drawn from, and writes sheets for independent readers
      to --out, a folder outside this repository: the findings of recommended (150 at most), --count
      of those that only strict has and of those of another configuration, a tenth of all twice. Prints how many.
      NAME, a date for instance, seeds the draw.

  npm run readings -- take NAME --out DIR
      Takes the answers (sheet-*.answers.jsonl beside the sheets) into ecosystem/readings/NAME: the counts, and the rows
      packed, so that nobody reads them by accident. Prints counts.

  npm run readings -- counts NAME
      Counts the stored rows again.
`;
const FINDINGS = "drawn.jsonl";
const FOUND = "found.json";

const options = { mirror: { type: "string" }, out: { type: "string" }, count: { type: "string", default: "100" }, size: { type: "string", default: "40" }, config: { type: "string" }, other: { type: "string" } };
const { values, positionals: [command, name] } = parseArgs({ allowPositionals: true, options });
process.exitCode = await main();

async function main() {
  if (command === "draw" && name !== undefined && values.mirror !== undefined && values.out !== undefined) return draw();
  if (command === "take" && name !== undefined && values.out !== undefined) return take();
  if (command === "counts" && name !== undefined) return countAgain();
  console.error(HELP);
  return 2;
}

async function draw() {
  const other = values.config === undefined ? undefined : { configFile: values.config, name: values.other };
  const { exclude, projects } = readProjects();
  const fresh = freshProjects(projects, readReadings());
  const { findings, lines } = await collectFindings(fresh, { mirror: values.mirror, exclude, other, tell: () => process.stdout.write(".") });
  const drawn = chooseForReading(findings, { count: Number(values.count), salt: name });
  const twice = chooseTwice(drawn, name);
  mkdirSync(values.out, { recursive: true });
  writeLines(path.join(values.out, FINDINGS), drawn);
  writeFileSync(path.join(values.out, FOUND), JSON.stringify({ lines, reports: countByEngine(findings), repositories: fresh.map(({ repository }) => repository) }));
  const sheets = [...cutSheets(drawn, Number(values.size)), ...cutSheets(twice, Number(values.size))];
  sheets.forEach((sheet, index) => writeLines(path.join(values.out, `sheet-${String(index + 1).padStart(2, "0")}.jsonl`), sheet.map(askOf)));
  console.log(`\n${drawn.length} of ${findings.length} findings drawn, ${twice.length} of them twice, on ${sheets.length} sheets.`);
  return 0;
}

/** What a reader sees: not which preset says it. */
function askOf({ repository, commit, id, file, line, rule, message }) {
  return { repo: repository, commit, id, file, line, rule, message };
}

function take() {
  const answers = readdirSync(values.out).filter((file) => file.endsWith(".answers.jsonl")).sort().flatMap((file) => readLines(path.join(values.out, file)));
  const { rows, problems } = joinAnswers(readLines(path.join(values.out, FINDINGS)), answers);
  console.log(`${problems.length} answers are missing or not whole.`);
  return store(rows, JSON.parse(readFileSync(path.join(values.out, FOUND), "utf8")));
}

function countAgain() {
  const rows = gunzipSync(readFileSync(rowsFile())).toString("utf8").trim().split("\n").map((line) => JSON.parse(line));
  return store(rows, JSON.parse(readFileSync(countsFile(), "utf8")).found);
}

/** Stores the rows and the counts; `found` says out of how many reports of each engine, on how many lines, they were drawn. */
function store(rows, found) {
  mkdirSync(path.dirname(rowsFile()), { recursive: true });
  if (!existsSync(rowsFile()) || command === "take") writeFileSync(rowsFile(), gzipSync(linesOf(rows), { level: 9 }));
  const counts = { found, ...countReading(rows) };
  writeFileSync(countsFile(), `${JSON.stringify(counts, null, 2)}\n`);
  for (const { engine, right, wrong, unclear, causes } of counts.engines) console.log(`${engine}: ${right} true, ${wrong} false, ${unclear} unclear; by cause ${causes.right} true, ${causes.wrong} false, ${causes.unclear} unclear`);
  console.log(`read twice ${counts.readTwice}, agreed ${counts.agreed}`);
  return 0;
}

function countsFile() {
  return path.join(root, "ecosystem/readings", name, "counts.json");
}

function rowsFile() {
  return path.join(root, "ecosystem/readings", name, "rows.jsonl.gz");
}
