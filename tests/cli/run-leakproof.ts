import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { makeTemporaryDirectory } from "../support/temporary-directory.ts";

const REPOSITORY = resolve(import.meta.dirname, "../..");
export const BUILT_COMMAND = join(REPOSITORY, "dist/cli/main.js");

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes a project into a temporary directory that is removed after the tests of the file. */
export function writeProject(files: Readonly<Record<string, string>>): string {
  const directory = makeTemporaryDirectory("cli");
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return directory;
}

/** Runs the built command in a directory. */
export function runLeakproof(cwd: string, ...words: string[]): Run {
  return runCommand(BUILT_COMMAND, cwd, words);
}

/**
 * Copies the built package into a project of its own, with only the named packages beside it. The copy keeps
 * the command from finding what is installed for this repository.
 */
export function installCopy(directory: string, packages: readonly string[]): (...words: string[]) => Run {
  const home = join(directory, "node_modules/eslint-plugin-leakproof");
  cpSync(join(REPOSITORY, "dist"), join(home, "dist"), { recursive: true });
  cpSync(join(REPOSITORY, "package.json"), join(home, "package.json"));
  for (const name of packages) {
    const link = join(directory, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(REPOSITORY, "node_modules", name), link, "junction");
  }
  return (...words) => runCommand(join(home, "dist/cli/main.js"), directory, words);
}

function runCommand(command: string, cwd: string, words: readonly string[]): Run {
  if (!existsSync(command)) throw new Error(`${command} is missing; run \`npm run build\` first.`);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [command, ...words], {
    cwd,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  if (error !== undefined) throw error;
  return { exitCode: status, stdout, stderr };
}

/** A leak each preset reports: nothing can ever stop the timer. */
export const LEAK = "export class Poll { add() {\n  setInterval(() => {}, 1000);\n} }\n";
export const CLEAN = "export function add(a, b) {\n  return a + b;\n}\n";
