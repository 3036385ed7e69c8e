/** The pinned repositories: which there are, where their git directory is, and which of their files are linted. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { root } from "./root.mjs";

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
/** Larger files are data, or bundles that go by another name. */
const MOST_BYTES = 1 << 20;
const OUTPUT_LIMIT = 1 << 30;

/** Reads `ecosystem/projects.json`: the repositories and the globs that hold for all of them. */
export function readProjects() {
  return JSON.parse(readFileSync(path.join(root, "ecosystem/projects.json"), "utf8"));
}

/** Finds the git directory of a repository below `mirror`, if it is there and has the commit. */
export function findGitDirectory(mirror, { repository, commit }) {
  const folder = path.join(mirror, repository.replace("/", "+"));
  const directory = [path.join(folder, "repo/.git"), path.join(folder, "repo"), path.join(folder, ".git"), folder].find((candidate) => existsSync(path.join(candidate, "HEAD")));
  return directory !== undefined && hasCommit(directory, commit) ? directory : undefined;
}

/** Lists the source files of a pinned commit that its globs choose, in the order of their names. */
export function listSources(gitDirectory, { commit, include, exclude = [] }, excludedEverywhere) {
  const isIncluded = matcherOf(include);
  const isExcluded = matcherOf([...excludedEverywhere, ...exclude]);
  return runGit(gitDirectory, ["ls-tree", "-r", "-l", "-z", commit])
    .toString("utf8")
    .split("\0")
    .flatMap((line) => readEntry(line))
    .filter(({ file, bytes }) => SOURCE.test(file) && bytes < MOST_BYTES && isIncluded(file) && !isExcluded(file))
    .map(({ file }) => file);
}

/** Reads the texts of files at a commit, in the order asked for. */
export function readTexts(gitDirectory, commit, files) {
  const input = files.map((file) => `${commit}:${file}\n`).join("");
  const output = runGit(gitDirectory, ["cat-file", "--batch"], input);
  let offset = 0;
  return files.map((file) => {
    const headEnd = output.indexOf(10, offset);
    const bytes = Number(output.toString("utf8", offset, headEnd).split(" ").at(-1));
    if (Number.isNaN(bytes)) throw new Error(`${file} is not in ${commit}`);
    const text = output.toString("utf8", headEnd + 1, headEnd + 1 + bytes);
    offset = headEnd + 1 + bytes + 1;
    return text;
  });
}

function hasCommit(gitDirectory, commit) {
  try {
    runGit(gitDirectory, ["cat-file", "-e", `${commit}^{commit}`]);
    return true;
  } catch {
    return false;
  }
}

function runGit(gitDirectory, command, input = "") {
  return execFileSync("git", ["--git-dir", gitDirectory, ...command], { input, maxBuffer: OUTPUT_LIMIT, stdio: ["pipe", "pipe", "ignore"] });
}

/** Reads a line of `ls-tree -l`: mode, kind, object and size, a tab and the path. Links and submodules are no sources. */
function readEntry(line) {
  const [head, file] = line.split("\t");
  const [mode, kind, , bytes] = head.split(/ +/);
  return kind === "blob" && mode !== "120000" && file !== undefined ? [{ file, bytes: Number(bytes) }] : [];
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
