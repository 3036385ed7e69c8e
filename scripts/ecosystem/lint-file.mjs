/** Lints one text with both presets, without types, and measures what that costs. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";

import { fingerprintAll } from "./fingerprint.mjs";

/** The preset with all rules comes first. */
const PRESETS = ["strict", "recommended"];
const TYPESCRIPT = /\.(?:[cm]?ts|tsx)$/;

/**
 * Lints a file as its project would see it: JavaScript with ESLint's own parser and, where that cannot read it,
 * as everything else with the parser of TypeScript. Answers `findings` (those of both presets, each once),
 * `lines`, `parseMs` and `rulesMs` (CPU time; the rules of `strict` alone, without parsing and without the way of the linter
 * itself over the tree), and `fault`, the parser's
 * or a rule's, if there is one.
 */
export function lintFile(plugin, { file, text, sourceType }) {
  const lines = text.split("\n").length;
  try {
    return { lines, ...lintWith(TYPESCRIPT.test(file) ? typescriptParser : undefined) };
  } catch (error) {
    return { lines, findings: [], parseMs: 0, rulesMs: 0, fault: { kind: "crash", text: String(error.message).split("\n").slice(0, 6).join(" | ") } };
  }

  function lintWith(parser) {
    const options = { file, parser, sourceType: file.endsWith(".cjs") ? "commonjs" : sourceType };
    const parsing = verify(text, { ...options, rules: {} });
    const fatal = parsing.messages.find((message) => message.fatal);
    if (fatal !== undefined && parser === undefined) return lintWith(typescriptParser);
    if (fatal !== undefined) return { findings: [], parseMs: parsing.ms, rulesMs: 0, fault: { kind: "unparsed", text: fatal.message } };
    // The linter goes over the tree with or without rules; what that takes is not the rules' own.
    const idle = verify(parsing.sourceCode, { ...options, rules: {} });
    // The analyses are kept with the tree, so that only the first preset pays for them: the one with all rules.
    const runs = PRESETS.map((preset) => ({ preset, ...verify(parsing.sourceCode, { ...options, ...plugin.configs[preset] }) }));
    return { findings: mergeRuns(file, runs), parseMs: parsing.ms, rulesMs: runs[0].ms - idle.ms };
  }
}

/** Lints a text, or code that has been parsed, and measures the CPU time. */
function verify(code, { file, parser, sourceType, plugins = {}, rules }) {
  const linter = new Linter({ cwd: "/ecosystem" });
  const parserOptions = { ecmaFeatures: { jsx: true } };
  const config = {
    files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
    plugins,
    rules,
    languageOptions: { ecmaVersion: "latest", sourceType, parserOptions, ...(parser === undefined ? {} : { parser }) },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
  };
  const before = process.cpuUsage();
  const everything = linter.verify(code, [config], { filename: `/ecosystem/${file}` });
  const { user, system } = process.cpuUsage(before);
  // What belongs to no rule and is not fatal is ESLint's word on a comment that it passed over.
  const messages = everything.filter(({ ruleId, fatal }) => ruleId !== null || fatal);
  return { messages, ms: (user + system) / 1000, sourceCode: linter.getSourceCode() };
}

/** One finding for each place and message, with the presets that report it, the smaller one first. */
function mergeRuns(file, runs) {
  const findings = new Map();
  for (const { preset, messages, sourceCode } of runs) {
    fingerprintAll(file, messages, sourceCode).forEach((fingerprint, index) => {
      const { ruleId, line, messageId, message } = messages[index];
      const known = findings.get(fingerprint);
      if (known !== undefined) known.presets.unshift(preset);
      else findings.set(fingerprint, { rule: ruleId.replace(/^.*\//, ""), file, line, messageId, fingerprint, presets: [preset], message });
    });
  }
  return [...findings.values()];
}
