/** What git is about to commit: the files of the index that differ from the last commit, with the content they have there. */
import { resolve } from "node:path";

import { moduleMaps, sourceExtensions } from "../catalogue/words/project-files.ts";
import type { TextsAhead } from "../project/texts-ahead.ts";
import { askGit, pathspecsOf, readBlobs, requirePaths } from "./git.ts";
import { LINTED_FILE } from "./linted-files.ts";

export interface StagedFile {
  /** Relative to the directory that was asked about. */
  readonly path: string;
  readonly text: string;
}

const ENTRIES = ["diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=ACMR", "--no-ext-diff"];
const REGULAR_FILE = /^:\d+ 100\d+ \S+ (\S+) /u;

/**
 * Reads the staged JavaScript and TypeScript below `cwd` that the paths cover. Throws a `Failure` where git cannot answer.
 * Links and submodules are no source and are left out.
 */
export function readStagedFiles(cwd: string, paths: readonly string[]): readonly StagedFile[] {
  requirePaths("--staged", cwd, paths, ["diff", "--no-ext-diff", "--cached"]);
  return readBlobsOfIndex(cwd, ["--relative", "--", ...pathspecsOf(cwd, paths)], (path) => LINTED_FILE.test(path));
}

/** Reads all that is staged and a project may ask about, by absolute paths: what the commit has beside the files that are checked. */
export function readTextsAhead(cwd: string): TextsAhead {
  const [up = ""] = askGit("--staged", cwd, ["rev-parse", "--show-cdup"]).toString("utf8").split("\n");
  const files = readBlobsOfIndex(cwd, ["--no-relative"], (path) => sourceExtensions.test(path) || moduleMaps.test(path.slice(path.lastIndexOf("/") + 1)));
  return new Map(files.map(({ path, text }) => [resolve(cwd, up, path).replaceAll("\\", "/"), text]));
}

function readBlobsOfIndex(cwd: string, words: readonly string[], isWanted: (path: string) => boolean): readonly StagedFile[] {
  const listing = askGit("--staged", cwd, [...ENTRIES, ...words]).toString("utf8");
  // Entries and their paths take turns, each ended by a zero.
  const fields = listing.split("\0");
  const entries = fields.flatMap((path, index) => {
    const entry = index % 2 === 1 ? (fields[index - 1] ?? "") : "";
    const blob = REGULAR_FILE.exec(entry)?.[1];
    return blob === undefined || !isWanted(path) ? [] : [{ path, blob }];
  });
  const texts = readBlobs("--staged", cwd, [...new Set(entries.map(({ blob }) => blob))]);
  return entries.flatMap(({ path, blob }) => {
    const text = texts.get(blob);
    return text === undefined ? [] : [{ path, text }];
  });
}
