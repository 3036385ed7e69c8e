/** Hears the candidates of a text before the bench, the silent ones too. */
import path from "node:path";
import { pathToFileURL } from "node:url";

import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";

import { root } from "../ecosystem/root.mjs";

const FOLDER = "/heard";
const LANGUAGE = { parser, parserOptions: { ecmaVersion: "latest", ecmaFeatures: { jsx: true } } };

/**
 * Loads the engine that was built last; answers the function that hears a file. It gives the file's candidates, or none
 * where the text cannot be parsed: `reason`, `noun`, `rule`, `line`, `source`, `verdict` (`certain`, `likely` or `silent`), what `decided`, and,
 * if `answers` are wanted, those: `{id, level, basis}`, and the `grounds` of a report. Other files are looked into where the file lies in a folder `cwd` and `settings` do not forbid it.
 */
export async function loadHearing() {
  const load = (file) => import(pathToFileURL(path.join(root, "dist", file)).href);
  const [{ analyzeFile }, { answersOf }, { ruleOf }] = await Promise.all([load("analyze-file.js"), load("bench/reason.js"), load("bench/reasons.js")]);
  return (text, file, { sourceType = "module", answers = false, cwd = FOLDER, settings = {} } = {}) => {
    let candidates = [];
    const listen = (context) => ({
      "Program:exit"() {
        candidates = analyzeFile(context).heard().map((heard) => rowOf(context.sourceCode, heard, { ruleOf, answersOf, answers }));
      },
    });
    const config = {
      files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
      plugins: { bench: { rules: { hear: { meta: { type: "problem", schema: [] }, create: listen } } } },
      rules: { "bench/hear": "error" },
      settings: { leakproof: settings },
      languageOptions: { ...LANGUAGE, sourceType: file.endsWith(".cjs") ? "commonjs" : sourceType },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    };
    new Linter({ cwd }).verify(text, [config], { filename: `${cwd}/${file}` });
    return candidates;
  };
}

function rowOf(sourceCode, heard, { ruleOf, answersOf, answers }) {
  const { node } = heard.hearing.candidate;
  return {
    reason: heard.reason.id,
    noun: heard.reason.noun,
    rule: ruleOf(heard.reason),
    line: node.loc.start.line,
    source: sourceCode.getText(node).replace(/\s+/g, " ").slice(0, 120),
    verdict: heard.confidence ?? "silent",
    decided: nameOfDecision(heard),
    ...(answers && { grounds: groundsOf(heard), answers: [...answersOf(heard)].map(([{ id }, { level, basis }]) => ({ id, level, basis })) }),
  };
}

/** What a report rests on, as `id=level`. */
function groundsOf({ hearing, confidence, decidedBy }) {
  return confidence === undefined ? [] : decidedBy.map((asked) => ("find" in asked ? asked.id : `${asked.id}=${hearing.level(asked)}`));
}

/** What decided, in one word: the answers with their levels, or the question that nothing answers with "leak". */
function nameOfDecision({ hearing, decidedBy, lacks }) {
  if (decidedBy.length === 0) return `nothing for ${lacks}`;
  return decidedBy.map((asked) => ("find" in asked ? asked.id : `${asked.id}: ${hearing.level(asked)}`)).join(", ");
}
