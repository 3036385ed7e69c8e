/** Lints the programs with oxlint, one process for each set of settings: oxlint knows settings for a whole run only. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { clientsFolder } from "../install-clients.ts";
import { makeTemporaryDirectory } from "../../support/temporary-directory.ts";
import { root } from "../../support/typed-program.ts";
import type { ProgramGroup } from "./programs.ts";

/** One finding, as text that both hosts spell alike, below the file it is in. */
export type Findings = Readonly<Record<string, readonly string[]>>;

interface Diagnostic {
  readonly message: string;
  readonly code?: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}

const OXLINT = path.join(clientsFolder, "node_modules/oxlint/bin/oxlint");

/** Answers what oxlint with the built plugin says about each program that it says something about. */
export function lintWithOxlint(groups: readonly ProgramGroup[]): Findings {
  const settings = [...new Set(groups.map((group) => JSON.stringify(group.settings)))];
  return Object.assign({}, ...settings.map((alike) => lintAlike(groups.filter((group) => JSON.stringify(group.settings) === alike)))) as Findings;
}

function lintAlike(groups: readonly ProgramGroup[]): Findings {
  const project = makeTemporaryDirectory("oxlint");
  for (const { file, code } of groups.flatMap(({ programs }) => programs)) {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), code);
  }
  const overrides = groups.map(({ folder, rules }) => ({ files: [`${folder}/**`], rules }));
  const config = { categories: { correctness: "off" }, jsPlugins: [path.join(root, "dist/index.js")], settings: aloneUnder(groups[0]?.settings), overrides };
  writeFileSync(path.join(project, ".oxlintrc.json"), JSON.stringify(config));
  const { stdout, stderr } = spawnSync(process.execPath, [OXLINT, "--config", ".oxlintrc.json", "--format", "json", "."], { cwd: project, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (!stdout.startsWith("{")) throw new Error(`oxlint has failed: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  const found: Record<string, string[]> = {};
  for (const diagnostic of diagnostics) (found[diagnostic.filename.replaceAll("\\", "/")] ??= []).push(describe(diagnostic));
  return found;
}

function describe({ code = "no rule", message, labels }: Diagnostic): string {
  const { line, column } = labels[0]?.span ?? { line: 0, column: 0 };
  return `${code.replace(/^leakproof\((?<rule>.*)\)$/, "leakproof/$<rule>")} ${String(line)}:${String(column)} ${message}`;
}

/** The programs stand on their own: oxlint finds them on a disk, where the engine would look around for others. */
function aloneUnder(settings: ProgramGroup["settings"] | undefined): object {
  const { leakproof } = (settings ?? {}) as { readonly leakproof?: object };
  return { ...settings, leakproof: { ...leakproof, project: false } };
}
