/** Runs ESLint with our rules over the files of a command, and answers what there is to tell. */
import { join } from "node:path";

import type { ESLint } from "eslint";

import type { Explainer } from "../bench/explanation.ts";
import plugin from "../index.ts";
import type { Finding } from "./accounts.ts";
import { applySuggestions, readSuggestingRules, type Applied } from "./apply/apply-suggestions.ts";
import type { LintCommand } from "./arguments.ts";
import { readChangedFiles } from "./change/changed-files.ts";
import { collectGitIgnored } from "./git-ignored.ts";
import { listFiles } from "./list-files.ts";
import { joinNotes, type Outcome } from "./notes.ts";
import { collectPlaces, type Place } from "./paths.ts";
import { loadESLint } from "./peers.ts";
import { buildPerformer } from "./performer.ts";
import { buildProgress } from "./progress.ts";
import { sortResults } from "./results.ts";
import type { Linted } from "./session.ts";
import { readSettings } from "./settings.ts";
import { readStagedFiles, readTextsAhead } from "./staged-files.ts";
import { joinParts, taskFiles, type Task } from "./tasks.ts";

export interface Check extends Outcome {
  readonly eslint: ESLint;
  readonly results: ESLint.LintResult[];
  readonly findings: readonly Finding[];
}

/** What is to be checked, and how. */
export type CheckRequest = Pick<LintCommand, "paths" | "preset" | "settings" | "staged" | "since" | "applySuggestions"> & {
  /** How many threads share the work; undefined for as many as it is worth. */
  readonly threads?: number | undefined;
  /** Is shown the explainer of each file while its syntax tree is there, which no thread can send: the work is not shared then. */
  readonly meet?: (file: string, explainer: Explainer) => void;
};

/** Checks the files that the command means, in each place that they lie; throws a `Failure` where that cannot be done at all. */
export async function checkFiles(request: CheckRequest, cwd: string): Promise<Check> {
  const settings = readSettings(request.settings, cwd);
  const checks: PlaceCheck[] = [];
  for (const place of collectPlaces(request.paths, cwd)) checks.push(await checkPlace({ ...request, paths: place.paths }, place, settings));
  const [first] = checks as [PlaceCheck, ...PlaceCheck[]];
  const older = checks.reduce((sum, check) => sum + check.older, 0);
  return {
    eslint: first.eslint,
    results: checks.flatMap(({ results }) => results),
    findings: checks.flatMap(({ findings }) => findings),
    files: checks.reduce((sum, check) => sum + check.files, 0),
    notices: [...checks.flatMap(({ notices }) => notices), ...(older > 0 ? [describeOlder(older, request.since)] : [])],
    failures: checks.flatMap(({ failures }) => failures),
  };
}

type PlaceCheck = Check & { readonly older: number };

/** What there is to do. */
interface Work {
  readonly tasks: readonly Task[];
  /** How many characters it has. */
  readonly text: number;
  /** What ESLint says of files that were named and are left out. */
  readonly leftOut: readonly ESLint.LintResult[];
}

async function checkPlace(request: CheckRequest, { root, words }: Place, settings: unknown): Promise<PlaceCheck> {
  // What git tells us of is tracked or not ignored.
  const ignores = request.staged || request.since !== undefined ? [] : collectGitIgnored(root);
  const progress = buildProgress(process.stderr, root);
  const mending = request.applySuggestions && readSuggestingRules(request.applySuggestions, plugin.rules);
  try {
    const ESLintClass = await loadESLint(root);
    const textsAhead = request.staged ? readTextsAhead(root) : undefined;
    const performer = buildPerformer({ preset: request.preset, settings, textsAhead, ignores }, request, root, (part) => part.notes.files.forEach(progress.step));
    const { leftOut, tasks, text } = await collectTasks(ESLintClass, request, ignores, root);
    const named = sortResults(leftOut, () => false, root);
    const { notes, older, ...checked } = joinParts(await performer.perform(tasks, text));
    const linted = mending === undefined ? checked : withCount(await applySuggestions(await performer.session(), checked, mending, root));
    const outcome = joinNotes(notes);
    return { ...linted, ...outcome, results: [...linted.results], notices: [...outcome.notices, ...named.notices, ...linted.notices], eslint: new ESLintClass({ cwd: root, overrideConfigFile: true }), older };
  } catch (error) {
    // The line about a path that leads to nothing quotes it as the user wrote it.
    const { messageData } = error as { messageData?: { pattern?: string } };
    if (messageData?.pattern !== undefined) messageData.pattern = words.get(messageData.pattern) ?? messageData.pattern;
    throw error;
  } finally {
    progress.finish();
  }
}

/** One file after the other where git names them: each is given as text, since the disk may hold another one. */
async function collectTasks(ESLintClass: typeof ESLint, { paths, staged, since }: CheckRequest, ignores: readonly string[], cwd: string): Promise<Work> {
  if (since !== undefined) {
    const changes = readChangedFiles(cwd, { paths, since, staged });
    return { leftOut: [], text: lengthOf(changes), tasks: changes.map((change) => ({ kind: "change", files: [join(cwd, change.path)], change })) };
  }
  if (staged) {
    const files = readStagedFiles(cwd, paths);
    return { leftOut: [], text: lengthOf(files), tasks: files.map(({ path, text }) => ({ kind: "text", files: [join(cwd, path)], text })) };
  }
  const { files, leftOut } = await listFiles(ESLintClass, paths, ignores, cwd);
  return { leftOut, text: files.reduce((sum, { length }) => sum + length, 0), tasks: taskFiles(files) };
}

function lengthOf(files: readonly { readonly text: string }[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

function describeOlder(count: number, since: string | undefined): string {
  return `${count} more ${count === 1 ? "finding" : "findings"} in the changed files ${count === 1 ? "is" : "are"} older than the change since ${since}.`;
}

function withCount({ count, files, notices, ...linted }: Applied): Linted {
  const line = count === 0 ? "No suggestion was applied." : `Applied ${count} ${count === 1 ? "suggestion" : "suggestions"} in ${files} ${files === 1 ? "file" : "files"}.`;
  return { ...linted, notices: [...notices, line] };
}
