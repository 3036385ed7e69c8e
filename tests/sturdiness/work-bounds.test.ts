/** Programs in which a question leads to many others of its kind: every search has a bound, and then answers "unknown". */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";

import plugin from "../../src/index.ts";

/** CPU time of a lint with all rules. Without a bound, most of these programs have no end. */
const PATIENCE_MS = 20_000;
const SIZE = 30;

const each = (line: (index: number) => string, count = SIZE): string => Array.from({ length: count }, (_, index) => line(index)).join("\n");
const all = (line: (one: number, other: number) => string): string => each((one) => each((other) => line(one, other)));

const PROGRAMS: Readonly<Record<string, string>> = {
  "functions that all call each other": `const cache = new Map();\n${each((f) => `function f${f}(x) { cache.set(x, 1); setInterval(() => x, 9);\n${each((g) => `f${g}(x);`)} }`)}\nf0(1);`,
  "methods that all call each other": `export class A { cache = new Map(); close() { clearInterval(this.q); }\n${each((f) => `#f${f}(x) { this.cache.set(x, 1); this.t${f} = setInterval(() => x, 9);\n${each((g) => `this.#f${g}(x);`)} }`)}\n open(x) { this.#f0(x); } }`,
  "listeners that may each be any other": `export function mix(c) {\n${each((v) => `let v${v} = () => ${v};`)}\n${all((v, w) => `v${v} = c ? v${w} : v${(w + 1) % SIZE};`)}\nwindow.addEventListener("a", v0); window.removeEventListener("a", v1); }`,
  "a key that doubles with each name": `const m = new Map(); export function put(a, v) { const k0 = a + "x";\n${each((k) => `const k${k + 1} = k${k} + ":" + k${k};`)}\nm.set(k${SIZE}, v); } export function drop(a) { const k0 = a + "y";\n${each((k) => `const k${k + 1} = k${k} + ":" + k${k};`)}\nm.delete(k${SIZE}); }`,
  "a key that doubles with each function": `const m = new Map(); const f0 = (a) => a + "x";\n${each((f) => `const f${f + 1} = (a) => f${f}(a) + ":" + f${f}(a);`)}\nexport function put(a, v) { m.set(f${SIZE}(a), v); } export function drop(a) { m.delete(f${SIZE}(a + 1)); }`,
  "keys that may each be any other": `const m = new Map();\n${each((k) => `let k${k} = "a";`)}\nexport function mix(c) {\n${all((k, l) => `k${k} = c ? k${l} : k${(l + 1) % SIZE};`)}\nm.set(k0, 1); }`,
  "a collection that every function hands to every other": `const m = new Map();\n${each((f) => `function f${f}(c, x) {\n${each((g) => `f${g}(c, x);`)}\nc.set(x, 1); }`)}\nexport function put(x) { f0(m, x); }`,
  "a handle that every function hands to every other": `import fs from "node:fs";\n${each((f) => `function open${f}(p) {\n${each((g) => `if (p === ${g}) return open${g}(p);`)}\nreturn fs.openSync(p); } function close${f}(h) {\n${each((g) => `close${g}(h);`)}\nfs.closeSync(h); }`)}\nexport function go(p) { const h = open0(p); p(); close0(h); }`,
  "as many paths as conditions allow": `import fs from "node:fs"; export function go(p, c) {\n${each((f) => `let c${f} = false;`)}\nconst h = fs.openSync(p);\n${each((f) => `if (p(${f})) c${f} = true;`)}\n${each((f) => `if (c${f}) p(${f});`)}\nif (c0) fs.closeSync(h); }`,
  "many handles in a loop of finally blocks": `import fs from "node:fs"; export function go(p, c) {\n${each((h) => `const h${h} = fs.openSync(p);`)}\nwhile (c()) {\n${each((h) => `if (c(${h})) { try { c(); } finally { if (c) fs.closeSync(h${h}); } }`)}\n} }`,
};

/** Lints with all rules; answers the CPU time in milliseconds. */
function cost(code: string): number {
  const before = process.cpuUsage();
  const messages = new Linter().verify(code, [{ files: ["**/*.ts"], ...plugin.configs.strict, languageOptions: { parser: typescriptParser } }], { filename: "src/odd.ts" });
  const { user, system } = process.cpuUsage(before);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return (user + system) / 1000;
}

describe("work is bounded for", () => {
  test.each(Object.entries(PROGRAMS))("%s", { timeout: 120_000 }, (_, code) => {
    expect(cost(code)).toBeLessThan(PATIENCE_MS);
  });
});
