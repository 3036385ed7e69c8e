/** What git is about to commit: the files of the index that differ from the last commit, with the content they have there. */
import { spawnSync } from "node:child_process";

import { Failure } from "./failures.ts";
import { LINTED_FILE } from "./linted-files.ts";

export interface StagedFile {
  /** Relative to the directory that was asked about. */
  readonly path: string;
  readonly text: string;
}

const ENTRIES = ["diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative", "--diff-filter=ACMR", "--no-ext-diff"];
const REGULAR_FILE = /^:\d+ 100\d+ \S+ (\S+) /u;
const LARGEST_OUTPUT = 2 ** 30;

/**
 * Reads the staged JavaScript and TypeScript below `cwd` that the paths cover. Throws a `Failure` where git cannot answer.
 * Links and submodules are no source and are left out.
 */
export function readStagedFiles(cwd: string, paths: readonly string[]): readonly StagedFile[] {
  const listing = git(cwd, [...ENTRIES, "--", ...paths.map((path) => `:(glob)${path.replace(/^\.\//u, "")}`)]).toString("utf8");
  // Entries and their paths take turns, each ended by a zero.
  const fields = listing.split("\0");
  const entries = fields.flatMap((path, index) => {
    const entry = index % 2 === 1 ? (fields[index - 1] ?? "") : "";
    const blob = REGULAR_FILE.exec(entry)?.[1];
    return blob === undefined || !LINTED_FILE.test(path) ? [] : [{ path, blob }];
  });
  const texts = readBlobs(cwd, [...new Set(entries.map(({ blob }) => blob))]);
  return entries.flatMap(({ path, blob }) => {
    const text = texts.get(blob);
    return text === undefined ? [] : [{ path, text }];
  });
}

/** The contents by their ids, all read by one process. */
function readBlobs(cwd: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const output = git(cwd, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
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

function git(cwd: string, words: readonly string[], input?: string): Buffer {
  const run = spawnSync("git", ["-c", "core.fsmonitor=false", ...words], { cwd, input, maxBuffer: LARGEST_OUTPUT });
  if (run.error !== undefined) throw new Failure(`--staged asks git, and git cannot be run (${run.error.message}).`);
  if (run.status === 0) return run.stdout;
  if (spawnSync("git", ["rev-parse", "--is-inside-work-tree"], { cwd, stdio: "ignore" }).status !== 0) throw new Failure(`--staged needs a git repository, and ${cwd} is in none.`);
  const [reason = ""] = run.stderr.toString("utf8").trim().split("\n");
  throw new Failure(`--staged asks git for what is staged, and git says: ${reason}`);
}
