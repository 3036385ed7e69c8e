import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

import { Failure } from "./failures.ts";

/** Writes to a file, whose directories it makes, or to the standard output; throws a `Failure` where the file cannot be written. */
export function writeOutput(text: string, file: string | undefined, cwd: string): void {
  const ended = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  if (file === undefined) {
    if (ended !== "") process.stdout.write(ended);
    return;
  }
  const path = resolve(cwd, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, ended);
  } catch (error) {
    throw new Failure(`${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown reason"}); name another file after --output.`);
  }
}
