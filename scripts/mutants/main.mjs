/** The command `npm run mutants`. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { foldOf, MEASURED_FOLDS } from "../ecosystem/folds.mjs";
import { findGitDirectory } from "../ecosystem/git.mjs";
import { isUnread, readProjects } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { readLines, writeLines } from "../ecosystem/stored.mjs";
import { chooseMutants } from "./draw.mjs";
import { findMutants } from "./find.mjs";
import { askAbout, chooseSurvivors, readAnswers } from "./survivors.mjs";

const HELP = `Draws the mutants that recall is measured on: correct code of public repositories, broken in one place each.

  npm run mutants -- --mirror DIR
      DIR holds git directories as owner+name/repo. Looks at the pinned repositories of train, at those of validation that
      nobody reads, and at those of ecosystem/mutants/sources.json. Writes ecosystem/mutants/drawn/train.jsonl and
      validation.jsonl: repository, commit, file, operator, line, and the origin of the code.

  npm run mutants -- sheets --mirror DIR --rows FILE --out DIR [--size 60]
      Writes sheets for readers: up to thirty mutants of train for each operator that strict does not report. FILE is what
      \`npm run truth -- --part mutants --out FILE\` wrote.

  npm run mutants -- take --out DIR
      Takes the answers (sheet-*.answers.jsonl beside the sheets) into ecosystem/readings/survivors.jsonl.
`;
const FOLDER = path.join(root, "ecosystem/mutants");

const { values, positionals: [command = "draw"] } = parseArgs({ allowPositionals: true, options: { mirror: { type: "string" }, rows: { type: "string" }, out: { type: "string" }, size: { type: "string", default: "60" } } });
process.exitCode = main();

function main() {
  if (command === "draw" && values.mirror !== undefined) return draw();
  if (command === "sheets" && values.mirror !== undefined && values.rows !== undefined && values.out !== undefined) return writeSheets();
  if (command === "take" && values.out !== undefined) return take();
  console.error(HELP);
  return 2;
}

function writeSheets() {
  const asked = askAbout(chooseSurvivors(readLines(values.rows), "strict"), readLines(path.join(FOLDER, "drawn/train.jsonl")), values.mirror);
  const size = Number(values.size);
  mkdirSync(values.out, { recursive: true });
  for (let from = 0; from < asked.length; from += size) writeLines(path.join(values.out, `sheet-${String(from / size + 1).padStart(2, "0")}.jsonl`), asked.slice(from, from + size));
  console.log(`${asked.length} survivors on ${Math.ceil(asked.length / size)} sheets`);
  return 0;
}

function take() {
  const answers = readdirSync(values.out).filter((file) => file.endsWith(".answers.jsonl")).sort().flatMap((file) => readLines(path.join(values.out, file)));
  const rows = readAnswers(answers);
  writeLines(path.join(root, "ecosystem/readings/survivors.jsonl"), rows);
  console.log(`${rows.length} of ${answers.length} answers taken`);
  return 0;
}

function draw() {
  const { exclude } = readProjects();
  const found = listProjects().flatMap((project) => {
    const gitDirectory = findGitDirectory(values.mirror, project);
    if (gitDirectory === undefined) throw new Error(`${project.repository} is not in ${values.mirror} at its commit`);
    process.stderr.write(".");
    return findMutants(gitDirectory, project, exclude);
  });
  store(chooseMutants(found));
  return 0;
}

function listProjects() {
  const pinned = readProjects().projects.filter((project) => foldOf(project.repository) === "train" || isUnread(project));
  const others = JSON.parse(readFileSync(path.join(FOLDER, "sources.json"), "utf8"));
  return [...pinned, ...others.map((other) => ({ ...other, include: ["**"] }))];
}

function store(mutants) {
  mkdirSync(path.join(FOLDER, "drawn"), { recursive: true });
  for (const fold of MEASURED_FOLDS) {
    const own = mutants.filter(({ repository }) => foldOf(repository) === fold).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    writeLines(path.join(FOLDER, "drawn", `${fold}.jsonl`), own);
    console.log(`${fold}: ${own.length} mutants of ${new Set(own.map(({ repository }) => repository)).size} repositories, ${new Set(own.map(({ operator }) => operator)).size} operators`);
  }
}

function keyOf({ repository, file, line, operator }) {
  return [repository, file, String(line).padStart(6, "0"), operator].join("\0");
}
