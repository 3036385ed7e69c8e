/** Of the findings in changed files, those that the change has to answer for. */
import { extname, join } from "node:path";

import type { Finding } from "../accounts.ts";
import { buildLineIndex } from "../line-index.ts";
import { withFindings } from "../results.ts";
import type { Linted, Session } from "../session.ts";
import type { ChangedFile } from "./changed-files.ts";
import { mapLines, type LineMap } from "./line-map.ts";
import { collectNewFindings } from "./same-finding.ts";

/** What was found, without what is older than the change. */
export interface FoundInChange extends Linted {
  /** How many findings were left out. */
  readonly older: number;
}

/**
 * Checks a changed file. Its findings are those with a site on a line that the change touches, and those that the file did
 * not have before, wherever they stand. What the file had before cannot be told where that version has a syntax error;
 * then only the touched lines speak.
 */
export async function checkChangedFile(session: Session, { path, text, before }: ChangedFile, cwd: string): Promise<FoundInChange> {
  const file = join(cwd, path);
  const linted = await session.lintText(text, file);
  if (before === undefined || linted.findings.length === 0) return { ...linted, older: 0 };
  const lines = linesOf(text);
  const lineBefore = mapLines(linesOf(before.text), lines);
  const untouched = linted.findings.filter((finding) => !isTouched(finding, lines, lineBefore));
  const earlier = untouched.length === 0 ? [] : await lintBefore(session, before, file);
  const caused = earlier === undefined ? [] : collectNewFindings(untouched, earlier, lineBefore);
  const older = untouched.filter((finding) => !caused.includes(finding));
  const findings = linted.findings.filter((finding) => !older.includes(finding));
  return { ...linted, results: linted.results.map((result) => withFindings(result, findings)), findings, older: older.length };
}

/** The findings of the earlier version; undefined where it cannot be read. */
async function lintBefore(session: Session, { path, text }: NonNullable<ChangedFile["before"]>, file: string): Promise<readonly Finding[] | undefined> {
  // Under its new name, which the disk and the project know; only the language is a matter of the old one.
  const { results, findings } = await session.lintText(text, file.slice(0, file.length - extname(file).length) + extname(path));
  return results.some(({ fatalErrorCount }) => fatalErrorCount > 0) ? undefined : findings;
}

/**
 * Whether the line is new that a finding stands on, or its other site: the release it misses, the insert under another key.
 * A line without a word, such as the brace that a way ends at, is like many others: nobody can tell which of them is new.
 */
function isTouched({ message, account }: Finding, lines: readonly string[], lineBefore: LineMap): boolean {
  const others = (account?.sites ?? []).filter(({ role }) => role !== "way").map(({ loc }) => loc.start.line);
  return [message.line, ...others.filter((line) => /\w/u.test(lines[line - 1] ?? ""))].some((line) => lineBefore(line) === undefined);
}

function linesOf(text: string): readonly string[] {
  return buildLineIndex(text.replace(/^\uFEFF/u, "")).lines;
}
