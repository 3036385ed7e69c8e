/** The pinned repositories: which there are, and which of their files are linted. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { foldOf } from "./folds.mjs";
import { listFiles } from "./git.mjs";
import { root } from "./root.mjs";

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
/** Larger files are data, or bundles that go by another name. */
const MOST_BYTES = 1 << 20;

/** Reads `ecosystem/projects.json`: the repositories and the globs that hold for all of them. */
export function readProjects() {
  return JSON.parse(readFileSync(path.join(root, "ecosystem/projects.json"), "utf8"));
}

/**
 * Whether a pinned repository is measured only: of the fold validation, and pinned since there are folds. Those that
 * were pinned before (they have no `since`) have been read, whatever their fold.
 */
export function isUnread({ repository, since }) {
  return since !== undefined && foldOf(repository) === "validation";
}

/** Whether a repository was pinned, and read, before there were folds. */
export function isKnown(projects, repository) {
  return projects.some((project) => project.since === undefined && project.repository.toLowerCase() === repository.toLowerCase());
}

/** Lists the source files of a pinned commit that its globs choose, in the order of their names. */
export function listSources(gitDirectory, { commit, include, exclude = [] }, excludedEverywhere) {
  const isIncluded = matcherOf(include);
  const isExcluded = matcherOf([...excludedEverywhere, ...exclude]);
  return listFiles(gitDirectory, commit)
    .filter(({ file, bytes }) => SOURCE.test(file) && bytes < MOST_BYTES && isIncluded(file) && !isExcluded(file))
    .map(({ file }) => file);
}

function matcherOf(globs) {
  const patterns = globs.map(toPattern);
  return (file) => patterns.some((pattern) => pattern.test(file));
}

/** Understands what `projects.json` uses: `**`, `*` and `{a,b}`. */
function toPattern(glob) {
  const translated = glob.replace(/\*\*\/|\*\*|\*|\{|\}|,|[.+?^$()|[\]\\]/g, (part) => GLOB_PARTS[part] ?? `\\${part}`);
  return new RegExp(`^${translated}$`);
}

const GLOB_PARTS = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "{": "(?:", "}": ")", ",": "|" };
