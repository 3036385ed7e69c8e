/** The programs that tests drive and npm does not install. Git and Node are no such: nobody works here without them. */
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

import { describe } from "vitest";

interface OutsideClient {
  readonly debianPackage: string;
  /** What is not tested without it. */
  readonly tested: string;
}

/** By the command that is looked for. */
export const OUTSIDE_CLIENTS = {
  bash: { debianPackage: "bash", tested: "the commands of the workflow for CI" },
  chromium: { debianPackage: "chromium", tested: "the page in a browser" },
  "pre-commit": { debianPackage: "pre-commit", tested: "the hooks of the pre-commit framework" },
} as const satisfies Readonly<Record<string, OutsideClient>>;

type OutsideClientName = keyof typeof OUTSIDE_CLIENTS;

/** The file that a command stands for on a search path, the first folder first; undefined where there is none. */
export function findOnPath(command: string, searchPath = process.env.PATH ?? ""): string | undefined {
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => path.join(folder, command)).find(isProgram);
}

/** `describe` for the tests that need the client: where it is missing they are skipped, and one line says so. */
export function describeWith(client: OutsideClientName, searchPath?: string): typeof describe.skip {
  const isMissing = findOnPath(client, searchPath) === undefined;
  const { debianPackage, tested } = OUTSIDE_CLIENTS[client];
  if (isMissing) console.log(`Skipped: ${tested}; install ${client}: apt-get install ${debianPackage}`);
  return describe.skipIf(isMissing);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
