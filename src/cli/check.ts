/** Runs ESLint with our rules over the files of a command, and answers what there is to tell. */
import { join } from "node:path";

import type { ESLint } from "eslint";

import type { Explainer } from "../bench/explanation.ts";
import plugin from "../index.ts";
import type { Finding } from "./accounts.ts";
import { applySuggestions, readSuggestingRules, type Applied } from "./apply/apply-suggestions.ts";
import type { LintCommand } from "./arguments.ts";
import { readChangedFiles } from "./change/changed-files.ts";
import { checkChangedFile } from "./change/findings-of-change.ts";
import { collectGitIgnored } from "./git-ignored.ts";
import { collectPlaces, type Place } from "./paths.ts";
import { openSession, type Linted, type Outcome, type Session } from "./session.ts";
import { readSettings } from "./settings.ts";
import { readStagedFiles } from "./staged-files.ts";

export interface Check extends Outcome {
  readonly eslint: ESLint;
  readonly results: ESLint.LintResult[];
  readonly findings: readonly Finding[];
}

/** What is to be checked, and how. */
export type CheckRequest = Pick<LintCommand, "paths" | "preset" | "settings" | "staged" | "since" | "applySuggestions"> & {
  /** Is shown the explainer of each file while its syntax tree is there. */
  readonly meet?: (file: string, explainer: Explainer) => void;
};

/** What is known of a part of the files; `older` counts the findings that the change in hand did not make. */
type Part = Linted & { readonly older?: number };

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

async function checkPlace(request: CheckRequest, { root, words }: Place, settings: unknown): Promise<PlaceCheck> {
  const { preset, meet } = request;
  // What git tells us of is tracked or not ignored.
  const ignores = request.staged || request.since !== undefined ? [] : collectGitIgnored(root);
  const session = await openSession({ preset, meet, ignores, settings }, root);
  try {
    const parts = await checkParts(session, request, root);
    const outcome = session.finish();
    return {
      eslint: session.eslint,
      results: parts.flatMap(({ results }) => results),
      findings: parts.flatMap(({ findings }) => findings),
      files: outcome.files,
      notices: [...outcome.notices, ...parts.flatMap(({ notices }) => notices)],
      failures: outcome.failures,
      older: parts.reduce((sum, part) => sum + (part.older ?? 0), 0),
    };
  } catch (error) {
    // The line about a path that leads to nothing quotes it as the user wrote it.
    const { messageData } = error as { messageData?: { pattern?: string } };
    if (messageData?.pattern !== undefined) messageData.pattern = words.get(messageData.pattern) ?? messageData.pattern;
    throw error;
  } finally {
    session.finish();
  }
}

/** One file after the other where git names them: each is given as text, since the disk may hold another one. */
async function checkParts(session: Session, { paths, staged, since, applySuggestions: rules }: CheckRequest, cwd: string): Promise<readonly Part[]> {
  const parts: Part[] = [];
  if (since !== undefined) {
    for (const file of readChangedFiles(cwd, { paths, since, staged })) parts.push(await checkChangedFile(session, file, cwd));
  } else if (staged) {
    for (const { path, text } of readStagedFiles(cwd, paths)) parts.push(await session.lintText(text, join(cwd, path)));
  } else {
    const chosen = rules && readSuggestingRules(rules, plugin.rules);
    const linted = await session.lintFiles(paths);
    parts.push(chosen === undefined ? linted : withCount(await applySuggestions(session, linted, chosen, cwd)));
  }
  return parts;
}

function describeOlder(count: number, since: string | undefined): string {
  return `${count} more ${count === 1 ? "finding" : "findings"} in the changed files ${count === 1 ? "is" : "are"} older than the change since ${since}.`;
}

function withCount({ count, files, notices, ...linted }: Applied): Linted {
  const line = count === 0 ? "No suggestion was applied." : `Applied ${count} ${count === 1 ? "suggestion" : "suggestions"} in ${files} ${files === 1 ? "file" : "files"}.`;
  return { ...linted, notices: [...notices, line] };
}
