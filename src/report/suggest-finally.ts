/** The suggestions that put a release into a `finally` block, where every way out passes it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { leavesAfter, type LocalHandle } from "../subjects/handle/local-handle.ts";
import { isWithin } from "../syntax/tree.ts";
import { buildFix, hasOwnLines, indentLines, indentOf, indentStep, lineEnd, lineStart, nextLine, removeStatement, type Edit } from "./line-edits.ts";
import type { Suggestion } from "./suggestion.ts";

export type FinallyId = "wrapInFinally" | "releaseInFinally" | "startTryEarlier";

/** Suggests the `finally` block that fits how the handle is released now; undefined where statements would change what they mean. */
export function suggestFinally(file: FileFacts, handle: LocalHandle): Suggestion<FinallyId> | undefined {
  if (handle.releases.length === 0) return undefined;
  return wrapInFinally(file, handle) ?? releaseInFinally(file, handle) ?? startTryEarlier(file, handle);
}

/** `x = acquire(); work(); x.release();`: what stands between goes into a `try`. */
function wrapInFinally(file: FileFacts, { block, statements, index, releases }: LocalHandle): Suggestion<FinallyId> | undefined {
  const main = releases.filter((release) => release.parent === block);
  const [release] = main;
  if (release === undefined || main.length > 1) return undefined;
  const end = statements.indexOf(release);
  const between = statements.slice(index + 1, end);
  const [first] = between;
  if (first === undefined) return undefined;
  const others = releases.filter((other) => other !== release);
  if (!others.every((other) => isWithin(other, block) && other.range[1] < release.range[0] && leavesAfter(other, block))) return undefined;
  const rest = statements.slice(end + 1);
  const isTail = usesNamesOf(file, between, rest);
  const [tail] = rest;
  if (usesNamesOf(file, between, [...statements.slice(0, index + 1), release]) || (isTail && (rest.length > 1 || !isPlainReturn(file, tail)))) return undefined;
  const last = isTail && tail !== undefined ? tail : between.at(-1) ?? first;
  const edits = [...others.map((other) => removeStatement(file.sourceCode, other)), ...wrap(file, { acquisition: statements[index] as TSESTree.Node, first, last, release })];
  return { messageId: "wrapInFinally", data: { release: releaseText(file, release) }, fix: buildFix(edits) };
}

interface Wrapped {
  readonly acquisition: TSESTree.Node;
  readonly first: TSESTree.Node;
  readonly last: TSESTree.Node;
  readonly release: TSESTree.ExpressionStatement;
}

function wrap(file: FileFacts, { acquisition, first, last, release }: Wrapped): Edit[] {
  const source = file.sourceCode;
  const text = source.getText(release);
  if (![acquisition, first, last, release].every((node) => hasOwnLines(source, node))) {
    return [{ range: [first.range[0], first.range[0]], text: "try { " }, removeStatement(source, release), { range: [last.range[1], last.range[1]], text: ` } finally { ${text} }` }];
  }
  const [indent, step] = [indentOf(source, first), indentStep(source, first)];
  const start = skipBlankLines(source.text, nextLine(source, acquisition.range[1]));
  const ending = `${indent}} finally {\n${indent}${step}`;
  if (last.range[0] > release.range[0]) {
    const end = lineEnd(source, last.range[1]);
    return [
      { range: [start, start], text: `${indent}try {\n` }, ...indentLines(source, [start, end], step),
      removeLines(file, release), { range: [end, end], text: `\n${ending}${text}\n${indent}}` },
    ];
  }
  const bodyEnd = lineEnd(source, last.range[1]);
  const releaseStart = skipBlankLines(source.text, nextLine(source, bodyEnd));
  const end = lineEnd(source, release.range[1]);
  return [
    { range: [start, start], text: `${indent}try {\n` }, ...indentLines(source, [start, bodyEnd], step),
    { range: [bodyEnd, releaseStart], text: `\n${indent}} finally {\n` }, ...indentLines(source, [releaseStart, end], step),
    { range: [end, end], text: `\n${indent}}` },
  ];
}

function removeLines({ sourceCode }: FileFacts, statement: TSESTree.Node): Edit {
  return { range: [lineStart(sourceCode, statement.range[0]), nextLine(sourceCode, statement.range[1])], text: "" };
}

function skipBlankLines(text: string, offset: number): number {
  const blank = /^(?:[ \t]*\r?\n)+/.exec(text.slice(offset));
  return offset + (blank?.[0].length ?? 0);
}

/** `x = acquire(); try { …; x.release(); } catch { x.release(); throw; }`: the releases become one `finally` block. */
function releaseInFinally(file: FileFacts, { block, statements, index, releases, variable }: LocalHandle): Suggestion<FinallyId> | undefined {
  const source = file.sourceCode;
  const rest = statements.slice(index + 1);
  const around = rest.find((statement) => !isInert(statement));
  const [release] = releases;
  if (around?.type !== "TryStatement" || around.finalizer !== null || release === undefined || !hasOwnLines(source, around)) return undefined;
  const isMovable = (one: TSESTree.ExpressionStatement): boolean => {
    if (!isWithin(one, around)) return false;
    const isLast = (one.parent === around.block || one.parent === around.handler?.body) && one.parent.type === "BlockStatement" && one.parent.body.at(-1) === one;
    return isLast || leavesAfter(one, block);
  };
  const isUsedLater = variable.references.some(({ identifier }) => identifier.range[0] > around.range[1]);
  if (isUsedLater || !releases.every(isMovable) || new Set(releases.map((one) => releaseText(file, one))).size > 1) return undefined;
  if (usesNamesOf(file, [around], [release])) return undefined;
  const [indent, step] = [indentOf(source, around), indentStep(source, around)];
  const finalizer = ` finally {\n${indent}${step}${source.getText(release)}\n${indent}}`;
  const edits = [...releases.map((one) => removeStatement(source, one)), { range: [around.range[1], around.range[1]] as const, text: finalizer }];
  return { messageId: "releaseInFinally", data: { release: releaseText(file, release) }, fix: buildFix(edits) };
}

/** `x = acquire(); check(); try { … } finally { x.release(); }`: the `try` begins right after the acquisition. */
function startTryEarlier(file: FileFacts, { statements, index, releases }: LocalHandle): Suggestion<FinallyId> | undefined {
  const source = file.sourceCode;
  const at = statements.findIndex((statement, position) => position > index && statement.type === "TryStatement" && statement.finalizer !== null && releases.every((release) => release.parent === statement.finalizer));
  const around = statements[at];
  const between = statements.slice(index + 1, at);
  const [first] = between;
  const acquisition = statements[index];
  if (around?.type !== "TryStatement" || around.handler !== null || around.finalizer === null || first === undefined || acquisition === undefined) return undefined;
  if (usesNamesOf(file, between, [around.finalizer, ...statements.slice(at + 1)])) return undefined;
  const open = around.block.range[0];
  const isLaidOut = [acquisition, first, between.at(-1) ?? first].every((node) => hasOwnLines(source, node)) && source.text.slice(lineStart(source, around.range[0]), around.range[0]).trim() === "" && source.text.slice(open + 1, lineEnd(source, open)).trim() === "";
  if (!isLaidOut) return undefined;
  const [indent, step] = [indentOf(source, first), indentStep(source, first)];
  const start = skipBlankLines(source.text, nextLine(source, acquisition.range[1]));
  const [tryStart, tryBody] = [lineStart(source, around.range[0]), nextLine(source, open)];
  const edits: Edit[] = [{ range: [start, start], text: `${indent}try {\n` }, ...indentLines(source, [start, tryStart], step), { range: [tryStart, tryBody], text: "" }];
  return { messageId: "startTryEarlier", data: { line: String(first.loc.start.line) }, fix: buildFix(edits) };
}

/** A declaration of plain values, which cannot fail. */
function isInert(statement: TSESTree.Node): boolean {
  return statement.type === "VariableDeclaration" && statement.declarations.every(({ id, init }) => id.type === "Identifier" && (init === null || init.type === "Literal" || init.type === "Identifier"));
}

/** Whether what some statements declare is named in others. */
function usesNamesOf(file: FileFacts, declaring: readonly TSESTree.Node[], using: readonly TSESTree.Node[]): boolean {
  const isAmong = (node: TSESTree.Node, list: readonly TSESTree.Node[]): boolean => list.some((one) => isWithin(node, one));
  return (file.sourceCode.scopeManager?.scopes ?? []).some((scope) =>
    scope.variables.some((variable) =>
      variable.identifiers.some((identifier) => isAmong(identifier, declaring)) &&
      !isVar(variable.defs[0]?.parent) &&
      variable.references.some(({ identifier }) => isAmong(identifier, using))));
}

function isVar(declaration: { readonly type: string; readonly kind?: string } | null | undefined): boolean {
  return declaration?.type === "VariableDeclaration" && declaration.kind === "var";
}

/** A `return` that waits for nothing: it may stand inside the `try`. */
function isPlainReturn(file: FileFacts, statement: TSESTree.Node | undefined): boolean {
  return statement?.type === "ReturnStatement" && !/\b(?:await|yield)\b/.test(file.sourceCode.getText(statement));
}

function releaseText({ sourceCode }: FileFacts, { expression }: TSESTree.ExpressionStatement): string {
  return sourceCode.getText(expression).replace(/\s+/g, " ").replace(/^await /, "").replaceAll("`", "'");
}
