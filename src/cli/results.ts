/** Takes out of ESLint's results what is not about leaks. */
import { relative } from "node:path";

import type { ESLint, Linter } from "eslint";

import type { Finding } from "./accounts.ts";
import { LEFT_OUT } from "./linted-files.ts";

export interface SortedResults {
  readonly results: ESLint.LintResult[];
  /** Sentences about files that were named but not checked. */
  readonly notices: string[];
}

/** Keeps our findings and syntax errors; words what ESLint says about files it left out anew. */
export function sortResults(all: readonly ESLint.LintResult[], isUnread: (file: string) => boolean, cwd: string): SortedResults {
  const results: ESLint.LintResult[] = [];
  const notices: string[] = [];
  for (const result of all) {
    if (isUnread(result.filePath)) continue;
    const notice = describeLeftOut(result, cwd);
    if (notice === undefined) results.push(withoutForeignMessages(result));
    else notices.push(notice);
  }
  return { results, notices };
}

function describeLeftOut({ messages, filePath }: ESLint.LintResult, cwd: string): string | undefined {
  const [message] = messages;
  // The only sign ESLint gives of a file it did not check.
  if (message?.ruleId !== null || message.severity !== 1 || !message.message.startsWith("File ignored")) return undefined;
  const file = relative(cwd, filePath);
  if (message.message.includes("no matching configuration")) return `${file} was not checked: it is not JavaScript or TypeScript.`;
  return `${file} was not checked: it belongs to what is left out (${LEFT_OUT}).`;
}

/** A comment such as `eslint no-console: 2` switches on rules of others, or names rules that are not loaded here. */
function withoutForeignMessages(result: ESLint.LintResult): ESLint.LintResult {
  const suppressedMessages = result.suppressedMessages.filter((message) => message.ruleId?.startsWith("leakproof/") === true);
  return withMessages({ ...result, suppressedMessages }, (message) => message.fatal === true || message.ruleId?.startsWith("leakproof/") === true);
}

/** Keeps of a result the messages of these findings, and syntax errors. */
export function withFindings(result: ESLint.LintResult, findings: readonly Pick<Finding, "message">[]): ESLint.LintResult {
  const kept = new Set(findings.map(({ message }) => message));
  return withMessages(result, (message) => message.fatal === true || kept.has(message));
}

/** Puts messages in the place of others; those that are replaced by nothing go. */
export function withReplacedMessages(result: ESLint.LintResult, replaced: ReadonlyMap<Linter.LintMessage, Linter.LintMessage | undefined>): ESLint.LintResult {
  const messages = result.messages.flatMap((message) => (replaced.has(message) ? (replaced.get(message) ?? []) : message));
  return withMessages({ ...result, messages }, () => true);
}

function withMessages(result: ESLint.LintResult, isKept: (message: Linter.LintMessage) => boolean): ESLint.LintResult {
  const messages = result.messages.filter(isKept);
  const count = (matches: (message: Linter.LintMessage) => boolean): number => messages.filter(matches).length;
  return {
    ...result,
    messages,
    errorCount: count(({ severity }) => severity === 2),
    warningCount: count(({ severity }) => severity === 1),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    fixableErrorCount: count(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: count(({ severity, fix }) => severity === 1 && fix !== undefined),
  };
}
