import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

import type { ESLint } from "eslint";

const REPOSITORY = resolve(import.meta.dirname, "../..");

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project that has installed the packed plugin from its tarball, as a user would. */
export interface Consumer {
  write(files: Readonly<Record<string, string>>): void;
  /** Runs a program of an installed package, given by its path below `node_modules`. */
  run(program: string, ...words: string[]): Run;
  remove(): void;
}

/** Packs the built plugin and answers the path of the tarball. */
export function packPlugin(): string {
  if (!existsSync(join(REPOSITORY, "dist/index.js"))) throw new Error("dist is missing; run `npm run build` first.");
  const target = mkdtempSync(join(tmpdir(), "leakproof-tarball-"));
  const [packed] = JSON.parse(npm(REPOSITORY, "pack", "--json", "--ignore-scripts", "--pack-destination", target)) as { readonly filename: string }[];
  if (packed === undefined) throw new Error("npm pack has packed nothing.");
  return join(target, packed.filename);
}

/** Installs the tarball beside the given packages in a project of its own. */
export function installConsumer(tarball: string, packages: readonly string[]): Consumer {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "leakproof-consumer-")));
  const write: Consumer["write"] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
  };
  write({ "package.json": '{ "name": "consumer", "private": true, "type": "module" }' });
  npm(directory, "install", "--save-dev", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball, ...packages);
  return {
    write,
    run: (program, ...words) => start(process.execPath, [join(directory, "node_modules", program), ...words], directory),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The findings in ESLint's JSON output, without what differs between versions of ESLint. */
export function readFindings({ stdout, stderr }: Run) {
  if (!stdout.startsWith("[")) throw new Error(`No JSON came out: ${stdout}${stderr}`);
  const results = JSON.parse(stdout) as ESLint.LintResult[];
  return results.flatMap((result) => result.messages.map(({ ruleId, line, column, message }) => ({ ruleId, line, column, message })));
}

function npm(cwd: string, ...words: string[]): string {
  const windows = process.platform === "win32";
  const { exitCode, stdout, stderr } = start(windows ? "npm.cmd" : "npm", words, cwd, windows);
  if (exitCode !== 0) throw new Error(`npm ${words.join(" ")} failed: ${stderr}${stdout}`);
  return stdout;
}

function start(command: string, words: readonly string[], cwd: string, shell = false): Run {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd,
    shell,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  if (error !== undefined) throw error;
  return { exitCode: status, stdout, stderr };
}
