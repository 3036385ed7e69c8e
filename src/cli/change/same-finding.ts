/** Which findings of a text are those of an earlier one. */
import type { Finding } from "../accounts.ts";
import { buildLineIndex } from "../line-index.ts";
import type { LineMap } from "./line-map.ts";

/**
 * Collects the findings that an earlier version of the file does not have. A finding is the same if it is of the same kind and
 * stands at the same place of a line that is the same; where several are, those go together that say the same.
 */
export function collectNewFindings(findings: readonly Finding[], earlier: readonly Finding[], lineBefore: LineMap): readonly Finding[] {
  const left = [...earlier];
  const isTaken = (finding: Finding, isSame: (one: Finding, other: Finding) => boolean): boolean => {
    const index = left.findIndex((candidate) => isSame(finding, candidate));
    if (index !== -1) left.splice(index, 1);
    return index !== -1;
  };
  const isAtPlace = (finding: Finding, candidate: Finding): boolean => isOfKind(finding, candidate) && lineBefore(finding.message.line) === candidate.message.line && columnInLine(finding) === columnInLine(candidate);
  const unsaid = findings.filter((finding) => !isTaken(finding, (one, other) => isAtPlace(one, other) && textOf(one) === textOf(other)));
  return unsaid.filter((finding) => !isTaken(finding, isAtPlace));
}

/** What a finding is and says, whatever line it stands on: equal for two versions of a file unless the change concerns it. */
export function textOf({ message }: Finding): string {
  return [message.ruleId, message.messageId, message.message.replaceAll(/\d+/gu, "#")].join("\n");
}

function isOfKind(one: Finding, other: Finding): boolean {
  return one.message.ruleId === other.message.ruleId && one.message.messageId === other.message.messageId;
}

/** The column behind the indentation, which is no part of the statement. */
function columnInLine({ source, message }: Finding): number {
  const line = buildLineIndex(source).lines[message.line - 1] ?? "";
  return message.column - (line.length - line.trimStart().length);
}
