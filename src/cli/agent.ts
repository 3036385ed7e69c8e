/** Writes results for programs that read text: one line for each finding, with all that is needed to mend it, and nothing else. */
import { relative, sep } from "node:path";

import type { ESLint, Linter } from "eslint";

import type { Finding } from "./accounts.ts";

/**
 * Describes the results as lines of `file:line:column: severity rule: message`, which says what to do; then the other sites,
 * and what the suggestions would do. A run without findings is the empty text.
 */
export function describeForAgents(results: readonly ESLint.LintResult[], findings: readonly Finding[], cwd: string): string {
  const known = new Map(findings.map((finding) => [finding.message, finding]));
  return results.flatMap(({ filePath, messages }) => messages.map((message) => describeLine(message, relative(cwd, filePath).replaceAll(sep, "/"), known.get(message)))).join("");
}

function describeLine(message: Linter.LintMessage, file: string, finding: Finding | undefined): string {
  const place = `${file}:${Math.max(message.line || 1, 1)}:${Math.max(message.column || 1, 1)}`;
  const kind = `${message.severity === 2 ? "error" : "warning"} ${message.ruleId ?? "syntax"}`;
  const parts = [`${place}: ${kind}: ${message.message}`, ...describeSites(message, finding), ...describeSuggestions(message)];
  return `${parts.join(" ").replaceAll(/\s+/gu, " ").trim()}\n`;
}

function describeSites(message: Linter.LintMessage, finding: Finding | undefined): string[] {
  const others = (finding?.account?.sites ?? []).filter(({ role, loc }) => role !== "way" && loc.start.line !== message.line);
  const told = new Set(others.map(({ loc, text }) => `line ${loc.start.line}, ${text}`));
  return told.size === 0 ? [] : [`Other sites: ${[...told].join("; ")}.`];
}

function describeSuggestions({ suggestions = [] }: Linter.LintMessage): string[] {
  return suggestions.length === 0 ? [] : [`${suggestions.length === 1 ? "Suggestion" : "Suggestions"}: ${suggestions.map(({ desc }) => desc).join(" ")}`];
}
