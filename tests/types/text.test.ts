import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { root } from "../support/typed-program.ts";
import { ask, register } from "./ask.ts";

function textOf(code: string, files?: Readonly<Record<string, string>>): { readonly kind: string; readonly because?: string } | undefined {
  const { types, node } = ask(code, files);
  return types.textOf(node);
}

describe("textOf", () => {
  test.each(register([
    ["a string", `declare const x: string | undefined; ask(x);`],
    ["a branded string", `declare const x: string & { readonly brand: "id" }; ask(x);`],
    ["a number", `ask(1);`],
    ["null", `ask(null);`],
  ]))("primitive: %s", (_, code) => {
    expect(textOf(code)?.kind).toBe("primitive");
  });

  test.each(register([
    ["a date", `ask(new Date());`],
    ["a URL", `declare const x: URL; ask(x);`],
    ["search parameters", `declare const x: URLSearchParams; ask(x);`],
    ["a buffer", `declare const x: Buffer; ask(x);`],
    ["an error", `ask(new TypeError("a"));`],
    ["an error of the project", `class Timeout extends Error {} ask(new Timeout());`],
    ["a regular expression", `ask(/a/);`],
    ["a class with toString", `class A { id = 1; toString() { return String(this.id); } } ask(new A());`],
    ["a subclass of it", `class A { id = 1; toString() { return "a"; } } class B extends A {} ask(new B());`],
    ["an interface with toString", `interface A { toString(): string } declare const x: A; ask(x);`],
    ["a class with toPrimitive", `class A { [Symbol.toPrimitive]() { return "a"; } } ask(new A());`],
    ["an object literal with toString", `ask({ toString: () => "a" });`],
    ["an array of strings", `ask(["a"]);`],
    ["an empty tuple", `declare const x: []; ask(x);`],
    ["a date or a string", `declare const x: Date | string; ask(x);`],
  ]))("own: %s", (_, code) => {
    expect(textOf(code)?.kind).toBe("own");
  });

  test.each(register([
    ["a class", `class A { id = 1 } ask(new A());`],
    ["an empty class", `class A {} ask(new A());`],
    ["an object literal", `ask({ a: 1 });`],
    ["a record", `declare const x: Record<string, number>; ask(x);`],
    ["an interface", `interface Context { deadline: number } declare const x: Context | undefined; ask(x);`],
    ["a map", `ask(new Map());`],
    ["a promise", `ask(Promise.resolve(1));`],
    ["an abort signal", `declare const x: AbortSignal; ask(x);`],
    ["a request of Node", `import type { IncomingMessage } from "node:http"; declare const x: IncomingMessage; ask(x);`],
    ["an array of objects", `ask([{ a: 1 }]);`],
    ["a class whose field alone has a text", `class A { date = new Date() } ask(new A());`],
    ["this", `class A { id = 1; m() { ask(this); } }`],
  ]))("default: %s", (_, code) => {
    expect(textOf(code)?.kind).toBe("default");
  });

  test.each(register([
    ["an arrow function", `ask(() => 1);`],
    ["a class itself", `class A {} ask(A);`],
    ["a method", `class A { m() {} } ask(new A().m);`],
  ]))("function: %s", (_, code) => {
    expect(textOf(code)?.kind).toBe("function");
  });

  test.each(register([
    ["any", `declare const x: any; ask(x);`],
    ["unknown", `declare const x: unknown; ask(x);`],
    ["any object", `declare const x: object; ask(x);`],
    ["{}", `declare const x: {}; ask(x);`],
    ["Object", `declare const x: Object; ask(x);`],
    ["an empty interface", `interface A {} declare const x: A; ask(x);`],
    ["a free type parameter", `function f<T>(x: T) { ask(x); }`],
    ["a type parameter that extends a plain type", `function f<T extends { a: 1 }>(x: T) { ask(x); }`],
    ["a string or a plain object", `declare const x: string | { a: 1 }; ask(x);`],
    ["a list of anything", `declare const x: any[]; ask(x);`],
    ["a list of itself", `interface L extends Array<L> {} declare const x: L; ask(x);`],
    ["a missing type", `declare const x: Missing; ask(x);`],
  ]))("not known: %s", (_, code) => {
    expect(textOf(code)).toBeUndefined();
  });
});

describe("textOf: changing", () => {
  test.each(register([
    ["the clock", "toString() { return `${this.deadline - Date.now()} ms`; }", "`Date.now()` in `Context.toString`"],
    ["a date of now", "toString() { return new Date().toISOString(); }", "`new Date()` in `Context.toString`"],
    ["a date of now without parentheses", "toString() { const now = new Date; return String(now); }", "`new Date` in `Context.toString`"],
    ["Date as a function", "toString() { return Date(); }", "`Date()` in `Context.toString`"],
    ["the performance clock", "toString() { return String(performance.now()); }", "`performance.now()` in `Context.toString`"],
    ["chance", "toString() { return String(Math.random()); }", "`Math.random()` in `Context.toString`"],
    ["the process", "toString() { return String(process.uptime()); }", "`process.uptime()` in `Context.toString`"],
    ["the process's clock", "toString() { return String(process.hrtime.bigint()); }", "`process.hrtime.bigint()` in `Context.toString`"],
    ["a random id", "toString() { return crypto.randomUUID(); }", "`crypto.randomUUID()` in `Context.toString`"],
    ["an imported function", "toString() { return makeId(); }", "`makeId()` in `Context.toString`"],
    ["a method", "toString() { return String(this.left()); } left() { return this.deadline - Date.now(); }", "`Date.now()` in `Context.left`"],
    ["a private method", "toString() { return String(this.#left()); } #left() { return this.deadline - Date.now(); }", "`Date.now()` in `Context.#left`"],
    ["a getter", "toString() { return `${this.left}`; } get left() { return this.deadline - Date.now(); }", "`Date.now()` in `Context.left`"],
    ["an arrow function in a field", "toString() { return `${this.left()}`; } left = () => this.deadline - Date.now();", "`Date.now()` in `Context.left`"],
    ["a function of the file", "toString() { return `${remaining(this.deadline)}`; }", "`Date.now()` in `remaining`"],
    ["a field that changes", "toString() { return `${this.clock}`; } clock = new Clock();", "`Date.now()` in `Clock.toString`"],
    ["a field that changes, through String", "toString() { return String(this.clock); } clock = new Clock();", "`Date.now()` in `Clock.toString`"],
    ["a field that changes, through its toString", "toString() { return this.clock.toString(); } clock = new Clock();", "`Date.now()` in `Clock.toString`"],
    ["its parent", "parent?: Context; toString(): string { return this.parent ? `${this.parent}.child` : `root ${Date.now()}`; }", "`Date.now()` in `Context.toString`"],
    ["toPrimitive", "toString() { return 'a'; } [Symbol.toPrimitive]() { return Date.now(); }", "`Date.now()` in `Context[Symbol.toPrimitive]`"],
    ["a callback", "toString() { return [1].map(() => Date.now()).join(); }", "`Date.now()` in `Context.toString`"],
  ], ([, members]) => contextWith(members)))("%s", (_, members, because) => {
    expect(textOf(contextWith(members))).toEqual({ kind: "changing", because });
  });

  test.each(register([
    ["a moment that was kept", "created = Date.now(); toString() { return `${this.created}`; }"],
    ["a deadline as a date", "toString() { return new Date(this.deadline).toISOString(); }"],
    ["an id that is made once", "id?: string; toString() { return (this.id ??= crypto.randomUUID()); }"],
    ["an id that is made once, the long way", "id?: string; toString() { if (!this.id) this.id = crypto.randomUUID(); return this.id; }"],
    ["a moment of use that is noted", "used = 0; toString() { this.used = Date.now(); return 'a'; }"],
    ["a call for its effect", "used = 0; toString() { this.touch(); return 'a'; } touch() { return Date.now(); }"],
    ["another method", "toString() { return 'a'; } left() { return this.deadline - Date.now(); }"],
    ["a setter beside the getter", "get a() { return 1; } set a(value) { console.log(Date.now()); } toString() { return `${this.a}`; }"],
    ["a clock of its own", "toString() { const Date = { now: () => 1 }; return String(Date.now()); }"],
    ["a method that calls itself", "toString(): string { return this.again(); } again(): string { return this.again(); }"],
    ["a parent that does not change", "parent?: Context; toString(): string { return `${this.parent}.child`; }"],
  ], ([, members]) => contextWith(members)))("not: %s", (_, members) => {
    expect(textOf(contextWith(members))).toEqual({ kind: "own" });
  });

  test("a subclass says it too", () => {
    expect(textOf(`class A { toString() { return String(Date.now()); } } class B extends A {} ask(new B());`)?.kind).toBe("changing");
  });

  test("one member of a union is enough", () => {
    const code = `class A { toString() { return String(Date.now()); } } declare const x: A | string; ask(x);`;
    expect(textOf(code)).toEqual({ kind: "changing", because: "`Date.now()` in `A.toString`" });
  });

  test("an array of what changes", () => {
    expect(textOf(`class A { toString() { return String(Date.now()); } } ask([new A()]);`)?.kind).toBe("changing");
  });

  test("a class of another file", () => {
    const files = { "src/clock.ts": `export class Clock { toString() { return String(now()); } } function now() { return Date.now(); }` };
    expect(textOf(`import { Clock } from "./clock"; ask(new Clock());`, files)).toEqual({ kind: "changing", because: "`Date.now()` in `now`" });
  });

  test("a declaration file has no bodies to read", () => {
    const files = { "src/clock.d.ts": `export declare class Clock { toString(): string; }` };
    expect(textOf(`import { Clock } from "./clock"; ask(new Clock());`, files)).toEqual({ kind: "own" });
  });

  test("the context of the etcd example", () => {
    const context = readFileSync(path.join(root, "examples/etcd-lock/leaky/context.ts"), "utf8");
    const code = `import type { Context } from "./context"; declare const ctx: Context; ask(ctx);`;
    expect(textOf(code, { "src/context.ts": context })).toEqual({ kind: "changing", because: "`Date.now()` in `Context.toString`" });
  });
});

function contextWith(members: string): string {
  return `
    import { randomUUID as makeId } from "node:crypto";
    class Clock { toString() { return String(Date.now()); } }
    function remaining(deadline: number) { return deadline - Date.now(); }
    class Context { deadline = 1; ${members} }
    ask(new Context());
  `;
}
