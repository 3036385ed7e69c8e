/** Where the paths of a command lie: those below the current directory are checked from there, each other one from its own package. */
import { existsSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Paths that are checked in one go. */
export interface Place {
  /** The directory that they are taken from, and that ESLint, TypeScript and git are asked in. */
  readonly root: string;
  readonly paths: readonly string[];
  /** What the user wrote for each path. */
  readonly words: ReadonlyMap<string, string>;
}

/** The files that a package, or a project without one, has at its root. */
const ROOT_FILES = ["package.json", "eslint.config.js", "eslint.config.mjs", "eslint.config.cjs", "eslint.config.ts", "eslint.config.mts", "eslint.config.cts", "tsconfig.json", "jsconfig.json"];

/** Sorts the paths by the directory that they are checked from; paths below the current one stay as they are. */
export function collectPlaces(paths: readonly string[], cwd: string): readonly Place[] {
  const byRoot = new Map<string, { paths: string[]; words: Map<string, string> }>();
  for (const word of paths) {
    const root = isBelow(cwd, resolve(cwd, word)) ? cwd : findRoot(resolve(cwd, word));
    const path = root === cwd ? word : relative(root, resolve(cwd, word)).replaceAll(sep, "/") || ".";
    const place = byRoot.get(root) ?? { paths: [], words: new Map<string, string>() };
    place.paths.push(path);
    place.words.set(path, word);
    byRoot.set(root, place);
  }
  return [...byRoot].map(([root, place]) => ({ root, ...place }));
}

/** The nearest directory around a path that is a package's or a project's; without one, that of the path itself. */
function findRoot(path: string): string {
  let start = path;
  // What is no directory is a file, a glob or nothing at all, and lies in one.
  while (dirname(start) !== start && !isDirectory(start)) start = dirname(start);
  for (let directory = start; ; directory = dirname(directory)) {
    if (ROOT_FILES.some((name) => existsSync(join(directory, name)))) return directory;
    if (dirname(directory) === directory) return start;
  }
}

function isBelow(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
