/** A git repository of its own, with the built plugin, ESLint and its TypeScript parser installed in it. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

import { makeTemporaryDirectory } from "../support/temporary-directory.ts";
import { root } from "../support/typed-program.ts";
import { clientsFolder } from "./install-clients.ts";

export const LEAK = "export class Poll { add(check) {\n  setInterval(check, 1000);\n} }\n";
export const REPAIR = "export class Poll { add(check) {\n  const timer = setInterval(check, 1000);\n  return () => clearInterval(timer);\n} }\n";

export interface Run {
  readonly exitCode: number | null;
  readonly output: string;
}

export interface GitProject {
  readonly directory: string;
  write(files: Readonly<Record<string, string>>): void;
  run(command: string, ...words: string[]): Run;
  /** Stages everything and tries to commit it. */
  commit(message: string): Run;
}

const CONFIG = 'import leakproof from "eslint-plugin-leakproof";\nexport default [leakproof.configs.recommended];\n';

/** Makes the repository, with one commit and the clients named, by their packages, beside the plugin. */
export function makeGitProject(clients: readonly string[]): GitProject {
  const directory = makeTemporaryDirectory("git");
  const home = makeTemporaryDirectory("home");
  const run = (command: string, ...words: string[]): Run => start(command, words, directory, home);
  const write: GitProject["write"] = (files) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
      writeFileSync(path.join(directory, file), text);
    }
  };
  install(directory, clients);
  write({ ".gitignore": "node_modules\n.cache\n", "package.json": '{ "type": "module", "private": true }', "eslint.config.js": CONFIG });
  for (const words of [["init", "--quiet"], ["config", "user.name", "A"], ["config", "user.email", "a@example.org"]]) run("git", ...words);
  const commit = (message: string): Run => {
    run("git", "add", "--all");
    return run("git", "commit", "--quiet", "--message", message);
  };
  const first = commit("Begin");
  if (first.exitCode !== 0) throw new Error(first.output);
  return { directory, write, run, commit };
}

function install(directory: string, clients: readonly string[]): void {
  const modules = path.join(directory, "node_modules");
  const plugin = path.join(modules, "eslint-plugin-leakproof");
  for (const part of ["dist", "package.json"]) cpSync(path.join(root, part), path.join(plugin, part), { recursive: true });
  // As npm does for the commands of a package.
  chmodSync(path.join(plugin, "dist/cli/main.js"), 0o755);
  const links = [
    ...["eslint", "typescript", "@typescript-eslint"].map((name) => [name, path.join(root, "node_modules", name)] as const),
    ...clients.map((name) => [name, path.join(clientsFolder, "node_modules", name)] as const),
    [".bin/eslint", path.join(root, "node_modules/eslint/bin/eslint.js")] as const,
    [".bin/leakproof", path.join(plugin, "dist/cli/main.js")] as const,
    ...clients.map((name) => [`.bin/${name}`, path.join(clientsFolder, "node_modules/.bin", name)] as const),
  ];
  mkdirSync(path.join(modules, ".bin"), { recursive: true });
  for (const [name, target] of links) symlinkSync(target, path.join(modules, name));
}

function start(command: string, words: readonly string[], cwd: string, home: string): Run {
  const outer = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") && !name.startsWith("npm_")));
  const PATH = [path.join(cwd, "node_modules/.bin"), process.env.PATH ?? ""].join(path.delimiter);
  const env = { ...outer, PATH, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, GIT_CONFIG_NOSYSTEM: "1", NO_COLOR: "1", FORCE_COLOR: "0" };
  const { status, stdout, stderr, error } = spawnSync(command, words, { cwd, encoding: "utf8", timeout: 120_000, env });
  if (error !== undefined) throw error;
  return { exitCode: status, output: stdout + stderr };
}
