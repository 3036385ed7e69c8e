/** What oxc-parser reads is what TypeScript's parser reads: the tree, and what is found in it. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

import { buildOxcReader } from "../../src/cli/parsers/oxc-reader.ts";
import { loadOxcParser, type OxcParser } from "../../src/cli/peers.ts";
import { rules } from "../../src/rules/index.ts";
import { collectProgramGroups, type ProgramGroup } from "../clients/hosts/programs.ts";
import { installCopy, LEAK, writeProject } from "./run-leakproof.ts";

let read: ReturnType<typeof buildOxcReader>;

beforeAll(async () => {
  read = buildOxcReader((await loadOxcParser(import.meta.dirname)) as OxcParser);
});

/** What only one of the parsers says, or what ties a tree together; the text of an element is read without its entities by oxc, and by no rule. */
const LEFT_OUT: ReadonlySet<string> = new Set(["parent", "tokens", "comments"]);

function plainTree(tree: object): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      const isOffset = (key === "start" || key === "end") && typeof value === "number";
      if (isOffset || LEFT_OUT.has(key)) return undefined;
      if (typeof value === "object" && value !== null && "type" in value && value.type === "JSXText") return { ...value, value: "" };
      // An enumeration's names are never computed; only oxc says so.
      if (typeof value === "object" && value !== null && "type" in value && value.type === "TSEnumMember") return { ...value, computed: undefined };
      return typeof value === "bigint" ? String(value) : value;
    }),
  );
}

function typescriptTree(code: string, filePath: string): unknown {
  return plainTree(typescriptParser.parseForESLint(code, { filePath, sourceType: "module", ecmaFeatures: { jsx: true }, range: true, loc: true }).ast);
}

describe("a tree", () => {
  const code = `#!/usr/bin/env node
"use strict";
// A comment.\r
import type { Bar } from "bar";
/** Another. */
@sealed
export class Foo<T> extends Base<T> implements Bar {
  private readonly map = new Map<string, T>();
  declare name?: string;
  static #count = 0n;
  constructor(private a: number, b?: string, ...rest: unknown[]) { super(); }
  get size(): number { return this.map.size; }
  async *walk<U = 1>(this: Foo<T>, [x, { y = 2 }]: [number, { y?: number }]) { for await (const one of x!) yield one satisfies U as U; }
}
const { a = 1, ...others } = f?.(/x/u, \`a\${b}c\`, 1_000, "é\u2028😀");
type M = { readonly [K in keyof T]?: T[K] } & typeof a<string>;
enum E { A = 1, B }
declare module "x" { export function g(h: (i: number) => void): asserts h is E; }
abstract class Q { abstract r(): void; s = (): void => {}; ["t"]?: number }
label: while (true) { if (a) continue label; else break; }
export default (p: number, q = class {}) => { switch (p) { case 1: return delete q[p]; default: throw p ?? q; } };
`;

  it("is the same", () => {
    const filePath = "/work/a.ts";
    expect(plainTree(read(code, { filePath, sourceType: "module" })?.ast as object)).toEqual(typescriptTree(code, filePath));
  });

  it("is the same with elements", () => {
    const jsx = "// First\nexport const A = <T,>({ b }: { b: T }) => <><B.C d={b} e-f=\"g\" {...b}>text &amp; {/* none */}</B.C></>;\n";
    const filePath = "/work/a.tsx";
    expect(plainTree(read(jsx, { filePath, sourceType: "module" })?.ast as object)).toEqual(typescriptTree(jsx, filePath));
  });

  it("is left to TypeScript's parser where there is a fault", () => {
    expect(read("const = 1;", { filePath: "/work/a.ts", sourceType: "module" })).toBeUndefined();
  });

  it("is left to TypeScript's parser where a comment turns on rules, which may ask for tokens", () => {
    expect(read("/* eslint no-var: 2 */ var a;", { filePath: "/work/a.ts", sourceType: "module" })).toBeUndefined();
    expect(read("/* eslint-disable no-var */ var a; // eslint no-var: 2", { filePath: "/work/a.ts", sourceType: "module" })).toBeDefined();
  });

  it("may return on its first level in CommonJS only", () => {
    expect(read("return 1;", { filePath: "/work/a.cjs", sourceType: "commonjs" })).toBeDefined();
    expect(read("return 1;", { filePath: "/work/a.js", sourceType: "module" })).toBeUndefined();
  });
});

describe("the programs of all rule tests", () => {
  function lintGroup({ programs, rules: levels, settings }: ProgramGroup, parser: Linter.Parser): object {
    const linter = new Linter({ cwd: "/work" });
    const config: Linter.Config = { files: ["**/*.*"], plugins: { leakproof: { rules: rules as never } }, rules: levels as never, settings: settings, languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, linterOptions: { reportUnusedDisableDirectives: "off" } };
    return Object.fromEntries(programs.map(({ code, file }) => [`${file}\n${code}`, linter.verify(code, [config], { filename: `/work/${file}` }).map(({ line, column, ruleId, message }) => `${String(line)}:${String(column)} ${String(ruleId)} ${message}`)]));
  }

  it("report the same", async () => {
    const oxc = { parseForESLint: (code: string, options: Record<string, unknown>) => read(code, options as never) ?? typescriptParser.parseForESLint(code, options) } as Linter.Parser;
    for (const group of await collectProgramGroups()) expect(lintGroup(group, oxc)).toEqual(lintGroup(group, typescriptParser));
  }, 240_000);
});

describe("the command", () => {
  const project = (): string => writeProject({ "a.js": LEAK, "b.ts": `const n: number = 1;\n${LEAK}`, "c.tsx": "export const c = <p>{1}</p>;\n", "d.js": "const = 1;\n" });

  it("says the same with oxc-parser and without", () => {
    const without = installCopy(project(), ["eslint", "@typescript-eslint"])();
    const within = installCopy(project(), ["eslint", "@typescript-eslint", "oxc-parser"])();
    expect(within.stdout.replaceAll(/\/\S*\//gu, "")).toBe(without.stdout.replaceAll(/\/\S*\//gu, ""));
    expect(within).toMatchObject({ exitCode: 1, stderr: "" });
  });
});
