/** The files of the repository as text, so that checks can be run over made-up files too. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface SourceFile {
  /** Relative to the repository, with forward slashes: `src/flow/graph.ts`. */
  readonly path: string;
  readonly text: string;
}

const root = path.resolve(import.meta.dirname, "../..");
const SOURCE = /\.[cm]?[jt]sx?$/;
const SKIPPED = /(?:^|\/)(?:node_modules|fixtures|out|dist)(?:\/|$)/;

/** Reads all source files below a folder; fixtures and build output are left out. */
export function readSourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .filter((file) => !SKIPPED.test(file))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), "utf8") }));
}
