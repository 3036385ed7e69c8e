import { describe, expect, test } from "vitest";

import { ask, register } from "./ask.ts";


function answersOf(question: "isPrimitive" | "isFiniteDomain", code: string): boolean | undefined {
  const { types, node } = ask(code);
  return types[question](node);
}

describe("isPrimitive", () => {
  test.each(register([
    ["a string", `declare const x: string; ask(x);`],
    ["a number", `declare const x: number; ask(x);`],
    ["a bigint literal", `ask(1n);`],
    ["a boolean", `declare const x: boolean; ask(x);`],
    ["a symbol", `declare const x: symbol; ask(x);`],
    ["a unique symbol", `declare const x: unique symbol; ask(x);`],
    ["an enum", `enum E { A, B } declare const x: E; ask(x);`],
    ["an enum with one member", `enum E { A = "a" } declare const x: E; ask(x);`],
    ["an enum with computed members", `enum E { A = Math.random(), B = 1 } declare const x: E; ask(x);`],
    ["a computed enum member", `enum E { A = Math.random(), B = 1 } ask(E.A);`],
    ["a union with null and undefined", `declare const x: string | 1 | null | undefined; ask(x);`],
    ["undefined alone", `ask(undefined);`],
    ["a template", "declare const x: `a-${string}`; ask(x);"],
    ["a capitalised string", `declare const x: Uppercase<string>; ask(x);`],
    ["a branded string", `declare const x: string & { readonly brand: "id" }; ask(x);`],
    ["a type parameter that extends string", `function f<T extends string>(x: T) { ask(x); }`],
    ["a key of a type parameter", `function f<T>(x: keyof T) { ask(x); }`],
    ["a template expression", "declare const x: object; ask(`${x}`);"],
  ]))("yes: %s", (_, code) => {
    expect(answersOf("isPrimitive", code)).toBe(true);
  });

  test.each(register([
    ["a class instance", `class A {} declare const x: A; ask(x);`],
    ["an object or undefined", `declare const x: { a: 1 } | undefined; ask(x);`],
    ["an array", `declare const x: string[]; ask(x);`],
    ["a function", `ask(() => 1);`],
    ["the object that an enum is", `enum E { A = Math.random() } ask(E);`],
    ["any object", `declare const x: object; ask(x);`],
    ["this", `class A { m() { ask(this); } }`],
    ["a type parameter that extends a class", `class A { a = 1 } function f<T extends A>(x: T) { ask(x); }`],
  ]))("no: %s", (_, code) => {
    expect(answersOf("isPrimitive", code)).toBe(false);
  });

  test.each(register([
    ["any", `declare const x: any; ask(x);`],
    ["unknown", `declare const x: unknown; ask(x);`],
    ["never", `declare const x: never; ask(x);`],
    ["a free type parameter", `function f<T>(x: T) { ask(x); }`],
    ["a primitive or an object", `declare const x: string | Date; ask(x);`],
    ["a type that cannot be found", `declare const x: Missing; ask(x);`],
    ["a value of a module that cannot be found", `import { x } from "missing"; ask(x);`],
  ]))("not known: %s", (_, code) => {
    expect(answersOf("isPrimitive", code)).toBeUndefined();
  });
});

describe("isFiniteDomain", () => {
  test.each(register([
    ["a literal", `const x = "a"; ask(x);`],
    ["literals", `declare const x: "a" | "b" | undefined; ask(x);`],
    ["a boolean", `declare const x: boolean; ask(x);`],
    ["an enum", `enum E { A, B } declare const x: E; ask(x);`],
    ["an enum with computed members", `enum E { A = Math.random(), B = 1 } declare const x: E; ask(x);`],
    ["the keys of a fixed shape", `declare const x: keyof { a: 1; b: 2 }; ask(x);`],
    ["a key that extends those of a fixed shape", `function f<K extends keyof { a: 1; b: 2 }>(x: K) { ask(x); }`],
    ["a template of literals", "declare const x: `${'a' | 'b'}-${1 | 2}`; ask(x);"],
    ["a unique symbol", `declare const x: unique symbol; ask(x);`],
    ["a branded literal", `declare const x: ("a" | "b") & { readonly brand: 1 }; ask(x);`],
  ]))("yes: %s", (_, code) => {
    expect(answersOf("isFiniteDomain", code)).toBe(true);
  });

  test.each(register([
    ["a string", `declare const x: string; ask(x);`],
    ["a number or a literal", `declare const x: number | "a"; ask(x);`],
    ["a template with a string in it", "declare const x: `a-${string}`; ask(x);"],
    ["a branded string", `declare const x: string & { readonly brand: "id" }; ask(x);`],
    ["an open union", `declare const x: "a" | (string & {}); ask(x);`],
    ["the keys of a record", `declare const x: keyof Record<string, 1>; ask(x);`],
    ["a key of a type parameter", `function f<T>(x: keyof T) { ask(x); }`],
    ["an object", `declare const x: { a: 1 }; ask(x);`],
  ]))("no: %s", (_, code) => {
    expect(answersOf("isFiniteDomain", code)).toBe(false);
  });

  test.each(register([
    ["any", `declare const x: any; ask(x);`],
    ["unknown", `declare const x: unknown; ask(x);`],
    ["a free type parameter", `function f<T>(x: T) { ask(x); }`],
  ]))("not known: %s", (_, code) => {
    expect(answersOf("isFiniteDomain", code)).toBeUndefined();
  });
});
