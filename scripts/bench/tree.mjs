/** Repositories on disk, for what asks other files. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { listFiles, readTexts } from "../ecosystem/git.mjs";

const NEEDED = /\.(?:[cm]?[jt]sx?|vue|svelte)$|(?:^|\/)(?:package|tsconfig[^/]*)\.json$|(?:^|\/)\.gitignore$/;
const MOST_BYTES = 1 << 20;

/** Writes what the project view and TypeScript read of a commit into a new folder below the system's temporary one; answers the folder. */
export function writeTree({ gitDirectory, commit }) {
  const folder = mkdtempSync(path.join(tmpdir(), "leakproof-bench-"));
  const files = listFiles(gitDirectory, commit).flatMap(({ file, bytes }) => (NEEDED.test(file) && bytes < MOST_BYTES ? [file] : []));
  readTexts(gitDirectory, commit, files).forEach((text, index) => {
    const target = path.join(folder, files[index]);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  });
  return folder;
}
