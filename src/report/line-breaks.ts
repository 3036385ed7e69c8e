/** Suggestions write lines; a file that ends its lines as Windows does gets such lines. */
import type { TSESLint } from "@typescript-eslint/utils";

const FIRST_BREAK = /\r?\n/u;

/** Gives what suggestions put into a file the line breaks that the file has, going by its first one. */
export function inLineBreaksOf<Suggested extends { readonly fix: TSESLint.ReportFixFunction }>({ text }: Readonly<TSESLint.SourceCode>, suggestions: readonly Suggested[]): Suggested[] {
  if (FIRST_BREAK.exec(text)?.[0] !== "\r\n") return [...suggestions];
  return suggestions.map((suggestion) => ({ ...suggestion, fix: (fixer) => listFixes(suggestion.fix(fixer)).map((fix) => fixer.replaceTextRange([...fix.range], fix.text.replaceAll(/\r?\n/gu, "\r\n"))) }));
}

function listFixes(fixes: ReturnType<TSESLint.ReportFixFunction>): readonly TSESLint.RuleFix[] {
  if (fixes === null) return [];
  return Symbol.iterator in fixes ? [...fixes] : [fixes];
}
