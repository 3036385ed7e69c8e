import plugin from "../index.ts";
import { describeForAgents } from "./agent.ts";
import { isProfile, parseCommandLine, type ExplainCommand, type HeapCommand, type LintCommand, type RunCommand } from "./arguments.ts";
import { checkFiles, type Check } from "./check.ts";
import { explainFiles } from "./explain/explain-files.ts";
import { describeAsJson, describeAsText } from "./explain/describe-explained.ts";
import { describeFailure } from "./failures.ts";
import { describeForGitHub } from "./github.ts";
import { describeUsage } from "./help.ts";
import { describeAsPage } from "./html/page.ts";
import { withExplanations } from "./accounts.ts";
import { readRulePages } from "./rule-pages.ts";
import { joinCauses } from "./one-cause.ts";
import { describeAsSarif } from "./sarif.ts";
import { writeOutput } from "./write-output.ts";

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
    if (command.action === "explain") return await explain(command, cwd);
    if (command.action === "heap") return await heap(command, cwd);
    if (command.action === "run") return await runProgram(command, cwd);
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

async function lint(command: LintCommand, cwd: string): Promise<number> {
  const check = joinCauses(command.confirm.length === 0 ? await checkFiles(command, cwd) : await checkAndConfirm(command, cwd));
  const exitCode = exitCodeOf(command, check);
  writeOutput(await formatResults(command, check, cwd, exitCode), command.output, cwd);
  for (const line of [...check.notices, ...check.failures, ...describeExcess(command, check)]) say(line);
  if (exitCode === EXIT_CLEAN && command.format === "stylish" && process.stderr.isTTY) say(describeClean(check.files));
  return exitCode;
}

/** Checks, and gives the findings what the snapshots say of them. */
async function checkAndConfirm(command: LintCommand, cwd: string): Promise<Check> {
  const [{ compareFiles }, { hearForConfirmation }] = await Promise.all([import("./heap/compare-files.ts"), import("./heap/confirm-findings.ts")]);
  const growth = await compareFiles(command.confirm, cwd);
  const hearing = hearForConfirmation();
  return hearing.confirm(await checkFiles({ ...command, meet: hearing.meet }, cwd), growth);
}

/** Explains verdicts; what is found has no say in the exit code. */
async function explain(command: ExplainCommand, cwd: string): Promise<number> {
  const { files, notices, failures } = await explainFiles(command, cwd);
  writeOutput(command.format === "json" ? describeAsJson(files) : describeAsText(files, cwd), command.output, cwd);
  for (const line of [...notices, ...failures]) say(line);
  return failures.length > 0 ? EXIT_FAILURE : EXIT_CLEAN;
}

/** Tells what grows; the reader of snapshots is loaded by those who have some. */
async function heap(command: HeapCommand, cwd: string): Promise<number> {
  if (command.files.every(isProfile)) return await tellAllocation(command, cwd);
  const { tellGrowth } = await import("./heap/tell-growth.ts");
  const { text, grows, failures } = await tellGrowth(command, cwd);
  writeOutput(text, command.output, cwd);
  for (const line of failures) say(line);
  if (failures.length > 0) return EXIT_FAILURE;
  return grows ? EXIT_FINDINGS : EXIT_CLEAN;
}

/** Runs a program and tells what grows in it. A program that fails is worth more than what grew: its exit code goes on. */
async function runProgram(command: RunCommand, cwd: string): Promise<number> {
  const { tellRun } = await import("./heap/tell-run.ts");
  const { text, grows, failures, programFailed } = await tellRun(command, cwd);
  writeOutput(text, command.output, cwd);
  for (const line of failures) say(line);
  if (programFailed !== undefined) return programFailed;
  if (failures.length > 0) return EXIT_FAILURE;
  return grows ? EXIT_FINDINGS : EXIT_CLEAN;
}

/** Tells what was allocated and is alive; of one profile nobody knows whether it grows, so nothing fails. */
async function tellAllocation({ files, format, output }: HeapCommand, cwd: string): Promise<number> {
  const [{ compareProfileFiles }, { describeAllocation, describeAllocationAsJson }] = await Promise.all([import("./heap/compare-profiles.ts"), import("./heap/describe-allocation.ts")]);
  const allocation = compareProfileFiles(files, cwd);
  writeOutput(format === "json" ? describeAllocationAsJson(allocation) : describeAllocation(allocation, cwd), output, cwd);
  return allocation.profiles > 1 && allocation.functions.length > 0 ? EXIT_FINDINGS : EXIT_CLEAN;
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

async function formatResults({ format, preset }: LintCommand, check: Check, cwd: string, exitCode: number): Promise<string> {
  const { eslint, results, findings, failures, files } = check;
  const { version } = plugin.meta;
  switch (format) {
    case "sarif":
      return describeAsSarif({ version, rules: readRulePages(plugin), results, findings, cwd, exitCode, failures });
    case "github":
      return describeForGitHub(results, cwd, process.env.GITHUB_WORKSPACE);
    case "html":
      return describeAsPage({ version, preset, rules: readRulePages(plugin), results, findings, cwd, files, failures });
    case "agent":
      return describeForAgents(results, findings, cwd);
    default:
      return (await eslint.loadFormatter(format)).format(format === "json" ? withExplanations(results, findings) : results);
  }
}

function describeClean(files: number): string {
  return `Checked ${files} ${files === 1 ? "file" : "files"}, nothing to report.`;
}
