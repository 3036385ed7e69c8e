/** Places and replacements in SARIF's terms: lines and columns from 1, columns in UTF-16 units. */
import { pathToFileURL } from "node:url";

import type { Linter } from "eslint";

import type { Finding } from "./accounts.ts";
import { buildLineIndex } from "./line-index.ts";

/** The base that all paths of a log are relative to. */
const SOURCE_ROOT = "SRCROOT";

type Place = Pick<Linter.LintMessage, "line" | "column" | "endLine" | "endColumn">;

/** A file, relative to the root where it lies below it. */
export function buildArtifact(file: string, root: string) {
  const uri = pathToFileURL(file).href;
  return uri.startsWith(root) ? { uri: uri.slice(root.length), uriBaseId: SOURCE_ROOT } : { uri };
}

/** A place as ESLint counts; a parser may give no position at all. */
export function buildLocation({ line, column, endLine, endColumn }: Place, file: string, root: string) {
  const start = { startLine: Math.max(line || 1, 1), startColumn: Math.max(column || 1, 1) };
  const end = endLine == null || endColumn == null ? {} : { endLine, endColumn };
  return { physicalLocation: { artifactLocation: buildArtifact(file, root), region: { ...start, ...end } } };
}

/** What the suggestions of a finding would replace. */
export function buildFixes({ filePath, source, message }: Finding, root: string) {
  const suggestions = message.suggestions ?? [];
  if (suggestions.length === 0) return [];
  const lines = buildLineIndex(source);
  return suggestions.map(({ desc, fix: { range, text } }) => {
    const [start, end] = range.map((offset) => lines.positionOf(offset)) as [ReturnType<typeof lines.positionOf>, ReturnType<typeof lines.positionOf>];
    const deletedRegion = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    return {
      description: { text: desc },
      artifactChanges: [{ artifactLocation: buildArtifact(filePath, root), replacements: [{ deletedRegion, insertedContent: { text } }] }],
    };
  });
}
