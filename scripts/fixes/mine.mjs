/** Mines one history for commits that mend leaks: cases for recall that nobody has to label. */
import { createHash } from "node:crypto";

import { runGit } from "../ecosystem/git.mjs";
import { kindOfSubject, mendedFiles, productFiles } from "./leak-fix.mjs";
import { NET } from "./words.mjs";

const SINCE = "2012-01-01";
/** What may be source; git takes them for endings. */
const SOURCES = ["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"].map((ending) => `*.${ending}`);
const FORMAT = "%x01%H%x02%P%x02%s%x03";

/**
 * The commits of a repository that mend a leak, the newest first: `{repository, fix, before, paths, hunks}` and, for those
 * who read them, `kind` and `subject`. `change` is a hash of what is changed: a fix that was carried over to a fork or
 * another branch has the same.
 */
export function mineFixes(gitDirectory, repository) {
  const log = runGit(gitDirectory, ["log", "--no-merges", `--since=${SINCE}`, "-i", "-E", `--grep=${NET}`, `--format=${FORMAT}`, "--name-status", "--no-renames"]).toString("utf8");
  const commits = log.split("\x01").slice(1).map(readCommit).filter(({ before, kind, files }) => /^[0-9a-f]+$/.test(before) && kind !== undefined && files.length > 0);
  const patches = readPatches(gitDirectory, commits.map(({ fix }) => fix));
  return commits.flatMap(({ fix, before, kind, subject, files }) => {
    const own = patches.get(fix) ?? new Map();
    const mended = mendedFiles(files.filter((file) => own.has(file)).map((file) => ({ file, patch: own.get(file) })));
    if (mended.length === 0) return [];
    const hunks = Object.fromEntries(mended.map(({ file, hunks: places }) => [file, places]));
    return [{ repository, fix, before, paths: Object.keys(hunks), hunks, kind, subject, change: hashOf(mended.map(({ patch }) => patch)) }];
  });
}

function readCommit(entry) {
  const [head, names = ""] = entry.split("\x03");
  const [fix, parents, subject] = head.split("\x02");
  const modified = names.split("\n").filter((line) => line.startsWith("M\t")).map((line) => line.slice(2));
  return { fix, before: parents.trim(), subject, kind: kindOfSubject(subject), files: productFiles(modified) };
}

/** The patches of commits without context: for each commit a map from file to its part. */
function readPatches(gitDirectory, commits) {
  if (commits.length === 0) return new Map();
  const output = runGit(gitDirectory, ["diff-tree", "--stdin", "-r", "-p", "-U0", "--no-renames", "--diff-filter=M", "--format=%x01%H", "--", ...SOURCES], `${commits.join("\n")}\n`).toString("utf8");
  return new Map(output.split("\x01").slice(1).map((part) => [part.slice(0, part.indexOf("\n")), splitByFile(part)]));
}

function splitByFile(patch) {
  const parts = patch.split(/^diff --git /m).slice(1);
  return new Map(parts.flatMap((part) => {
    const name = /^\+\+\+ b\/([^\t\n]*)/m.exec(part)?.[1];
    return name === undefined ? [] : [[name, part]];
  }));
}

/** Of the lines that come and go alone: where they stand, and in which file, differs between branches. */
function hashOf(patches) {
  const lines = patches.flatMap((patch) => patch.split("\n").filter((line) => /^[+-](?![+-]{2} )/.test(line)).map((line) => line.replace(/\s+/g, "")));
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex").slice(0, 16);
}
