// Lints the programs with the ESLint and the plugin that are installed beside this script, and prints the findings as JSON.
import { readFileSync } from "node:fs";
import path from "node:path";

import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import leakproof from "eslint-plugin-leakproof";

const linter = new Linter({ cwd: process.cwd() });
const found = {};
for (const { rules, settings, programs } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  for (const { file, code } of programs) {
    const messages = linter.verify(code, [configOf(file, rules, settings)], { filename: path.resolve(file) });
    if (messages.length > 0) found[file] = messages.map(({ ruleId, line, column, message }) => `${ruleId ?? "no rule"} ${line}:${column} ${message}`);
  }
}
process.stdout.write(JSON.stringify(found));

function configOf(file, rules, settings) {
  return {
    files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"],
    plugins: { leakproof },
    languageOptions: { parser, sourceType: /\.c[jt]s$/.test(file) ? "commonjs" : "module", parserOptions: { ecmaFeatures: { jsx: file.endsWith("x") } } },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules,
    settings,
  };
}
