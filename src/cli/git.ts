import { spawnSync } from "node:child_process";

import { Failure } from "./failures.ts";

const LARGEST_OUTPUT = 2 ** 30;

/** Runs git for the option of ours that needs it and answers what it prints; throws a `Failure` where git cannot answer. */
export function askGit(option: string, cwd: string, words: readonly string[], input?: string): Buffer {
  const run = spawnSync("git", ["-c", "core.fsmonitor=false", ...words], { cwd, input, maxBuffer: LARGEST_OUTPUT });
  if (run.error !== undefined) throw new Failure(`${option} asks git, and git cannot be run (${run.error.message}).`);
  if (run.status === 0) return run.stdout;
  if (spawnSync("git", ["rev-parse", "--is-inside-work-tree"], { cwd, stdio: "ignore" }).status !== 0) throw new Failure(`${option} needs a git repository, and ${cwd} is in none.`);
  const [reason = ""] = run.stderr.toString("utf8").trim().split("\n");
  throw new Failure(`${option} asks git for the files, and git says: ${reason}`);
}

/** The pathspecs that mean to git what the paths of a command mean to ESLint. */
export function pathspecsOf(paths: readonly string[]): string[] {
  return paths.map((path) => `:(glob)${path.replace(/^\.\//u, "")}`);
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
