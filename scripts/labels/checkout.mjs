/** Lays out the sources of a commit in a folder, so that the project view can look around in them. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { findTexts, listFiles } from "../ecosystem/git.mjs";

const NEEDED = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$|(?:^|\/)(?:package|tsconfig[^/]*|jsconfig)\.json$|(?:^|\/)\.gitignore$/;
const MOST_BYTES = 1 << 20;

/** Writes the sources and settings of a commit to `folder`; what is larger than a MiB is left out. */
export function layOut(gitDirectory, commit, folder) {
  const files = listFiles(gitDirectory, commit).filter(({ file, bytes }) => NEEDED.test(file) && bytes < MOST_BYTES && !file.includes("node_modules/")).map(({ file }) => file);
  findTexts(gitDirectory, files.map((file) => ({ commit, file }))).forEach((text, index) => {
    if (text === undefined) return;
    const target = path.join(folder, files[index]);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  });
}
