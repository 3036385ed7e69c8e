/** The command `npm run mutants`. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { foldOf, MEASURED_FOLDS } from "../ecosystem/folds.mjs";
import { findGitDirectory } from "../ecosystem/git.mjs";
import { isUnread, readProjects } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { chooseMutants } from "./draw.mjs";
import { findMutants } from "./find.mjs";

const HELP = `Draws the mutants that recall is measured on: correct code of public repositories, broken in one place each.

  npm run mutants -- --mirror DIR
      DIR holds git directories as owner+name/repo. Looks at the pinned repositories of train, at those of validation that
      nobody reads, and at those of ecosystem/mutants/sources.json. Writes ecosystem/mutants/drawn/train.jsonl and
      validation.jsonl: repository, commit, file, operator, line, and the origin of the code.
`;
const FOLDER = path.join(root, "ecosystem/mutants");

const { values } = parseArgs({ options: { mirror: { type: "string" } } });
process.exitCode = main();

function main() {
  if (values.mirror === undefined) {
    console.error(HELP);
    return 2;
  }
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
    writeFileSync(path.join(FOLDER, "drawn", `${fold}.jsonl`), own.map((row) => `${JSON.stringify(row)}\n`).join(""));
    console.log(`${fold}: ${own.length} mutants of ${new Set(own.map(({ repository }) => repository)).size} repositories, ${new Set(own.map(({ operator }) => operator)).size} operators`);
  }
}

function keyOf({ repository, file, line, operator }) {
  return [repository, file, String(line).padStart(6, "0"), operator].join("\0");
}
