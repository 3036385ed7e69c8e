/** What `explain` is asked for: a file, or a line of one. */
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { Failure } from "../failures.ts";

export interface Target {
  /** As the user wrote it. */
  readonly path: string;
  readonly file: string;
  readonly line: number | undefined;
}

/** Reads `FILE`, `FILE:LINE` and `FILE:LINE:COLUMN`, as editors and other reports write a place; throws a `Failure` where there is no such file. */
export function readTarget(word: string, cwd: string): Target {
  const place = /^(?<path>.+?):(?<line>\d+)(?::\d+)?$/u.exec(word)?.groups;
  const { path, line } = place === undefined || existsSync(resolve(cwd, word)) ? { path: word, line: undefined } : { path: place.path ?? word, line: Number(place.line) };
  if (!existsSync(resolve(cwd, path))) throw new Failure(`There is nothing at "${path}"; check the path, which is taken from ${cwd}.`);
  if (line !== undefined && statSync(resolve(cwd, path)).isDirectory()) throw new Failure(`"${path}" is a directory, which has no line ${line}; name a file.`);
  return { path, file: resolve(cwd, path), line };
}
