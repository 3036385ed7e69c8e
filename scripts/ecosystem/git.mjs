/** Reads public repositories out of their git directories, which may lack a work tree and their largest files. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const OUTPUT_LIMIT = 1 << 30;

/** Runs git in a directory; answers what it prints, as bytes. Throws where it fails. */
export function runGit(gitDirectory, command, input = "") {
  return execFileSync("git", ["--git-dir", gitDirectory, ...command], { input, maxBuffer: OUTPUT_LIMIT, stdio: ["pipe", "pipe", "ignore"] });
}

/** Lists the repositories of a mirror, `DIR/owner+name`, as `owner/name`, in the order of their names. */
export function listMirror(mirror) {
  const names = readdirSync(mirror).filter((folder) => folder.includes("+")).map((folder) => folder.replace("+", "/"));
  return names.filter((repository) => findRepository(mirror, repository) !== undefined).sort();
}

/** Finds the git directory of a repository below `mirror`, if it is there. */
export function findRepository(mirror, repository) {
  const folder = path.join(mirror, repository.replace("/", "+"));
  return [path.join(folder, "repo/.git"), path.join(folder, "repo"), path.join(folder, ".git"), folder].find((candidate) => existsSync(path.join(candidate, "HEAD")));
}

/** Finds the git directory of a repository below `mirror`, if it is there and has the commit. */
export function findGitDirectory(mirror, { repository, commit }) {
  const directory = findRepository(mirror, repository);
  return directory !== undefined && hasCommit(directory, commit) ? directory : undefined;
}

/** Lists the files of a commit with their size in bytes. Links and submodules are left out. */
export function listFiles(gitDirectory, commit) {
  return runGit(gitDirectory, ["ls-tree", "-r", "-l", "-z", commit]).toString("utf8").split("\0").flatMap(readEntry);
}

/** Reads the texts of files at a commit, in the order asked for; throws where one is missing. */
export function readTexts(gitDirectory, commit, files) {
  return findTexts(gitDirectory, files.map((file) => ({ commit, file }))).map((text, index) => {
    if (text === undefined) throw new Error(`${files[index]} is not in ${commit}`);
    return text;
  });
}

/** Reads the texts of files, each at its commit, in the order asked for; undefined for each that is not there. */
export function findTexts(gitDirectory, places) {
  const input = places.map(({ commit, file }) => `${commit}:${file}\n`).join("");
  const output = runGit(gitDirectory, ["cat-file", "--batch"], input);
  let offset = 0;
  return places.map(() => {
    const headEnd = output.indexOf(10, offset);
    const bytes = Number(output.toString("utf8", offset, headEnd).split(" ").at(-1));
    if (Number.isNaN(bytes)) {
      offset = headEnd + 1;
      return undefined;
    }
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

/** Reads a line of `ls-tree -l`: mode, kind, object and size, a tab and the path. */
function readEntry(line) {
  const [head, file] = line.split("\t");
  const [mode, kind, , bytes] = head.split(/ +/);
  return kind === "blob" && mode !== "120000" && file !== undefined ? [{ file, bytes: Number(bytes) }] : [];
}
