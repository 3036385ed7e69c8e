import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { Failure } from "./failures.ts";

const LARGEST_OUTPUT = 2 ** 30;

/** Runs git for the option of ours that needs it and answers what it prints; throws a `Failure` where git cannot answer. */
export function askGit(option: string, cwd: string, words: readonly string[], input?: string): Buffer {
  const run = spawnSync("git", ["-c", "core.fsmonitor=false", ...words], { cwd, input, maxBuffer: LARGEST_OUTPUT });
  if (run.error !== undefined) throw new Failure(`${option} asks git, and git cannot be run (${run.error.message}).`);
  if (run.status === 0) return run.stdout;
  const around = spawnSync("git", ["rev-parse", "--is-inside-work-tree"], { cwd, env: { ...process.env, LC_ALL: "C" }, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  // A repository of another user, as in a container, is one that git does not read; what git says is what to do.
  if (around.status !== 0 && !around.stderr.includes("dubious ownership")) throw new Failure(`${option} needs a git repository, and ${cwd} is in none.`);
  const reason = sentenceOf(around.status === 0 ? run.stderr.toString("utf8") : around.stderr);
  throw new Failure(`${option} asks git for the files, and git says: ${reason}`);
}

/** What git says, on one line: the first one, and for a repository of another user the command that git tells. */
function sentenceOf(said: string): string {
  const [first = "", ...others] = said.trim().split("\n").map((line) => line.trim());
  const command = others.find((line) => line.startsWith("git config "));
  return command === undefined ? first : `${first}; ${command}`;
}

/** Letters that make a path a pattern. */
const PATTERN = /[*?[\]{}!]/u;
/** So many alternatives of braces are written out, at most. */
const MOST_ALTERNATIVES = 100;

/** The pathspecs that mean to git what the paths of a command mean to ESLint. */
export function pathspecsOf(cwd: string, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (existsSync(resolve(cwd, path))) return [`:(literal)${path}`];
    return writeOutBraces(path).map((pattern) => `:(glob)${pattern.replace(/^\.\//u, "")}`);
  });
}

/** `*.{js,ts}` is `*.js` and `*.ts`: git knows no braces. */
function writeOutBraces(path: string): string[] {
  let written = [path];
  for (;;) {
    const next = written.flatMap((one) => {
      const [braces, inner = ""] = /\{([^{}]*)\}/u.exec(one) ?? [];
      return braces === undefined ? [one] : inner.split(",").map((alternative) => one.replace(braces, () => alternative));
    });
    if (next.length > MOST_ALTERNATIVES || next.every((one, index) => one === written[index])) return written;
    written = next;
  }
}

/** Throws a `Failure` for a path that is no pattern, and at which there is nothing: neither on the disk, nor in git's index, nor in the difference. */
export function requirePaths(option: string, cwd: string, paths: readonly string[], difference: readonly string[]): void {
  for (const path of paths.filter((one) => !PATTERN.test(one) && !existsSync(resolve(cwd, one)))) {
    const known = [["ls-files", "-z"], [...difference, "--name-only", "-z"]].some((words) => askGit(option, cwd, [...words, "--", ...pathspecsOf(cwd, [path])]).length > 0);
    if (!known) throw new Failure(`There is nothing at "${path}"; check the path, which is taken from ${cwd}.`);
  }
}

/** The contents of blobs by their ids, all read by one process. */
export function readBlobs(option: string, cwd: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const output = askGit(option, cwd, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  for (let at = 0; at < output.length;) {
    const end = output.indexOf("\n", at);
    const [id = "", type, size] = output.toString("utf8", at, end).split(" ");
    const start = end + 1;
    if (type !== "blob") at = start;
    else {
      texts.set(id, output.toString("utf8", start, start + Number(size)));
      at = start + Number(size) + 1;
    }
  }
  return texts;
}
