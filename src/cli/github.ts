/** Writes results as GitHub's workflow commands, which show as annotations of a pull request. */
import { isAbsolute, relative, sep } from "node:path";

import type { ESLint, Linter } from "eslint";

/**
 * Describes the results as one `::error` or `::warning` command each. GitHub takes paths from the root of its checkout:
 * `workspace`, where it is known and the file lies below it; `cwd` otherwise.
 */
export function describeForGitHub(results: readonly ESLint.LintResult[], cwd: string, workspace: string | undefined): string {
  return results.flatMap(({ filePath, messages }) => messages.map((message) => describeMessage(message, pathBelow(filePath, workspace) ?? relative(cwd, filePath)))).join("");
}

function describeMessage(message: Linter.LintMessage, file: string): string {
  const line = Math.max(message.line || 1, 1);
  const column = Math.max(message.column || 1, 1);
  // GitHub refuses columns for a range of several lines.
  const range = message.endLine === line && message.endColumn != null ? { col: column, endColumn: message.endColumn } : { col: column };
  const properties = { file: file.replaceAll(sep, "/"), line, ...(message.endLine != null && { endLine: message.endLine }), ...range, title: message.ruleId ?? "Syntax error" };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
  return `::${message.severity === 2 ? "error" : "warning"} ${list}::${escapeData(message.message)}\n`;
}

function pathBelow(file: string, directory: string | undefined): string | undefined {
  if (directory === undefined || directory === "") return undefined;
  const way = relative(directory, file);
  return way.startsWith("..") || isAbsolute(way) ? undefined : way;
}

/** The characters that would end the message: a percent sign begins an escape. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** In a property also those that part properties from each other. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
