import { describe, expect, test } from "vitest";

import { textAfter } from "./changes.ts";

const named = (text: string): string | undefined => textAfter("function-for-expression", text);

describe("functions", () => {
  test.each([
    ["a template, of what belongs to no file", "const sep = 1; function f(a: string, b) { m.set(`${a}${sep}${b}`, process); }", "const sep = 1; function f(a: string, b) { m.set(v0q(a, b), process); }\nfunction v0q(a: string, b) { return `${a}${sep}${b}`; }\n"],
    ["a sum with a text", `(a) => m.get("x" + a.b + 1);\n`, `(a) => m.get(v0q(a));\nfunction v0q(a) { return "x" + a.b + 1; }\n`],
    ["equal texts, together", `(a, b) => { m.set("x" + a, b); m.delete("x" + a); }\n`, `(a, b) => { m.set(v0q(a), b); m.delete(v0q(a)); }\nfunction v0q(a) { return "x" + a; }\n`],
    ["texts in texts, the outer one", "(a) => m.get(`${m.get(`${a}`)}`);\n", "(a) => m.get(v0q(a));\nfunction v0q(a) { return `${m.get(`${a}`)}`; }\n"],
    ["what has variables of its own", "(a) => m.get(`${a.map((b) => b.c)}`);\n", "(a) => m.get(v0q(a));\nfunction v0q(a) { return `${a.map((b) => b.c)}`; }\n"],
    ["a variable with a type of its place, without it", "function f<T>(a: T) { m.get(`${a}`); }\n", "function f<T>(a: T) { m.get(v0q(a)); }\nfunction v0q(a) { return `${a}`; }\n"],
    ["a variable that changes, if nothing is called meanwhile", "(a) => { a = 1; m.get(`${a}`); }\n", "(a) => { a = 1; m.get(v0q(a)); }\nfunction v0q(a) { return `${a}`; }\n"],
  ])("stand for %s", (_, text, expected) => {
    expect(named(text)).toBe(expected);
  });

  test.each([
    ["sums that may be numbers", "m.get(a + b);"],
    ["what is only literal", `m.get("a" + "b"); m.get(\`a\`);`],
    ["arguments of calls by name", "get(`${a}`);"],
    ["what is bound to its place", "class A { async *f() { m.get(`${this.a}`); m.get(`${super.a}`); m.get(`${await a}`); m.get(`${yield a}`); m.get(`${a.#b}`); m.get(`${arguments.length}`); m.get(`${new.target}`); } #b; }"],
    ["what writes", "(a) => m.get(`${a++}`);"],
    ["a variable that what is called may change", "(a) => { const f = () => { a = 2; }; m.get(`${f()}${a}`); }"],
    ["types of their place", "function f<T>(a) { m.get(`${a as T}`); }"],
    ["tagged templates", "m.get(sql`${a}`);"],
  ])("do not stand for %s", (_, text) => {
    expect(named(text)).toBeUndefined();
  });
});
