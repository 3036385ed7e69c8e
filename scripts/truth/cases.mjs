/** The stored facts that recall is measured on, by repository. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { foldOf, MEASURED_FOLDS } from "../ecosystem/folds.mjs";
import { isUnread, readProjects } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { groupBy, readLines } from "../ecosystem/stored.mjs";

/** The parts that can be measured, in the order of the page. */
export const PARTS = ["curated", "fixes", "mutants", "relations"];

/**
 * The tasks of a measurement: a part and a repository each, with its cases. Pinned repositories that were read before there
 * were folds are measured as train or not at all; the curated cases, which were read without exception, go by their hash.
 */
export function listTasks(parts) {
  const { exclude, projects } = readProjects();
  const measured = projects.filter((project) => foldOf(project.repository) === "train" || isUnread(project));
  const stored = {
    curated: () => tasksOf("curated", readLines(path.join(root, "ecosystem/curated.jsonl"))),
    fixes: () => tasksOf("fixes", readFolder("fixes")),
    mutants: () => tasksOf("mutants", readFolder("mutants/drawn")),
    relations: () => measured.map((project) => ({ part: "relations", repository: project.repository, commit: project.commit, project, exclude })),
  };
  return PARTS.filter((part) => parts.includes(part)).flatMap((part) => stored[part]()).map((task) => ({ ...task, fold: foldOf(task.repository) })).filter(({ fold }) => MEASURED_FOLDS.includes(fold));
}

function tasksOf(part, rows) {
  return [...groupBy(rows, ({ repository, commit }) => `${repository} ${commit ?? ""}`).values()].map((cases) => ({ part, repository: cases[0].repository, commit: cases[0].commit, cases }));
}

function readFolder(name) {
  const folder = path.join(root, "ecosystem", name);
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".jsonl")).sort().flatMap((file) => readLines(path.join(folder, file))) : [];
}
