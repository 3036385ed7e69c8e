import { isAbsolute, relative, resolve, sep } from "node:path";

import { Failure } from "./failures.ts";

/** Throws a `Failure` for a path outside the current directory: ESLint would pass over such files without a word. */
export function requireInside(paths: readonly string[], cwd: string): void {
  for (const path of paths) {
    const way = relative(cwd, resolve(cwd, path));
    if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) {
      throw new Failure(`"${path}" lies outside ${cwd}; run leakproof in a directory above it.`);
    }
  }
}
