/** How long files are, and what they are called. */
import type { SourceFile } from "./source-files.ts";

const MOST_LINES = 300;
// Names that say nothing about what belongs there, and so collect everything.
const GRAB_BAG = /^(?:utils?|helpers?|commons?|misc|shared|lib)$/;
// A type lives in the file that produces it. (The folder `src/types` knows the types of the linted program.)
const GRAB_BAG_FILE = /\/types(?:\.\w+)+$/;

/** Collects the files that are longer than one sitting. */
export function collectLongFiles(files: readonly SourceFile[]): readonly string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, "").split("\n").length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

/** Collects the paths with a folder or file that is named after nothing. */
export function collectGrabBags(files: readonly SourceFile[]): readonly string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => GRAB_BAG_FILE.test(path) || path.split("/").some((segment) => GRAB_BAG.test(segment.replace(/\..*$/, ""))));
}
