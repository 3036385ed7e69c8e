/** Programs in which each layer names the one below it many times over, so that whoever follows every way never comes back. */
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";

import plugin from "../../src/index.ts";

const MOST_MILLISECONDS = 2_000;

const each = (count: number, write: (index: number) => string): string => Array.from({ length: count }, (_, index) => write(index)).join("\n");
const names = `let ${Array.from({ length: 10 }, (_, index) => `a${String(index)}`).join(", ")};`;
const layers = each(9, (layer) => each(12, (way) => `a${String(layer + 1)} = y.q${String(way)} ? a${String(layer)} : a${String(layer)}.part;`));
const members = (leaf: string): string =>
  each(4, (layer) => each(20, (index) => `#t${String(layer)}_${String(index)}() { ${layer < 3 ? each(20, (next) => `this.#t${String(layer + 1)}_${String(next)}();`) : leaf} }`));

const PROGRAMS: readonly (readonly [string, string])[] = [
  ["assignments behind a listener's target", `export function f(p, q, y) { ${names} a0 = p; ${layers} a9.addEventListener("data", () => q); }`],
  ["assignments behind an emitter", `export class A { dispose() {} f(p, q, y) { ${names} a0 = p; ${layers} this.e = a9.onDidChange(() => q); a9.subscribe(() => 1); } }`],
  ["texts behind a key", `const m = new Map(); export function f(p) { const a0 = String(p); ${each(9, (layer) => `const a${String(layer + 1)} = \`${`\${a${String(layer)}}-`.repeat(14)}\`;`)} m.set(a9, 1); m.delete(a9 + "x"); }`],
  ["methods that end a collection", `export class S { #m = new Map(); add(k) { this.#m.set(k, {}); } dispose() { this.#t0_0(); } ${members("this.#m.clear();")} }`],
  ["functions behind a removal", `const m = new Map(); const n = new Map(); ${each(4, (layer) => each(20, (index) => `function g${String(layer)}_${String(index)}(k) { ${layer < 3 ? each(20, (next) => `g${String(layer + 1)}_${String(next)}(k);`) : "work(k);"} }`))} export function add(k) { m.set(k, {}); n.set(k, {}); } export function remove(k) { n.delete(k); g0_0(k); }`],
];

describe("layered programs", () => {
  test.each(PROGRAMS)("are linted in time: %s", (_, program) => {
    const before = process.cpuUsage();
    const messages = new Linter().verify(program, [{ files: ["**/*.ts"], plugins: { leakproof: plugin }, rules: plugin.configs.strict.rules as never, languageOptions: { parser } }], { filename: "file.ts" });
    const { user, system } = process.cpuUsage(before);
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect((user + system) / 1000).toBeLessThan(MOST_MILLISECONDS);
  });
});
