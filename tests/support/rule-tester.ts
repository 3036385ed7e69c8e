/**
 * The form of every rule test: a name, a piece of code, and the expected reports as comments on their lines.
 *
 * ```ts
 * describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
 *   valid("cleared on the way out", `const id = setInterval(tick, 1000); clearInterval(id);`);
 *   invalid("never cleared", `
 *     const id = setInterval(tick, 1000); // error: neverReleased "\`id\` is never cleared"
 *   `);
 * });
 * ```
 *
 * Beyond that each case is run without types and, where espree can read it, with espree: both must say the same.
 */
import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";

import type { LeakproofRule } from "../../src/report/create-rule.ts";
import { isCollecting, takeCase } from "./collected-cases.ts";
import { collectExpectations, collectMismatches, describeReport, hasExpectation, withoutExpectations } from "./expectations.ts";
import { collectComments, findSyntaxError, lintCase, type CaseOptions, type LintJob } from "./lint-case.ts";
import { collectSuggestionFaults, type ExpectedSuggestion } from "./suggestion-faults.ts";
import { collectWordingFaults } from "./wording-faults.ts";

interface InvalidOptions<MessageId extends string> extends CaseOptions {
  /** All suggestions of the case, in the order of the reports. Outputs are compared without their `error` comments. */
  readonly suggestions?: readonly ExpectedSuggestion<MessageId>[];
}

interface RuleCases<MessageId extends string> {
  /** Code in which the rule keeps silent. */
  readonly valid: (name: string, code: string, options?: CaseOptions) => void;
  /** Code with at least one `// error: messageId "text fragment"`. */
  readonly invalid: (name: string, code: string, options?: InvalidOptions<MessageId>) => void;
}

/** Defines the tests of one rule. Names and codes must be unique within it; there is no `only`. */
export function describeRule<MessageId extends string, Options extends readonly unknown[]>(
  name: string,
  rule: LeakproofRule<MessageId, Options>,
  define: (cases: RuleCases<MessageId>) => void,
): void {
  const refuseDuplicate = refuseDuplicates(name);
  const jobOf = (code: string, options: CaseOptions): LintJob => {
    const parser = options.typed === true ? "typed" : "typescript";
    return { name, rule: rule, code, options, parser };
  };
  const defineCases = (): void => {
    define({
      valid(title, code, options = {}) {
        refuseDuplicate(title, code, options);
        if (hasExpectation(code)) throw new Error(`${name}: the valid case "${title}" carries an \`error\` comment.`);
        if (takeCase(jobOf(code, options))) return;
        it(`valid: ${title}`, () => {
          checkCase(jobOf(code, options));
        });
      },
      invalid(title, code, options = {}) {
        refuseDuplicate(title, code, options);
        if (!hasExpectation(code)) throw new Error(`${name}: the invalid case "${title}" carries no \`error\` comment.`);
        if (takeCase(jobOf(code, options))) return;
        it(`invalid: ${title}`, () => {
          checkCase(jobOf(code, options), options.suggestions);
        });
      },
    });
  };
  if (isCollecting()) defineCases();
  else describe(name, defineCases);
}

function checkCase(job: LintJob, suggestions?: readonly ExpectedSuggestion[]): void {
  const faults = collectCaseFaults(job, suggestions);
  if (faults.length > 0) expect.fail(faults.join("\n"));
}

/** Collects, as text, all that is wrong with one case. */
export function collectCaseFaults(job: LintJob, suggestions?: readonly ExpectedSuggestion[]): readonly string[] {
  const syntaxError = findSyntaxError(job.code, job.options);
  if (syntaxError !== undefined) return [`the case does not parse: ${syntaxError}`];
  const reports = lintCase(job);
  return [
    ...collectMismatches(collectExpectations(collectComments(job.code, job.options)), reports),
    ...reports.flatMap(({ line, message }) => collectWordingFaults(message).map((fault) => `line ${line}: the report ${fault}: "${message}"`)),
    ...collectSuggestionFaults(job, reports, suggestions),
    ...collectParserDifferences(job, reports),
  ];
}

/** Without types a rule may know less, but it must not crash; and untyped code reads the same with espree. */
function collectParserDifferences(job: LintJob, reports: readonly Linter.LintMessage[]): readonly string[] {
  const untyped = (job.parser === "typed" ? lintCase({ ...job, parser: "typescript" }) : reports).map(describeWithLine);
  if (findSyntaxError(job.code, job.options, "espree") !== undefined) return [];
  const plain = lintCase({ ...job, parser: "espree" }).map(describeWithLine);
  return [
    ...untyped.filter((report) => !plain.includes(report)).map((report) => `not reported with espree: ${report}`),
    ...plain.filter((report) => !untyped.includes(report)).map((report) => `reported with espree only: ${report}`),
  ];
}

function describeWithLine(report: Linter.LintMessage): string {
  return `line ${report.line}: ${describeReport(report)}`;
}

function refuseDuplicates(rule: string): (title: string, code: string, options: CaseOptions) => void {
  const titles = new Set<string>();
  const codes = new Map<string, string>();
  return (title, code, options) => {
    if (titles.has(title)) throw new Error(`${rule}: two cases are named "${title}".`);
    titles.add(title);
    const key = JSON.stringify([withoutExpectations(code).trim(), { ...options, suggestions: undefined }]);
    const twin = codes.get(key);
    if (twin !== undefined) throw new Error(`${rule}: the cases "${twin}" and "${title}" have the same code.`);
    codes.set(key, title);
  };
}

