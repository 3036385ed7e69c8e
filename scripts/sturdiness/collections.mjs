/** The parser test collections: pinned repositories and the folders of them that hold programs. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

import { root } from "../ecosystem/root.mjs";

const PROGRAM = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const OUTPUT_LIMIT = 1 << 28;

/** Reads `ecosystem/parser-tests.json`. */
export function readCollections() {
  return JSON.parse(readFileSync(path.join(root, "ecosystem/parser-tests.json"), "utf8"));
}

/** Lists the programs below the folders of a collection. */
export function listCollection(gitDirectory, { commit, folders }) {
  const command = ["--git-dir", gitDirectory, "ls-tree", "-r", "-z", commit];
  return execFileSync("git", command, { encoding: "utf8", maxBuffer: OUTPUT_LIMIT })
    .split("\0")
    .filter((line) => line.startsWith("100"))
    .map((line) => line.slice(line.indexOf("\t") + 1))
    .filter((file) => PROGRAM.test(file) && folders.some((folder) => new RegExp(folder).test(file)));
}
