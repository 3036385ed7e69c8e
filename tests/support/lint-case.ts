/** Runs one rule over one piece of code, with the TypeScript parser (typed or not) or with espree. */
import path from "node:path";

import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";

import type { Confidence } from "../../src/facts/confidence.ts";
import type { LeakproofRule } from "../../src/report/create-rule.ts";
import { buildProgram, root } from "./typed-program.ts";

export type Language = "ts" | "tsx" | "mts" | "cts" | "js" | "jsx" | "mjs" | "cjs";

/** What a case can say about the surroundings of its code. */
export interface CaseOptions {
  /** The `confidence` option of the rule; without it the rule's own default holds. */
  readonly confidence?: Confidence | "possible";
  /** Further options of the rule. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Relative to the repository; `src/case.<language>` unless told. */
  readonly filename?: string;
  /** `ts` unless told. Where `filename` is given, its ending decides. */
  readonly language?: Language;
  /** Lints with type information: the language's library, the DOM, Node and `files`. */
  readonly typed?: boolean;
  /** Further virtual files for typed cases, relative to the repository: `{ "node_modules/etcd3/index.d.ts": "..." }`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** One run of one rule. */
export interface LintJob {
  readonly name: string;
  readonly rule: LeakproofRule;
  readonly code: string;
  readonly options: CaseOptions;
  readonly parser: "typescript" | "typed" | "espree";
}

const linter = new Linter({ cwd: root });

const silentRule = { meta: { schema: false, messages: {}, type: "problem" }, create: () => ({}) } as unknown as LeakproofRule;

/** Returns the absolute path a case is linted under. */
export function pathOfCase({ filename, language = "ts" }: CaseOptions): string {
  return path.join(root, filename ?? `src/case.${language}`);
}

/** Builds the TypeScript program of a typed case. */
export function buildCaseProgram(code: string, options: CaseOptions): ReturnType<typeof buildProgram> {
  const files = Object.entries(options.files ?? {}).map(([file, text]) => [path.join(root, file), text] as const);
  return buildProgram(pathOfCase(options), code, Object.fromEntries(files));
}

/** Lints the code with one rule alone. A crash of the rule is thrown, a syntax error is a fatal message. */
export function lintCase({ name, rule, code, options, parser }: LintJob): readonly Linter.LintMessage[] {
  const filename = pathOfCase(options);
  const config: Linter.Config = {
    files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"],
    plugins: { leakproof: { rules: { [name]: rule as never } } },
    languageOptions: {
      ecmaVersion: "latest",
      sourceType: /\.c[jt]s$/.test(filename) ? "commonjs" : "module",
      ...(parser === "espree" ? {} : { parser: typescriptParser }),
      parserOptions: {
        ecmaFeatures: { jsx: filename.endsWith("x") },
        ...(parser === "typed" ? { programs: [buildCaseProgram(code, options)] } : {}),
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: { [`leakproof/${name}`]: ["error", ...collectRuleOptions(options)] },
    settings: { ...options.settings },
  };
  return linter.verify(code, [config], { filename });
}

/** Collects the comments of code that parses. */
export function collectComments(code: string, options: CaseOptions): readonly { readonly value: string; readonly loc: { readonly start: { readonly line: number } } }[] {
  const jsx = pathOfCase(options).endsWith("x");
  return typescriptParser.parse(code, { comment: true, loc: true, range: true, ecmaFeatures: { jsx }, filePath: pathOfCase(options) }).comments;
}

/** Returns what the parser says against the code, or undefined if it can be parsed. */
export function findSyntaxError(code: string, options: CaseOptions, parser: "typescript" | "espree" = "typescript"): string | undefined {
  const [first] = lintCase({ name: "silent", rule: silentRule, code, options, parser });
  return first?.fatal === true ? `${first.message} (line ${first.line})` : undefined;
}

function collectRuleOptions({ confidence, options }: CaseOptions): readonly unknown[] {
  if (confidence === undefined && options === undefined) return [];
  return [{ ...options, ...(confidence && { confidence }) }];
}
