import type { ESLint } from "eslint";

import plugin from "../index.ts";
import { parseCommandLine, type LintCommand } from "./arguments.ts";
import { buildConfiguration } from "./configuration.ts";
import { describeFailure } from "./failures.ts";
import { collectGitIgnored } from "./git-ignored.ts";
import { describeUsage } from "./help.ts";
import { buildRefusingParser, buildTypedParser } from "./parsers.ts";
import { requireInside } from "./paths.ts";
import { loadESLint, loadTypeScriptSupport, type TypeScriptSupport } from "./peers.ts";
import { buildProgress } from "./progress.ts";
import { sortResults } from "./results.ts";
import { describeAsSarif } from "./sarif.ts";
import { readSettings } from "./settings.ts";
import { buildTypeScriptProjects } from "./typescript-projects.ts";

const EXIT_CLEAN = 0;
const EXIT_FINDINGS = 1;
const EXIT_FAILURE = 2;

/** Does what the command line says and answers the exit code. Never throws. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const cwd = process.cwd();
  try {
    const presets = Object.keys(plugin.configs);
    const command = parseCommandLine(words, presets);
    if (command.action === "lint") return await lint(command, cwd);
    process.stdout.write(command.action === "help" ? describeUsage(presets) : `${plugin.meta.version}\n`);
    return EXIT_CLEAN;
  } catch (error) {
    say(describeFailure(error, cwd));
    return EXIT_FAILURE;
  }
}

function say(line: string): void {
  process.stderr.write(`leakproof: ${line}\n`);
}

interface Check {
  readonly eslint: ESLint;
  readonly results: ESLint.LintResult[];
  readonly files: number;
  /** What the user should know but cannot be blamed for. */
  readonly notices: readonly string[];
  /** What was to be checked and could not be. */
  readonly failures: readonly string[];
}

async function lint(command: LintCommand, cwd: string): Promise<number> {
  requireInside(command.paths, cwd);
  const check = await checkFiles(command, cwd);
  const exitCode = exitCodeOf(command, check);
  const output = await formatResults(command, check, cwd, exitCode);
  if (output !== "") process.stdout.write(output.endsWith("\n") ? output : `${output}\n`);
  for (const line of [...check.notices, ...check.failures, ...describeExcess(command, check)]) say(line);
  if (exitCode === EXIT_CLEAN && command.format === "stylish" && process.stderr.isTTY) say(describeClean(check.files));
  return exitCode;
}

async function checkFiles(command: LintCommand, cwd: string): Promise<Check> {
  const ESLintClass = await loadESLint(cwd);
  const support = loadTypeScriptSupport(cwd);
  const unreadable: string[] = [];
  const refused = new Set<string>();
  const progress = buildProgress(process.stderr, cwd);
  const eslint = new ESLintClass({
    cwd,
    overrideConfigFile: true,
    overrideConfig: buildConfiguration({
      preset: plugin.configs[command.preset] as (typeof plugin.configs)["recommended"],
      ...parsersFor(support, cwd, unreadable, refused),
      ignores: collectGitIgnored(cwd),
      settings: readSettings(command.settings, cwd),
      onFile: progress.step,
    }),
  });
  try {
    const { results, notices } = sortResults(await eslint.lintFiles([...command.paths]), refused, cwd);
    const failures = "missing" in support && refused.size > 0 ? [describeRefused(refused.size, support.missing)] : [];
    return { eslint, results, files: progress.finish(), notices: [...unreadable, ...notices], failures };
  } finally {
    progress.finish();
  }
}

function parsersFor(support: TypeScriptSupport, cwd: string, unreadable: string[], refused: Set<string>) {
  if ("missing" in support) return { javascriptParser: undefined, typescriptParser: buildRefusingParser(refused) };
  const projects = buildTypeScriptProjects(support.typescript, cwd, (line) => unreadable.push(line));
  const parser = buildTypedParser(support, projects);
  return { javascriptParser: parser, typescriptParser: parser };
}

/** Files that were asked for and not read must not pass for clean, hence a failure. */
function exitCodeOf(command: LintCommand, check: Check): number {
  if (check.failures.length > 0) return EXIT_FAILURE;
  const hasFindings = check.results.some(({ errorCount }) => errorCount > 0) || describeExcess(command, check).length > 0;
  return hasFindings ? EXIT_FINDINGS : EXIT_CLEAN;
}

function describeExcess({ maxWarnings }: LintCommand, { results }: Check): string[] {
  const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
  if (maxWarnings === undefined || warnings <= maxWarnings) return [];
  return [`Too many warnings: ${warnings}, and --max-warnings allows ${maxWarnings}.`];
}

async function formatResults({ format }: LintCommand, check: Check, cwd: string, exitCode: number): Promise<string> {
  if (format === "sarif") return describeAsSarif({ plugin, results: check.results, cwd, exitCode, failures: check.failures });
  const formatter = await check.eslint.loadFormatter(format);
  return formatter.format(check.results);
}

function describeRefused(count: number, reason: string): string {
  return `${count} TypeScript ${count === 1 ? "file was" : "files were"} not checked: ${reason}`;
}

function describeClean(files: number): string {
  return `Checked ${files} ${files === 1 ? "file" : "files"}, nothing to report.`;
}
