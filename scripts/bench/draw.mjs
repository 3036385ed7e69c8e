/** Chooses what is linted: files of the pinned repositories that may be read, so that a shorter draw is the beginning of a longer one. */
import { inDrawnOrder } from "../ecosystem/drawn-order.mjs";
import { findGitDirectory, readTexts } from "../ecosystem/git.mjs";
import { isUnread, listSources, readProjects } from "../ecosystem/projects.mjs";

/**
 * Draws whole repositories until they have `lines` lines together, then of their files as many as make that number, mixed.
 * Answers `files` (repository, gitDirectory, commit, sourceType, file, lines) and `absent`, the repositories that the mirror lacks.
 */
export function drawFiles({ mirror, only, lines, pinned = readProjects() }) {
  const projects = pinned.projects.filter((project) => (only.length === 0 ? !isUnread(project) : only.includes(project.repository)));
  const candidates = [];
  const absent = only.filter((repository) => !projects.some((project) => project.repository === repository));
  for (const project of inDrawnOrder(projects, ({ repository }) => repository)) {
    if (sumLines(candidates) >= lines) break;
    const gitDirectory = findGitDirectory(mirror, project);
    if (gitDirectory === undefined) absent.push(project.repository);
    else candidates.push(...filesOf(gitDirectory, project, pinned.exclude));
  }
  return { files: upTo(lines, inDrawnOrder(candidates, ({ repository, file }) => `${repository}/${file}`)), absent };
}

/** The first files of a list that have `lines` lines together. */
export function upTo(lines, files) {
  let sum = 0;
  return files.filter((file) => {
    const isTaken = sum < lines;
    if (isTaken) sum += file.lines;
    return isTaken;
  });
}

/** The lines of all files. */
export function sumLines(files) {
  return files.reduce((sum, { lines }) => sum + lines, 0);
}

function filesOf(gitDirectory, project, exclude) {
  const { repository, commit, sourceType = "module" } = project;
  const files = listSources(gitDirectory, project, exclude);
  return readTexts(gitDirectory, commit, files).map((text, index) => ({ repository, gitDirectory, commit, sourceType, file: files[index], lines: text.split("\n").length }));
}
