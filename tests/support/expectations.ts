/**
 * Expectations written on the line they concern: `// error: messageId "text fragment"`.
 * The idea is that of Go's analysistest: a comment without a report fails, and so does a report without a comment.
 */
import type { Linter } from "eslint";

interface Expectation {
  readonly line: number;
  readonly messageId: string;
  readonly fragments: readonly string[];
}

interface SourceComment {
  readonly value: string;
  readonly loc: { readonly start: { readonly line: number } };
}

const MARK = /(?:\/\/|\/\*)\s*error:/;
const EXPECTATION = /error:\s*(?<id>[A-Za-z]\w*)(?<fragments>(?:\s+"(?:[^"\\]|\\.)*")+)/g;
const FRAGMENT = /"((?:[^"\\]|\\.)*)"/g;

/** Answers whether the text carries an expectation. */
export function hasExpectation(code: string): boolean {
  return MARK.test(code);
}

/** Returns the text without its expectations, to compare the outputs of suggestions. */
export function withoutExpectations(code: string): string {
  return code.replace(/[ \t]*\/\/\s*error:.*$/gm, "").replace(/[ \t]*(?:\{\/\*\s*error:.*?\*\/\}|\/\*\s*error:.*?\*\/)/g, "");
}

/** Collects the expectations of a file from its comments. */
export function collectExpectations(comments: readonly SourceComment[]): readonly Expectation[] {
  return comments.flatMap(({ value, loc }) => {
    if (!/^\s*error:/.test(value)) return [];
    const { line } = loc.start;
    const found = [...value.matchAll(EXPECTATION)].map((match) => ({
      line,
      messageId: match.groups?.id ?? "",
      fragments: [...(match.groups?.fragments ?? "").matchAll(FRAGMENT)].map(([, text = ""]) => text.replace(/\\(.)/g, "$1")),
    }));
    if (found.length === 0) throw new Error(`Line ${line}: write \`error: messageId "text fragment"\`, not \`${value.trim()}\`.`);
    return found;
  });
}

/** Collects, as text, every expectation without a report and every report without an expectation. */
export function collectMismatches(expectations: readonly Expectation[], reports: readonly Linter.LintMessage[]): readonly string[] {
  const open = new Set(reports);
  const missing = expectations.filter((expectation) => {
    const match = [...open].find((report) => isExpected(report, expectation));
    if (match !== undefined) open.delete(match);
    return match === undefined;
  });
  return [
    ...missing.map(({ line, messageId, fragments }) => `line ${line}: not reported: ${messageId} ${fragments.map(quote).join(" ")}`),
    ...[...open].map((report) => `line ${report.line}: not expected: ${describeReport(report)}`),
  ];
}

/** Describes a report in the form of the comment that would expect it. */
export function describeReport(report: Linter.LintMessage): string {
  return `${report.messageId ?? "(no message id)"} ${quote(report.message)}`;
}

function isExpected(report: Linter.LintMessage, { line, messageId, fragments }: Expectation): boolean {
  return report.line === line && report.messageId === messageId && fragments.every((fragment) => report.message.includes(fragment));
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
