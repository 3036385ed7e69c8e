/** The command `npm run silences`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { foldOf } from "../ecosystem/folds.mjs";
import { findGitDirectory, readTexts } from "../ecosystem/git.mjs";
import { listSources, readProjects } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { readLines, writeLines } from "../ecosystem/stored.mjs";
import { joinAnswers } from "../readings/take.mjs";
import { chooseSilent, silenceOf } from "./draw.mjs";
import { loadHearing } from "./hear.mjs";
import { priceSilences } from "./price.mjs";

const HELP = `What the bench passes over in silence, in the pinned repositories of train.

  npm run silences -- draw NAME --mirror DIR --out DIR [--count 300] [--size 40] [--every 1]
      Hears all candidates (of one file in --every), draws --count silent ones by the reason of their silence, and writes
      sheets for independent readers to --out, a folder outside this repository. NAME, a date for instance, seeds the draw.

  npm run silences -- take NAME --out DIR
      Takes the answers (sheet-*.answers.jsonl beside the sheets) into ecosystem/silences/NAME.jsonl, and prints the price of each silence.

  npm run silences -- price NAME
      Prints the prices again.

  npm run silences -- count --mirror DIR [--every 1]
      Counts how often each evidence gives each answer: ecosystem/evidence.json, which docs/evidence.md shows.
`;
const FOLDER = path.join(root, "ecosystem/silences");

const options = { mirror: { type: "string" }, out: { type: "string" }, count: { type: "string", default: "300" }, size: { type: "string", default: "40" }, every: { type: "string", default: "1" } };
const { values, positionals: [command, name] } = parseArgs({ allowPositionals: true, options });
process.exitCode = await main();

async function main() {
  if (command === "draw" && name !== undefined && values.mirror !== undefined && values.out !== undefined) return draw();
  if (command === "take" && name !== undefined && values.out !== undefined) return take();
  if (command === "price" && name !== undefined) return printPrices(JSON.parse(readFileSync(countsFile(), "utf8")));
  if (command === "count" && values.mirror !== undefined) return count();
  console.error(HELP);
  return 2;
}

/** Calls back with the candidates of each file. */
async function hearTrain(onFile, { answers = false } = {}) {
  const { exclude, projects } = readProjects();
  const hear = await loadHearing();
  for (const project of projects.filter(({ repository }) => foldOf(repository) === "train")) {
    const gitDirectory = findGitDirectory(values.mirror, project);
    if (gitDirectory === undefined) throw new Error(`${project.repository} is not in ${values.mirror} at its commit`);
    const files = listSources(gitDirectory, project, exclude).filter((_file, index) => index % Number(values.every) === 0);
    readTexts(gitDirectory, project.commit, files).forEach((text, index) => {
      onFile(project, files[index], hear(text, files[index], { sourceType: project.sourceType, answers }));
    });
    process.stdout.write(".");
  }
  process.stdout.write("\n");
}

async function draw() {
  const silent = [];
  await hearTrain(({ repository, commit }, file, candidates) => {
    silent.push(...candidates.filter(({ verdict }) => verdict === "silent").map((candidate, index) => ({ repository, commit, file, ...candidate, id: `${file}:${candidate.line}:${candidate.reason}:${index}` })));
  });
  const counts = {};
  for (const candidate of silent) counts[silenceOf(candidate)] = (counts[silenceOf(candidate)] ?? 0) + 1;
  const drawn = chooseSilent(silent, { count: Number(values.count), salt: name }).sort((one, other) => (one.repository < other.repository ? -1 : 1));
  mkdirSync(values.out, { recursive: true });
  writeLines(path.join(values.out, "drawn.jsonl"), drawn);
  writeFileSync(path.join(values.out, "counts.json"), JSON.stringify(counts));
  const size = Number(values.size);
  for (let from = 0; from < drawn.length; from += size) writeLines(path.join(values.out, `sheet-${String(from / size + 1).padStart(2, "0")}.jsonl`), drawn.slice(from, from + size).map(askOf));
  console.log(`${drawn.length} of ${silent.length} silent candidates drawn, of ${Object.keys(counts).length} reasons of silence.`);
  return 0;
}

/** What a reader sees: not what silenced it. */
function askOf({ repository, commit, id, file, line, noun, rule, source }) {
  return { repo: repository, commit, id, file, line, candidate: noun, rule, source };
}

function take() {
  const answers = readdirSync(values.out).filter((file) => file.endsWith(".answers.jsonl")).sort().flatMap((file) => readLines(path.join(values.out, file)));
  const drawn = readLines(path.join(values.out, "drawn.jsonl"));
  const { rows, problems } = joinAnswers(drawn.map((row) => ({ ...row, engine: "silent", messageId: row.reason })), answers);
  console.log(`${problems.length} answers are missing or not whole.`);
  const known = new Map(drawn.map((row) => [`${row.repository} ${row.id}`, row]));
  mkdirSync(FOLDER, { recursive: true });
  writeLines(rowsFile(), rows.map(({ repository, commit, id, file, line, verdict, harm, needs, why }) => {
    const { reason, decided } = known.get(`${repository} ${id}`);
    return { repository, commit, file, line, reason, decided, verdict, harm, needs, why };
  }));
  const counts = JSON.parse(readFileSync(path.join(values.out, "counts.json"), "utf8"));
  writeFileSync(countsFile(), `${JSON.stringify(counts, null, 2)}\n`);
  return printPrices(counts);
}

function printPrices(counts) {
  console.log("hidden  silent  read  true  reason of silence");
  for (const { silence, all, read, right, hidden } of priceSilences(readLines(rowsFile()), counts)) console.log([hidden, all, read, right].map((number) => String(number).padStart(6)).join("  "), "", silence);
  return 0;
}

async function count() {
  const levels = {};
  const repositories = new Set();
  let candidates = 0;
  await hearTrain(({ repository }, _file, heard) => {
    for (const { answers } of heard) {
      candidates++;
      repositories.add(repository);
      for (const { id, level } of answers) {
        levels[id] ??= {};
        levels[id][level] = (levels[id][level] ?? 0) + 1;
      }
    }
  }, { answers: true });
  const sorted = Object.fromEntries(Object.entries(levels).sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, own]) => [id, Object.fromEntries(Object.entries(own).sort())]));
  writeFileSync(path.join(root, "ecosystem/evidence.json"), `${JSON.stringify({ candidates, repositories: repositories.size, answers: sorted }, null, 2)}\n`);
  console.log(`${candidates} candidates of ${repositories.size} repositories`);
  return 0;
}

function rowsFile() {
  return path.join(FOLDER, `${name}.jsonl`);
}

function countsFile() {
  return path.join(FOLDER, `${name}.counts.json`);
}
