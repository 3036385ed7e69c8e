/** Runs ESLint with our rules over the files of a command, and answers what there is to tell. */
import { join } from "node:path";

import type { ESLint, Linter } from "eslint";

import type { Explainer } from "../bench/explanation.ts";
import plugin from "../index.ts";
import { listenToAccounts, type Finding } from "./accounts.ts";
import type { LintCommand } from "./arguments.ts";
import { buildConfiguration } from "./configuration.ts";
import { collectGitIgnored } from "./git-ignored.ts";
import { buildRefusingParser, buildTypedParser } from "./parsers.ts";
import { requireInside } from "./paths.ts";
import { loadESLint, loadTypeScriptSupport, type TypeScriptSupport } from "./peers.ts";
import { buildProgress } from "./progress.ts";
import { sortResults } from "./results.ts";
import { readSettings } from "./settings.ts";
import { readStagedFiles } from "./staged-files.ts";
import { buildTypeScriptProjects } from "./typescript-projects.ts";

export interface Check {
  readonly eslint: ESLint;
  readonly results: ESLint.LintResult[];
  readonly findings: readonly Finding[];
  readonly files: number;
  /** What the user should know but cannot be blamed for. */
  readonly notices: readonly string[];
  /** What was to be checked and could not be. */
  readonly failures: readonly string[];
}

/** What is to be checked, and how. */
export type CheckRequest = Pick<LintCommand, "paths" | "preset" | "settings" | "staged"> & {
  /** Is shown the explainer of each file while its syntax tree is there. */
  readonly meet?: (file: string, explainer: Explainer) => void;
};

/** Checks the files that the command means; throws a `Failure` where that cannot be done at all. */
export async function checkFiles(command: CheckRequest, cwd: string): Promise<Check> {
  requireInside(command.paths, cwd);
  const ESLintClass = await loadESLint(cwd);
  const support = loadTypeScriptSupport(cwd);
  const unreadable: string[] = [];
  const refused = new Set<string>();
  const progress = buildProgress(process.stderr, cwd);
  const listener = listenToAccounts(plugin.configs[command.preset] as Linter.Config, command.meet);
  const eslint = new ESLintClass({
    cwd,
    overrideConfigFile: true,
    overrideConfig: buildConfiguration({
      preset: listener.preset,
      ...parsersFor(support, cwd, unreadable, refused),
      // What is staged is tracked, and so never ignored.
      ignores: command.staged ? [] : collectGitIgnored(cwd),
      settings: readSettings(command.settings, cwd),
      onFile: progress.step,
    }),
  });
  try {
    const { results, notices } = sortResults(await (command.staged ? lintStaged(eslint, command, cwd) : eslint.lintFiles([...command.paths])), refused, cwd);
    const failures = "missing" in support && refused.size > 0 ? [describeRefused(refused.size, support.missing)] : [];
    return { eslint, results, findings: listener.collectFindings(results), files: progress.finish(), notices: [...unreadable, ...notices], failures };
  } finally {
    progress.finish();
  }
}

/** One file after the other: each is given as text, since the disk may hold another one. */
async function lintStaged(eslint: ESLint, { paths }: CheckRequest, cwd: string): Promise<ESLint.LintResult[]> {
  const results: ESLint.LintResult[] = [];
  for (const { path, text } of readStagedFiles(cwd, paths)) {
    results.push(...(await eslint.lintText(text, { filePath: join(cwd, path), warnIgnored: false })));
  }
  return results;
}

function parsersFor(support: TypeScriptSupport, cwd: string, unreadable: string[], refused: Set<string>) {
  if ("missing" in support) return { javascriptParser: undefined, typescriptParser: buildRefusingParser(refused) };
  const projects = buildTypeScriptProjects(support.typescript, cwd, (line) => unreadable.push(line));
  const parser = buildTypedParser(support, projects);
  return { javascriptParser: parser, typescriptParser: parser };
}

function describeRefused(count: number, reason: string): string {
  return `${count} TypeScript ${count === 1 ? "file was" : "files were"} not checked: ${reason}`;
}
