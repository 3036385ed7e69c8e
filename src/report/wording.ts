/** The words of the messages that more than one rule uses. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { lineOf, unwrap } from "../syntax/tree.ts";

const LONGEST_EXCERPT = 48;

/** The source of an expression on one line, shortened in the middle where it is long; arguments of a call become `…`. */
export function excerpt(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): string {
  const bare = unwrap(node);
  if (bare.type === "AwaitExpression") return excerpt(sourceCode, bare.argument);
  if (bare.type === "CallExpression" || bare.type === "NewExpression") {
    const prefix = bare.type === "NewExpression" ? "new " : "";
    return `${prefix}${shortened(sourceCode.getText(bare.callee))}(${bare.arguments.length > 0 ? "…" : ""})`;
  }
  return shortened(sourceCode.getText(bare));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT / 2 - 1)}…${line.slice(1 - LONGEST_EXCERPT / 2)}`;
}

/** "line 12". */
export function describeLine(node: TSESTree.Node): string {
  return `line ${String(lineOf(node))}`;
}
