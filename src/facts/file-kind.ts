/** What a file is for, by its path and its first line. */
import { adapters, bundleStart, bundleWords, commandPaths, configurationPaths, rootComponentPaths, scriptPaths, testPaths, testRunners } from "../catalogue/words/paths.ts";
import type { FileLocation } from "./imports.ts";

/**
 * - `test`: code of a test or benchmark, whose process ends with it;
 * - `script`: a command or configuration, which runs through and ends;
 * - `generated`: what a bundler or minifier wrote;
 * - `source`: anything else.
 */
export type FileKind = "test" | "script" | "generated" | "source";

/** Answers what kind of file this is. Only the path below the linter's folder counts. */
export function fileKindOf(text: string, location: FileLocation): FileKind {
  const path = pathBelow(location);
  if (testPaths.test(path)) return "test";
  if ((bundleWords.some((word) => text.includes(word)) && bundleStart.test(text)) || isMinified(text)) return "generated";
  return configurationPaths.test(path) || scriptPaths.test(path) || text.startsWith("#!") ? "script" : "source";
}

/** In characters: nobody writes lines so long by hand, one with the other. */
const MINIFIED_LINE = 500;
/** A minifier leaves a bracket or semicolon every few characters; data in a text, as of an image, has none. */
const MINIFIED_DENSITY = 1 / 50;

/** Whether the lines are as long as only a minifier leaves them, and hold code. Stops counting at the line that says no. */
function isMinified(text: string): boolean {
  if (text.length < 2 * MINIFIED_LINE) return false;
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    lines += 1;
    if (lines * MINIFIED_LINE > text.length) return false;
  }
  return (text.match(/[;{}]/g)?.length ?? 0) > text.length * MINIFIED_DENSITY;
}

/** Whether a file fits something into a test runner, `plugins/mocha/index.js`: its process ends with the tests, which are counted. */
export function isTestRunnerAdapter(location: FileLocation): boolean {
  const path = pathBelow(location);
  return testRunners.test(path) && adapters.test(path);
}

/** Whether a file belongs to a command, by its folder: what fails there ends the process, and takes everything along. */
export function isCommandLine(location: FileLocation): boolean {
  return commandPaths.test(pathBelow(location));
}

/** Whether a file is the component that all others stand in, by its name: it is made once, and ends with the page. */
export function isRootComponent(location: FileLocation): boolean {
  return rootComponentPaths.test(pathBelow(location));
}

/** The path of a file below the linter's folder. */
function pathBelow({ filename, directory }: FileLocation): string {
  return filename.startsWith(directory) ? filename.slice(directory.length) : filename;
}
