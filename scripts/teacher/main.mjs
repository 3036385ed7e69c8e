/** The command `npm run teacher`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { foldOf } from "../ecosystem/folds.mjs";
import { findGitDirectory } from "../ecosystem/git.mjs";
import { listSources, readProjects } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { groupBy, readLines } from "../ecosystem/stored.mjs";
import { layOut } from "../labels/checkout.mjs";
import { loadHearing } from "../silences/hear.mjs";
import { addLesson, describeRates, emptyLessons, sortLessons } from "./lessons.mjs";

const HELP = `What the project teaches: how often what is only named says the same as what other files show.

  npm run teacher -- learn NAME --mirror DIR [--most 40]
      Hears every candidate of the repositories that ecosystem/labels/NAME.jsonl pins, with the other files at hand, and counts for each answer that
      rests on a name how often the program came to such code once, and how often again and again: ecosystem/taught.json,
      which docs/evidence.md shows. The --most smallest repositories are enough.

  npm run teacher -- rates
      Prints the rates, the names that say nothing first.
`;
const STORED = path.join(root, "ecosystem/taught.json");
const MOST_FILES = 1500;

const options = { mirror: { type: "string" }, most: { type: "string", default: "40" } };
const { values, positionals: [command, name] } = parseArgs({ allowPositionals: true, options });
process.exitCode = await main();

async function main() {
  if (command === "learn" && name !== undefined && values.mirror !== undefined) return learn();
  if (command === "rates") return printRates();
  console.error(HELP);
  return 2;
}

async function learn() {
  const { exclude } = readProjects();
  const hear = await loadHearing();
  const lessons = emptyLessons();
  for (const project of smallest(pinnedBy(name), exclude)) {
    const cwd = mkdtempSync(path.join(os.tmpdir(), "taught-"));
    try {
      layOut(project.gitDirectory, project.commit, cwd);
      for (const file of project.files) for (const { answers } of hear(readFileSync(path.join(cwd, file), "utf8"), file, { cwd, answers: true })) addLesson(lessons, answers);
      lessons.repositories += 1;
      process.stdout.write(".");
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  }
  writeFileSync(STORED, `${JSON.stringify(sortLessons(lessons), null, 2)}\n`);
  console.log(`\n${lessons.candidates} candidates of ${lessons.repositories} repositories, ${lessons.known} of which other files tell how often they come`);
  return 0;
}

/** The repositories of train that a file of labels pins, each with its commit and git directory. */
function pinnedBy(labels) {
  const rows = readLines(path.join(root, "ecosystem/labels", `${labels}.jsonl`)).filter(({ repository }) => foldOf(repository) === "train");
  return [...groupBy(rows, ({ repository }) => repository).values()].map(([{ repository, commit }]) => {
    const gitDirectory = findGitDirectory(values.mirror, { repository, commit });
    if (gitDirectory === undefined) throw new Error(`${repository} is not in ${values.mirror} at its commit`);
    return { repository, commit, gitDirectory };
  });
}

function smallest(projects, exclude) {
  const listed = projects.map((project) => ({ ...project, files: listSources(project.gitDirectory, { ...project, include: ["**/*"] }, exclude) }));
  return listed.filter(({ files }) => files.length > 0 && files.length <= MOST_FILES).sort((one, other) => one.files.length - other.files.length).slice(0, Number(values.most));
}

function printRates() {
  for (const line of describeRates(JSON.parse(readFileSync(STORED, "utf8")))) console.log(line);
  return 0;
}
