/** What changed since a commit: the files on the disk, or in the index, that differ from the commit that the change began at. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Failure } from "../failures.ts";
import { askGit, pathspecsOf, readBlobs, requirePaths } from "../git.ts";
import { LINTED_FILE } from "../linted-files.ts";

export interface ChangedFile {
  /** Relative to the directory that was asked about. */
  readonly path: string;
  readonly text: string;
  /** The file before the change, whatever its name was; undefined for a new one. */
  readonly before: { readonly path: string; readonly text: string } | undefined;
}

export interface ChangeRequest {
  readonly paths: readonly string[];
  /** Any name of a commit. */
  readonly since: string;
  /** Whether the change ends in the index and not on the disk. */
  readonly staged: boolean;
}

/** A file that differs; the paths are those of git, from the root of the repository. */
interface Entry {
  readonly path: string;
  /** The content in the index; of no meaning for the disk. */
  readonly blob: string;
  readonly before: { readonly path: string; readonly blob: string } | undefined;
}

const OPTION = "--since";
const DIFF = ["diff", "-z", "--no-ext-diff", "--diff-filter=ACMRT"];
/** Paths from the root of the repository, whatever the user has set. */
const WHOLE = [...DIFF, "--raw", "--no-abbrev", "--no-relative", "--find-renames"];

/** Reads the changed JavaScript and TypeScript below `cwd` that the paths cover; throws a `Failure` where git cannot answer. */
export function readChangedFiles(cwd: string, request: ChangeRequest): readonly ChangedFile[] {
  const base = findBase(cwd, request.since);
  const range = [...(request.staged ? ["--cached"] : []), base];
  requirePaths(OPTION, cwd, request.paths, ["diff", "--no-ext-diff", ...range]);
  const [prefix = ""] = ask(cwd, ["rev-parse", "--show-prefix"]).split("\n");
  // Renames are seen only where git looks at the whole repository, so the paths are asked for apart.
  const asked = new Set(ask(cwd, [...DIFF, "--name-only", "--no-renames", "--relative", ...range, "--", ...pathspecsOf(cwd, request.paths)]).split("\0"));
  const entries = readEntries(ask(cwd, [...WHOLE, ...range])).filter(({ path }) => path.startsWith(prefix) && asked.has(path.slice(prefix.length)) && LINTED_FILE.test(path));
  const blobs = readBlobs(OPTION, cwd, [...new Set(entries.flatMap(({ blob, before }) => [...(request.staged ? [blob] : []), ...(before === undefined ? [] : [before.blob])]))]);
  const changed = entries.flatMap(({ path: whole, blob, before }) => {
    const path = whole.slice(prefix.length);
    const text = request.staged ? blobs.get(blob) : readText(join(cwd, path));
    const old = before && blobs.get(before.blob);
    return text === undefined ? [] : [{ path, text, before: before === undefined || old === undefined ? undefined : { path: before.path, text: old } }];
  });
  return request.staged ? changed : [...changed, ...readUntracked(cwd, request.paths)];
}

/**
 * The commit at which the change left what it is compared with: what others have done to `REF` since then is none of it.
 */
function findBase(cwd: string, since: string): string {
  const commit = ask(cwd, ["rev-parse", "--revs-only", "--end-of-options", `${since}^{commit}`]).trim();
  if (!/^[0-9a-f]{40,64}$/u.test(commit)) throw new Failure(`--since ${since} names no commit that is here; where the clone is shallow, fetch it first.`);
  try {
    return ask(cwd, ["merge-base", commit, "HEAD"]).trim();
  } catch {
    throw new Failure(`--since ${since} has no commit in common with HEAD here; where the clone is shallow, fetch more of its history.`);
  }
}

/** Reads git's raw format: `:mode mode blob blob status`, then a path, or two for a rename, each ended by a zero. */
function readEntries(listing: string): readonly Entry[] {
  const fields = listing.split("\0");
  const entries: Entry[] = [];
  for (let at = 0; at + 1 < fields.length;) {
    const { oldMode = "", mode = "", oldBlob = "", blob = "", status = "" } = /^:(?<oldMode>\d+) (?<mode>\d+) (?<oldBlob>\S+) (?<blob>\S+) (?<status>\w)/u.exec(fields[at] ?? "")?.groups ?? {};
    const paths = fields.slice(at + 1, at + (status === "R" || status === "C" ? 3 : 2));
    at += paths.length + 1;
    const path = paths.at(-1) ?? "";
    const before = isSource(oldMode) ? { path: paths[0] ?? "", blob: oldBlob } : undefined;
    if (isSource(mode)) entries.push({ path, blob, before });
  }
  return entries;
}

/** Links and submodules are no source. */
function isSource(mode: string): boolean {
  return mode.startsWith("100");
}

function readUntracked(cwd: string, paths: readonly string[]): readonly ChangedFile[] {
  const listing = ask(cwd, ["ls-files", "--others", "--exclude-standard", "-z", "--", ...pathspecsOf(cwd, paths)]).split("\0");
  return listing.filter((path) => LINTED_FILE.test(path)).flatMap((path) => {
    const text = readText(join(cwd, path));
    return text === undefined ? [] : [{ path, text, before: undefined }];
  });
}

/** Undefined for what cannot be read: a link to nowhere, or a file that is gone meanwhile. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function ask(cwd: string, words: readonly string[]): string {
  return askGit(OPTION, cwd, words).toString("utf8");
}
