/** What every suggestion must do: change the code, leave it parsable and well typed, and silence a report. */
import type { Linter } from "eslint";

import { withoutExpectations } from "./expectations.ts";
import { buildCaseProgram, findSyntaxError, lintCase, pathOfCase, type LintJob } from "./lint-case.ts";
import { collectTypeErrors } from "./typed-program.ts";

/** A suggestion as a case expects it. */
export interface ExpectedSuggestion<MessageId extends string = string> {
  readonly messageId: MessageId;
  readonly output: string;
}

interface Suggested {
  readonly messageId: string;
  readonly output: string;
}

/** Collects, as text, what is wrong with the suggestions that a run made. */
export function collectSuggestionFaults(
  job: LintJob,
  reports: readonly Linter.LintMessage[],
  expected: readonly ExpectedSuggestion[] | undefined,
): readonly string[] {
  const suggested = reports.flatMap((report) => collectOutputs(job.code, report));
  return [
    ...reports.flatMap(findRepeatedText),
    ...suggested.flatMap((suggestion) => findOutputFault(job, reports.length, suggestion)),
    ...(suggested.length === 0 || job.parser === "typed" ? [] : collectLineBreakFaults(job, suggested)),
    ...(expected === undefined ? [] : collectDifferences(expected, suggested)),
  ];
}

function collectOutputs(code: string, report: Linter.LintMessage): readonly Suggested[] {
  return (report.suggestions ?? []).map(({ messageId = "(no message id)", fix }) => ({
    messageId,
    output: code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]),
  }));
}

/** In a file with the line breaks of Windows a suggestion does the same, and leaves none of the other kind. */
function collectLineBreakFaults(job: LintJob, suggested: readonly Suggested[]): readonly string[] {
  const code = toWindows(job.code);
  const given = lintCase({ ...job, code }).flatMap((report) => collectOutputs(code, report)).map(({ output }) => output);
  const wanted = suggested.map(({ output }) => toWindows(output));
  return wanted.flatMap((output, index) => (given[index] === output ? [] : [`suggestion ${String(index + 1)} does not keep the line breaks of Windows:\n${JSON.stringify(given[index])}`]));
}

function toWindows(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

function findOutputFault(job: LintJob, reportCount: number, { messageId, output }: Suggested): readonly string[] {
  const say = (fault: string): readonly string[] => [`suggestion ${messageId} ${fault}:\n${output}`];
  if (output === job.code) return say("changes nothing");
  const syntaxError = findSyntaxError(output, job.options);
  if (syntaxError !== undefined) return say(`does not parse, ${syntaxError}`);
  if (lintCase({ ...job, code: output }).length >= reportCount) return say("does not silence the report");
  const typeErrors = job.parser === "typed" ? collectAddedTypeErrors(job, output) : [];
  return typeErrors.length > 0 ? say(`adds the type error ${typeErrors.join(", ")}`) : [];
}

function collectAddedTypeErrors({ code, options }: LintJob, output: string): readonly string[] {
  const errorsOf = (text: string): readonly string[] => collectTypeErrors(buildCaseProgram(text, options), pathOfCase(options));
  const before = errorsOf(code);
  return errorsOf(output).filter((error) => !before.includes(error));
}

function findRepeatedText({ line, suggestions = [] }: Linter.LintMessage): readonly string[] {
  const texts = new Set(suggestions.map(({ desc }) => desc));
  return texts.size < suggestions.length ? [`line ${line}: two suggestions have the same text`] : [];
}

function collectDifferences(expected: readonly ExpectedSuggestion[], suggested: readonly Suggested[]): readonly string[] {
  const length = Math.max(expected.length, suggested.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const wanted = expected[index];
    const given = suggested[index];
    if (given === undefined) return [`suggestion ${index + 1} is missing: ${wanted?.messageId ?? ""}`];
    if (wanted === undefined) return [`suggestion ${index + 1} is not expected: ${given.messageId}\n${given.output}`];
    if (wanted.messageId !== given.messageId) return [`suggestion ${index + 1} is ${given.messageId}, not ${wanted.messageId}`];
    if (withoutExpectations(wanted.output) === withoutExpectations(given.output)) return [];
    return [`the output of suggestion ${index + 1}, ${given.messageId}, is\n${given.output}`];
  });
}
