import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const directories: string[] = [];

/** Makes an empty directory outside the repository, which is removed after the tests of the file. */
export function makeTemporaryDirectory(purpose: string): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), `leakproof-${purpose}-`)));
  directories.push(directory);
  return directory;
}

/** Removes every directory made so far. */
export function removeTemporaryDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}
