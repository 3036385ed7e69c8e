/** What git is about to commit: the files of the index that differ from the last commit, with the content they have there. */
import { askGit, pathspecsOf, readBlobs, requirePaths } from "./git.ts";
import { LINTED_FILE } from "./linted-files.ts";

export interface StagedFile {
  /** Relative to the directory that was asked about. */
  readonly path: string;
  readonly text: string;
}

const ENTRIES = ["diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative", "--diff-filter=ACMR", "--no-ext-diff"];
const REGULAR_FILE = /^:\d+ 100\d+ \S+ (\S+) /u;

/**
 * Reads the staged JavaScript and TypeScript below `cwd` that the paths cover. Throws a `Failure` where git cannot answer.
 * Links and submodules are no source and are left out.
 */
export function readStagedFiles(cwd: string, paths: readonly string[]): readonly StagedFile[] {
  requirePaths("--staged", cwd, paths, ["diff", "--no-ext-diff", "--cached"]);
  const listing = askGit("--staged", cwd, [...ENTRIES, "--", ...pathspecsOf(cwd, paths)]).toString("utf8");
  // Entries and their paths take turns, each ended by a zero.
  const fields = listing.split("\0");
  const entries = fields.flatMap((path, index) => {
    const entry = index % 2 === 1 ? (fields[index - 1] ?? "") : "";
    const blob = REGULAR_FILE.exec(entry)?.[1];
    return blob === undefined || !LINTED_FILE.test(path) ? [] : [{ path, blob }];
  });
  const texts = readBlobs("--staged", cwd, [...new Set(entries.map(({ blob }) => blob))]);
  return entries.flatMap(({ path, blob }) => {
    const text = texts.get(blob);
    return text === undefined ? [] : [{ path, text }];
  });
}
