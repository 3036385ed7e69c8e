/** What an author says of a declaration in its JSDoc comment, as the checker reads it: also of one in another file. */
import type ts from "typescript";

import type { AuthorTags } from "./type-questions.ts";
import { findSymbolAt, type TypedProgram } from "./typed-program.ts";

/** Matches a text that may hold a tag that says something of ownership or growth. */
export const ANY_TAG = /@(?:owns|releases|borrowed|longLived|bounded)\b/;

const taggedFiles = new WeakMap<ts.SourceFile, boolean>();
const taggedPrograms = new WeakMap<ts.Program, boolean>();

/** Finds the tags of what an expression names; undefined where nothing is declared, and in a program that has no tag of ours. */
export function findAuthorTags(node: ts.Node, { program, checker }: TypedProgram): AuthorTags | undefined {
  if (!isTagged(program)) return undefined;
  const symbol = findSymbolAt(node, checker);
  if (symbol === undefined) return undefined;
  const texts = symbol.getJsDocTags(checker).map(({ name, text = [] }) => [name, text.map((part) => part.text).join("").split("\n", 1)[0]?.trim() ?? ""] as const);
  const [signature] = checker.getTypeOfSymbolAtLocation(symbol, node).getCallSignatures();
  return { texts: new Map(texts), parameters: signature?.parameters.map(({ name }) => name) ?? [] };
}

/** Most programs have no tag, and then no call needs its declaration. An editor makes a program for each change, and keeps the files that did not change. */
function isTagged(program: ts.Program): boolean {
  const known = taggedPrograms.get(program) ?? program.getSourceFiles().some((file) => !program.isSourceFileDefaultLibrary(file) && isTaggedFile(file));
  taggedPrograms.set(program, known);
  return known;
}

function isTaggedFile(file: ts.SourceFile): boolean {
  const known = taggedFiles.get(file) ?? ANY_TAG.test(file.text);
  taggedFiles.set(file, known);
  return known;
}
