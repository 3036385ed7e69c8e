/** Edits of whole statements that keep lines, comments and indentation as a person would. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Source = Readonly<TSESLint.SourceCode>;

/** One replacement of a range of the text. */
export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Turns edits into a fix. White space that would be put before removed text is left out. */
export function buildFix(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  const removed = edits.filter(({ range, text }) => text === "" && range[1] > range[0]);
  const kept = edits.filter((edit) => edit.text.trim() !== "" || removed.every((other) => other === edit || edit.range[0] < other.range[0] || edit.range[0] >= other.range[1]));
  return (fixer) => kept.map(({ range, text }) => fixer.replaceTextRange([...range], text));
}

/** Where the line of an offset begins. */
export function lineStart({ text }: Source, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of an offset ends, its line break not counted. */
export function lineEnd({ text }: Source, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end === -1) return text.length;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** Where the line behind that of an offset begins; the end of the text where there is none. */
export function nextLine({ text }: Source, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

/** The white space that the line of a node begins with. */
export function indentOf(source: Source, node: TSESTree.Node): string {
  return /^[ \t]*/.exec(source.text.slice(lineStart(source, node.range[0])))?.[0] ?? "";
}

/** One step of indentation, as the statement is indented against what surrounds its block. */
export function indentStep(source: Source, statement: TSESTree.Node): string {
  const [inner, outer] = [indentOf(source, statement), statement.parent == null ? "" : indentOf(source, statement.parent)];
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : inner.includes("\t") ? "\t" : "  ";
}

/** Whether nothing else stands on the lines of a node; a comment behind it may. */
export function hasOwnLines(source: Source, node: TSESTree.Node): boolean {
  const before = source.text.slice(lineStart(source, node.range[0]), node.range[0]);
  return before.trim() === "" && /^\s*(?:\/\/.*)?$/.test(source.text.slice(node.range[1], lineEnd(source, node.range[1])));
}

/** Takes a statement out, with its line where it has one for itself. */
export function removeStatement(source: Source, statement: TSESTree.Node): Edit {
  const [start, end] = [lineStart(source, statement.range[0]), lineEnd(source, statement.range[1])];
  const isAlone = source.text.slice(start, end).trim() === source.text.slice(...statement.range);
  if (isAlone) return { range: [start, nextLine(source, statement.range[1])], text: "" };
  const space = /^[ \t]*/.exec(source.text.slice(statement.range[1]))?.[0].length ?? 0;
  return { range: [statement.range[0], statement.range[1] + space], text: "" };
}

/** Indents the lines from one beginning of a line to another. Lines inside a template or a text keep what they have. */
export function indentLines(source: Source, [from, to]: readonly [number, number], step: string): Edit[] {
  return linesIn(source, from, to).map((start) => ({ range: [start, start], text: step }));
}

/** Takes one step of indentation away from such lines. */
export function dedentLines(source: Source, [from, to]: readonly [number, number], step: string): Edit[] {
  return linesIn(source, from, to).flatMap((start): Edit[] => (source.text.startsWith(step, start) ? [{ range: [start, start + step.length], text: "" }] : []));
}

function linesIn(source: Source, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let start = from; start < to; start = nextLine(source, start)) {
    const isBlank = source.text.slice(start, lineEnd(source, start)).trim() === "";
    if (!isBlank && !isInsideText(source, start)) starts.push(start);
  }
  return starts;
}

function isInsideText(source: Source, offset: number): boolean {
  const node = source.getNodeByRangeIndex(offset);
  return node !== null && node.range[0] < offset && (node.type === "TemplateElement" || node.type === "TemplateLiteral" || node.type === "Literal");
}
