import { describe, expect, test } from "vitest";

import { buildKeyForm } from "../../src/subjects/key/build-key-form.ts";
import { printForm } from "../../src/subjects/key/key-form.ts";
import { calleeName } from "../../src/syntax/tree.ts";
import { readFile } from "./read-file.ts";

/** The form of the argument of `key(…)`. */
function formOf(code: string): string {
  const file = readFile(code);
  const call = file.nodes.calls.find((candidate) => calleeName(candidate) === "key");
  const argument = call?.arguments[0];
  if (argument === undefined) throw new Error("The code has no call of key(…).");
  return printForm(buildKeyForm(file, argument));
}

describe("text", () => {
  test.each([
    ["a template", "function f(id) { key(`user:${id}!`); }"],
    ["a sum", 'function f(id) { key("user:" + id + "!"); }'],
    ["a join", 'function f(id) { key(["user:", id, "!"].join("")); }'],
    ["a constant prefix", 'const P = "user:"; function f(id) { key(P + id + "!"); }'],
    ["a prefix in a field", 'class A { prefix = "user:"; f(id) { key(this.prefix + id + "!"); } }'],
    ["a constant variable", "function f(id) { const k = `user:${id}!`; key(k); }"],
    ["a variable given later", "function f(id) { let k; k = `user:${id}!`; key(k); }"],
    ["a helper", "const of = (x) => `user:${x}!`; function f(id) { key(of(id)); }"],
    ["a helper of a helper", "const a = (x) => `${x}!`; function b(y) { const z = a(y); return `user:${z}`; } function f(id) { key(b(id)); }"],
    ["a method", "class A { #of(x) { return `user:${x}!`; } f(id) { key(this.#of(id)); } }"],
    ["a static method", "class A { static of(x) { return `user:${x}!`; } f(id) { key(A.of(id)); } }"],
    ["concat", 'function f(id) { key("user:".concat(id, "!")); }'],
    ["a type assertion", "function f(id) { key((`user:${id}!` as string)!); }"],
  ])("%s", (_name, code) => {
    expect(formOf(code)).toBe('concat("user:", text(id), "!")');
  });
  test("String, toString and an empty template are one", () => {
    expect(formOf("function f(x) { key(String(x)); }")).toBe("text(x)");
    expect(formOf("function f(x) { key(x.toString()); }")).toBe("text(x)");
    expect(formOf("function f(x) { key(`${x}`); }")).toBe("text(x)");
    expect(formOf('function f(x) { key(x + ""); }')).toBe("text(x)");
  });
  test("a sum of two unknown values may be a number", () => {
    expect(formOf("function f(a, b) { key(a + b); }")).toBe("+(a, b)");
  });
});

describe("values", () => {
  test.each([
    ["a literal", "key(1);", "1"],
    ["a member of a constant object", 'const KEYS = { user: "u" }; key(KEYS.user);', '"u"'],
    ["destructuring", "function f(user) { const { id } = user; key(id); }", "user.id"],
    ["destructuring in depth", "function f(user) { const { a: { b } } = user; key(b); }", "user.a.b"],
    ["a destructured parameter of a helper", "const of = ({ id }) => id; function f(user) { key(of(user)); }", "user.id"],
    ["an argument written in place", "const of = ({ id }) => id; function f(n) { key(of({ id: n })); }", "n"],
    ["a default of a helper", 'const of = (x, sep = ":") => x + sep; function f(id) { key(of(id)); }', 'concat(text(id), ":")'],
    ["a getter", "class A { get k() { return this.id; } f() { key(this.k); } }", "this.id"],
    ["a field", "class A { f() { key(this.id); } }", "this.id"],
    ["a member of an entry", "function f(entry) { key(entry.key); }", "entry.key"],
    ["an await", "async function f(x) { key(await load(x)); }", "load(x)"],
    ["a choice", 'function f(x) { key(x ?? "none"); }', 'one of(x, "none")'],
    ["a call of an imported function", 'import { hash } from "h"; function f(x) { key(hash(x)); }', "hash(x)"],
    ["a method of a value", "function f(x) { key(x.toLowerCase()); }", ".toLowerCase(x)"],
    ["a variable that is extended", 'function f(x) { x = "a" + x; key(x); }', 'concat("a", text(x))'],
    ["a recursion ends", "const of = (x) => of(x); key(of(1));", "?"],
  ])("%s", (_name, code, form) => {
    expect(formOf(code)).toBe(form);
  });
});

describe("what is new each time", () => {
  test.each([
    ["an object", "key({ a: 1 });", "fresh an object literal"],
    ["new", "key(new Foo());", "fresh a new `Foo`"],
    ["an object in a local constant", "function f() { const o = {}; key(o); }", "fresh an object literal"],
    ["the keys of an object", "function f(o) { key(Object.keys(o)); }", "fresh the result of `Object.keys()`"],
    ["the time", "key(Date.now());", "changing time"],
    ["a random id", 'import { v4 as uuid } from "uuid"; key(uuid());', "changing random"],
    ["a counter", "let n = 0; key(++n);", "changing counter"],
    ["a symbol", "key(Symbol());", "changing symbol"],
  ])("%s", (_name, code, form) => {
    expect(formOf(code)).toBe(form);
  });
  test("not an object that the module keeps", () => {
    expect(formOf("const o = {}; function f() { key(o); }")).toBe("o");
  });
  test("not a clock of the file's own", () => {
    expect(formOf("const Date = { now() { return 1; } }; key(Date.now());")).toBe("1");
  });
});
