/** The user's own entries for the command: a JSON file of the shape that ESLint's `settings.leakproof` has. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { Failure } from "./failures.ts";

/** Reads the settings of a file; throws a `Failure` where there are none to be read. What is in them the rules check. */
export function readSettings(path: string | undefined, cwd: string): unknown {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(resolve(cwd, path), "utf8"));
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Failure(code === undefined ? `"${path}" is no JSON: ${message}` : `The settings "${path}" cannot be read (${code}); the path is taken from ${cwd}.`);
  }
}
