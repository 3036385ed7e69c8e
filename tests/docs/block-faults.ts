/**
 * Lints the code blocks of a rule's page with that rule: what stands under "Wrong" is reported, what stands under
 * "Right" or "When it stays silent" is not. The word `likely` or `possible` after the fence sets the confidence, `typed` adds types.
 */
import type { LeakproofRule } from "../../src/report/create-rule.ts";
import { lintCase, type CaseOptions, type Language } from "../support/lint-case.ts";
import type { CodeBlock } from "./rule-page.ts";

const LANGUAGES: readonly string[] = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"] satisfies readonly Language[];
const FLAGS = ["likely", "possible", "strict", "typed"];

/** Answers whether a block is code of a language that the rule reads. */
export function isLintable({ info: [language = ""], section }: CodeBlock): boolean {
  return LANGUAGES.includes(language) && findExpectation(section) !== undefined;
}

/** Collects what is wrong with one code block, as text. */
export function collectBlockFaults(name: string, rule: LeakproofRule, block: CodeBlock): readonly string[] {
  const [language, ...flags] = block.info;
  const unknown = flags.filter((flag) => !FLAGS.includes(flag));
  if (unknown.length > 0) return [`line ${block.line}: \`${unknown.join(" ")}\` after the fence means nothing`];
  const typed = flags.includes("typed");
  const options: CaseOptions = {
    language: language as Language,
    typed,
    confidence: flags.includes("possible") ? "possible" : flags.includes("likely") || flags.includes("strict") ? "likely" : "certain",
  };
  const reports = lintCase({ name, rule, code: block.code, options, parser: typed ? "typed" : "typescript" });
  const fatal = reports.find((report) => report.fatal === true);
  if (fatal) return [`line ${block.line + fatal.line - 1}: ${fatal.message}`];
  if (findExpectation(block.section) === "reported") return reports.length > 0 ? [] : [`line ${block.line}: is wrong, yet not reported`];
  return reports.map((report) => `line ${block.line + report.line - 1}: is reported: ${report.message}`);
}

function findExpectation(section: string): "reported" | "silent" | undefined {
  if (/^Wrong\b/.test(section)) return "reported";
  return /^Right\b|stays silent/.test(section) ? "silent" : undefined;
}
