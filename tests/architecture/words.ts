/** Names as data: whether a file outside the catalogue holds a list of words that decides something. */
import { AST_NODE_TYPES } from "@typescript-eslint/utils";
import ts from "typescript";

import type { SourceFile } from "./source-files.ts";

// What names the syntax of the language, the kinds of this project's own data, or what a `typeof` gives is no word of the linted program.
const SYNTAX = new Set<string>([...Object.values(AST_NODE_TYPES), "Parameter", "Variable", "ImportBinding", "ClassName", "FunctionName"]);
const OWN_KINDS = new Set(["constructor", "setup", "teardown", "typeParameters", "typeArguments", "superTypeArguments", "returnType"]);
const OF_NODE_TYPES = /Statement\b|Declaration\b|Keyword\b|TSLiteralType|Literal\$/;
const IS_WORD = /^[A-Za-z_$][\w$]*$/;

/** Collects the lists of words of a file: sets and arrays of names, and regular expressions that choose between names. */
export function collectWordLists(file: SourceFile): readonly string[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isWordList(node)) found.push(`${file.path}:${String(tree.getLineAndCharacterOfPosition(node.getStart()).line + 1)} ${node.getText().slice(0, 80)}`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isWordList(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node)) return !OF_NODE_TYPES.test(node.text) && alternativesOf(node.text).filter((word) => /[A-Za-z]{2}/.test(word)).length > 1;
  if (!ts.isArrayLiteralExpression(node)) return false;
  const words = node.elements.filter((element) => ts.isStringLiteral(element)).map((element) => element.text);
  const isSet = ts.isNewExpression(node.parent);
  const isSearched = ts.isPropertyAccessExpression(node.parent) && ["includes", "some", "find"].includes(node.parent.name.text);
  return (isSet || isSearched) && words.filter((word) => IS_WORD.test(word) && !SYNTAX.has(word) && !OWN_KINDS.has(word)).length > 1;
}

/** The alternatives of a regular expression, wherever they stand in it. */
function alternativesOf(text: string): string[] {
  return text.includes("|") ? text.replace(/^\/|\/[a-z]*$/g, "").replace(/\(\?[:=!<]+/g, "(").split(/[|()]/) : [];
}
