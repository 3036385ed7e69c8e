/** Collects what the bench has to say of the files, or lines, that a user asks about. */
import { relative, sep } from "node:path";

import type { ESLint } from "eslint";

import type { CandidateExplanation, FileExplanation } from "../../bench/explanation.ts";
import type { Finding } from "../accounts.ts";
import type { ExplainCommand } from "../arguments.ts";
import { checkFiles } from "../check.ts";
import { readTarget, type Target } from "./targets.ts";
import { presetOf } from "./verdict-words.ts";

/** A candidate, with what the command knows of its report. */
export interface ExplainedCandidate extends CandidateExplanation {
  /** The first preset that reports it; null where none does. */
  readonly preset: string | null;
  /** Whether a comment in the file silences the report. */
  readonly isDisabled: boolean;
}

export interface ExplainedFile {
  readonly filePath: string;
  readonly kind: FileExplanation["kind"];
  readonly candidates: readonly ExplainedCandidate[];
  /** Reports that no candidate stands behind yet. */
  readonly unexplained: readonly Finding["message"][];
}

export interface Explained {
  readonly files: readonly ExplainedFile[];
  readonly notices: readonly string[];
  readonly failures: readonly string[];
}

/** Explains the candidates of the targets; throws a `Failure` where there is no such file. */
export async function explainFiles({ targets: words, settings }: Pick<ExplainCommand, "targets" | "settings">, cwd: string): Promise<Explained> {
  const targets = words.map((word) => readTarget(word, cwd));
  const heard = new Map<string, FileExplanation>();
  const paths = [...new Set(targets.map(({ path }) => path))];
  // The preset with all rules, each at its least confidence: what it reports is sorted by preset afterwards.
  const check = await checkFiles({ paths, preset: "audit", settings, staged: false, since: undefined, applySuggestions: undefined, meet: (file, explainer) => heard.set(file, explainer.explainFile()) }, cwd);
  const broken = check.results.flatMap((result) => describeBroken(result, cwd));
  const files = check.results.flatMap((result) => {
    const explanation = heard.get(result.filePath);
    return explanation === undefined ? [] : [joinFile(result, explanation, check.findings)];
  });
  // Where nothing is on the lines, a failure says so.
  const asked = files.map((file) => narrow(file, targets)).filter((file, index) => file === files[index] || countOf(file) > 0);
  const missing = targets.flatMap((target) => describeMissing(target, files));
  return { files: asked, notices: check.notices, failures: [...check.failures, ...broken, ...missing] };
}

function joinFile(result: ESLint.LintResult, { kind, candidates }: FileExplanation, findings: readonly Finding[]): ExplainedFile {
  const unexplained = findings.filter(({ filePath, explanation }) => filePath === result.filePath && explanation === undefined).map(({ message }) => message);
  const isAt = ({ rule, place }: CandidateExplanation, messages: ESLint.LintResult["messages"]): boolean => messages.some(({ ruleId, line, column }) => ruleId === `leakproof/${rule}` && line === place.line && column === place.column);
  const joined = candidates.map((candidate) => ({ ...candidate, preset: presetOf(candidate) ?? null, isDisabled: isAt(candidate, result.suppressedMessages) && !isAt(candidate, result.messages) }));
  return { filePath: result.filePath, kind, candidates: joined.sort(byLine), unexplained };
}

/** Reported ones first on a line. */
function byLine(one: ExplainedCandidate, other: ExplainedCandidate): number {
  return one.place.line - other.place.line || Number(one.preset === null) - Number(other.preset === null) || one.place.column - other.place.column;
}

function narrow(file: ExplainedFile, targets: readonly Target[]): ExplainedFile {
  const lines = targets.filter((target) => isOf(file, target)).map(({ line }) => line);
  if (lines.includes(undefined)) return file;
  return { ...file, candidates: file.candidates.filter((candidate) => lines.some((line) => touches(candidate, line as number))), unexplained: file.unexplained.filter(({ line }) => lines.includes(line)) };
}

function countOf({ candidates, unexplained }: ExplainedFile): number {
  return candidates.length + unexplained.length;
}

function isOf({ filePath }: ExplainedFile, { file }: Target): boolean {
  return filePath === file || filePath.startsWith(file.endsWith(sep) ? file : file + sep);
}

/** A line that a candidate's statement is on, or that a place is on which decided. */
function touches({ statement, answers, decidedBy }: CandidateExplanation, line: number): boolean {
  return (statement.line <= line && line <= statement.endLine) || answers.some(({ id, place }) => place?.line === line && decidedBy.includes(id));
}

function describeMissing(target: Target, files: readonly ExplainedFile[]): string[] {
  const { line, path } = target;
  const file = line === undefined ? undefined : files.find((candidate) => isOf(candidate, target));
  if (file === undefined || countOf(narrow(file, [target])) > 0) return [];
  const lines = [...new Set([...file.candidates.map(({ place }) => place.line), ...file.unexplained.map((message) => message.line)])].sort((one, other) => one - other);
  return [`There is no candidate on line ${String(line)} of ${path}; ${describeLines(lines)}.`];
}

function describeLines(lines: readonly number[]): string {
  if (lines.length < 2) return lines.length === 0 ? "the file has none at all" : `the only line with one is ${lines.join()}`;
  return `lines with one are ${lines.slice(0, -1).join(", ")} and ${String(lines.at(-1))}`;
}

function describeBroken({ filePath, messages }: ESLint.LintResult, cwd: string): string[] {
  return messages.filter(({ fatal }) => fatal === true).map(({ line, column, message }) => `${relative(cwd, filePath)}:${line ?? 1}:${column ?? 1}: ${message}`);
}
