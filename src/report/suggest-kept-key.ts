/** The suggestion to keep a key in a variable: for two uses of the same expression in one block. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { isFunction, isWithin } from "../syntax/tree.ts";
import { indentOf } from "./line-edits.ts";

const NAMES = ["key", "entryKey", "keptKey"];

/** Builds a fix that evaluates the key once, before the first use; undefined where the two do not share a block or no name is free. */
export function fixByKeptKey(sourceCode: Readonly<TSESLint.SourceCode>, one: TSESTree.Node, other: TSESTree.Node): TSESLint.ReportFixFunction | undefined {
  const text = sourceCode.getText(one);
  const [first, second] = one.range[0] < other.range[0] ? [one, other] : [other, one];
  const statement = statementAround(first);
  const block = statement?.parent;
  if (statement === undefined || (block?.type !== "BlockStatement" && block?.type !== "Program") || !isWithin(second, block) || text !== sourceCode.getText(other)) return undefined;
  const name = NAMES.find((candidate) => !new RegExp(`\\b${candidate}\\b`).test(sourceCode.getText(block)));
  if (name === undefined) return undefined;
  return (fixer) => [
    fixer.insertTextBefore(statement, `const ${name} = ${text};\n${indentOf(sourceCode, statement)}`),
    fixer.replaceText(first, name),
    fixer.replaceText(second, name),
  ];
}

/** The statement that a key is evaluated in; a loop's own head is evaluated again and again, and is none. */
function statementAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at != null && !isFunction(at) && !/Statement$|^VariableDeclaration$/.test(at.type)) at = at.parent;
  return at != null && ["ExpressionStatement", "VariableDeclaration", "IfStatement", "ReturnStatement"].includes(at.type) ? at : undefined;
}
