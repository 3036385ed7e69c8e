/** The suggestion to keep a key in a variable: for an insert and a later use of the same expression in one function. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { isWithin } from "../syntax/tree.ts";

const NAME = "key";

/** Builds a fix that evaluates the key once, before the insert; undefined where the two do not share a block or the name is taken. */
export function fixByKeptKey(sourceCode: Readonly<TSESLint.SourceCode>, filled: TSESTree.Node, asked: TSESTree.Node): TSESLint.ReportFixFunction | undefined {
  const text = sourceCode.getText(filled);
  const statement = statementAround(filled);
  const block = statement?.parent;
  if (statement === undefined || block?.type !== "BlockStatement" || !isWithin(asked, block) || asked.range[0] < statement.range[0]) return undefined;
  if (text !== sourceCode.getText(asked) || new RegExp(`\\b${NAME}\\b`).test(sourceCode.getText(block))) return undefined;
  const indent = " ".repeat(statement.loc.start.column);
  return (fixer) => [
    fixer.insertTextBefore(statement, `const ${NAME} = ${text};\n${indent}`),
    fixer.replaceText(filled, NAME),
    fixer.replaceText(asked, NAME),
  ];
}

function statementAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at != null && at.type !== "ExpressionStatement") at = at.parent;
  return at ?? undefined;
}
