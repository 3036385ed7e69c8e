/** The words that the rules about keys share. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { unwrap } from "../syntax/tree.ts";

const LONGEST = 60;
const MOST_CLAUSES = 3;

/** A key's source in backticks; a template brings its own. */
export function excerptOfKey(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): string {
  const bare = unwrap(node);
  // A parameter's own annotation is part of its source, but not of its name.
  const text = bare.type === "Identifier" ? bare.name : sourceCode.getText(bare).replace(/\s+/g, " ");
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  if (!text.includes("`")) return `\`${short}\``;
  return text.startsWith("`") && text === short ? text : `\`\` ${short} \`\``;
}

/** "line 4", "lines 4 and 9", "lines 4, 9 and 12". */
export function joinLines(lines: readonly number[]): string {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const last = sorted.at(-1);
  if (sorted.length < 2) return `line ${String(last ?? 1)}`;
  return `lines ${sorted.slice(0, -1).join(", ")} and ${String(last)}`;
}

/** Reasons as one sentence part, at most three of them. */
export function joinClauses(clauses: readonly string[]): string {
  const shown = clauses.slice(0, MOST_CLAUSES);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")}, and ${shown.at(-1) ?? ""}`;
}
