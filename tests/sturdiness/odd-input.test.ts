/** Files nobody wrote by hand: no rule may throw on them or take long, whatever it then has to say. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";

import plugin from "../../src/index.ts";

/** CPU time that linting a file with all rules may take, parsing left out. */
const PATIENCE_MS = 12_000;
const TIMEOUT_MS = 180_000;

const repeated = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("\n");

const INPUTS: Readonly<Record<string, string>> = {
  "an empty file": "",
  "imports of nothing, which the parser lets pass": "export const part = import.defer();\nexport async function load() { return (await import.defer()).default; }",
  "only comments": "// nothing\n/* at all */",
  "30,000 lines of generated assignments": `const table = new Map();\n${repeated(30_000, (index) => `table.set("key${String(index)}", { id: ${String(index)}, tags: ["a", "b"] });`)}`,
  "30,000 lines in one function": `export function load(fs, paths) {\n${repeated(30_000, (index) => `  const f${String(index)} = paths.step${String(index)}(paths);`)}\n}`,
  "one function that opens a thousand files": `import fs from "node:fs";\nexport function load(paths) {\n${repeated(1000, (index) => `  const f${String(index)} = fs.openSync(paths[${String(index)}]); if (paths.x${String(index)}) fs.closeSync(f${String(index)});`)}\n}`,
  "a thousand nested blocks": `export function deep(a) {\n${"if (a) { ".repeat(300)} a.close(); ${"}".repeat(300)}\n}`,
  "three hundred links of else-if": `export function pick(a) {\n  if (a === 0) return 0;\n${repeated(300, (index) => `  else if (a === ${String(index)}) return ${String(index)};`)}\n}`,
  "a chain of four hundred calls": `export const chain = start()${repeated(400, (index) => `.step${String(index)}()`)};`,
  "twenty nested finally blocks": `export function nest(open, work) {\n const handle = open();\n ${"try { ".repeat(20)} if (work()) return handle; ${"} finally { work(); }".repeat(20)}\n}`,
  "a sum of four hundred texts": `const cache = new Map();\nexport function put(a) { cache.set(${repeated(400, () => `a +`)} a, 1); }`,
  "functions that call each other": `${repeated(300, (index) => `function f${String(index)}(x) { g${String(index)}.set(x, 1); return f${String((index + 1) % 300)}(x) + f${String((index + 7) % 300)}(x); }\nconst g${String(index)} = new Map();`)}\nexport { f0 };`,
  "a switch of two thousand cases": `export function pick(a, list) {\n  switch (a) {\n${repeated(2000, (index) => `    case ${String(index)}: list.push(a); break;`)}\n  }\n}`,
};

function lint(code: string, parser: Linter.Parser): Linter.LintMessage[] {
  const languageOptions = { parser, sourceType: "module" } as const;
  return new Linter().verify(code, [{ files: ["**/*.ts"], ...plugin.configs.strict, languageOptions }], { filename: "src/odd.ts" });
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The CPU time of one lint without its parsing, in milliseconds. */
function costOfRules(code: string): number {
  let parsing = 0;
  const timedParser: Linter.Parser = {
    parseForESLint(text, options) {
      const before = cpuMilliseconds();
      const parsed = typescriptParser.parseForESLint(text, options as typescriptParser.ParserOptions);
      parsing = cpuMilliseconds() - before;
      return parsed as unknown as Linter.ESLintParseResult;
    },
  };
  const before = cpuMilliseconds();
  const fatal = lint(code, timedParser).filter((message) => message.fatal === true);
  expect(fatal).toEqual([]);
  return cpuMilliseconds() - before - parsing;
}

describe("odd input", () => {
  for (const [name, code] of Object.entries(INPUTS)) {
    test(name, { timeout: TIMEOUT_MS }, () => {
      expect(costOfRules(code)).toBeLessThan(PATIENCE_MS);
    });
  }

  test("a syntax error is the parser's to report", () => {
    const messages = lint("const = ;", typescriptParser);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.fatal).toBe(true);
  });
});
