/**
 * One cause, one report: findings of a file that say the same of several places are one, told at the first of them, with the others
 * beside it. ESLint's own results keep them apart, since an editor marks each place; whoever reads a list mends them together.
 */
import type { Linter } from "eslint";

import type { Finding } from "./accounts.ts";
import type { Check } from "./check.ts";
import { withReplacedMessages } from "./results.ts";

/** The check with one finding for each cause. */
export function joinCauses(check: Check): Check {
  const replaced = new Map<Linter.LintMessage, Linter.LintMessage | undefined>();
  const findings = groupsOf(check.findings).map(([first, ...siblings]) => (siblings.length === 0 ? first : joinFindings(first, siblings, replaced)));
  return replaced.size === 0 ? check : { ...check, findings, results: check.results.map((result) => withReplacedMessages(result, replaced)) };
}

type Group = readonly [Finding, ...Finding[]];

/** The findings by their cause, each group where its first stands. */
function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string | Finding, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const cause = causeOf(finding) ?? finding;
    const group = groups.get(cause);
    if (group === undefined) groups.set(cause, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/**
 * What findings of one cause have in common: the rule, the place that misses them all, and all that is said but the code that each
 * quotes of itself. Undefined where no second place is told, or where snapshots say something of this one alone.
 */
function causeOf({ filePath, message, account, confirmation }: Finding): string | undefined {
  const end = account?.sites.find(({ role, loc }) => (role === "exit" || role === "release") && loc.start.line !== message.line);
  if (end === undefined || confirmation !== undefined) return undefined;
  return [filePath, message.ruleId, end.loc.start.line, end.loc.start.column, message.message.replace(/`[^`]*`/u, "")].join("\n");
}

function joinFindings(first: Finding, siblings: readonly Finding[], replaced: Map<Linter.LintMessage, Linter.LintMessage | undefined>): Finding {
  const message = { ...first.message, message: `${first.message.message} ${describeSiblings(siblings)}` };
  replaced.set(first.message, message);
  for (const sibling of siblings) replaced.set(sibling.message, undefined);
  return { ...first, message, siblings: siblings.map((sibling) => sibling.message) };
}

/** Lines are told once, in order. */
function describeSiblings(siblings: readonly Finding[]): string {
  const lines = [...new Set(siblings.map(({ message }) => message.line))].sort((a, b) => a - b);
  const last = lines.pop();
  return lines.length === 0 ? `The same holds for line ${String(last)}.` : `The same holds for lines ${lines.join(", ")} and ${String(last)}.`;
}
