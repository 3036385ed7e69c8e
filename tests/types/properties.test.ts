import { describe, expect, test } from "vitest";

import { ask, register } from "./ask.ts";

function disposalOf(code: string): "sync" | "async" | undefined {
  const { types, node } = ask(code);
  return types.disposalOf(node);
}

function hasMember(code: string, name: string): boolean | undefined {
  const { types, node } = ask(code);
  return types.hasMember(node, name);
}

describe("disposalOf", () => {
  test.each(register([
    ["a class with a dispose method", `class A { [Symbol.dispose]() {} } ask(new A());`],
    ["a Disposable", `declare const x: Disposable; ask(x);`],
    ["a Disposable or undefined", `declare const x: Disposable | undefined; ask(x);`],
    ["a subclass", `class A { [Symbol.dispose]() {} } class B extends A {} ask(new B());`],
    ["a type parameter", `function f<T extends Disposable>(x: T) { ask(x); }`],
    ["an object literal", `ask({ [Symbol.dispose]() {} });`],
    ["both kinds", `declare const x: Disposable & AsyncDisposable; ask(x);`],
    ["a DisposableStack", `ask(new DisposableStack());`],
    ["a timer of Node", `ask(setTimeout(() => {}, 1));`],
    ["this", `class A { [Symbol.dispose]() { ask(this); } }`],
  ]))("sync: %s", (_, code) => {
    expect(disposalOf(code)).toBe("sync");
  });

  test.each(register([
    ["an AsyncDisposable", `declare const x: AsyncDisposable | null; ask(x);`],
    ["a file handle of Node", `import { open } from "node:fs/promises"; ask(await open("a"));`],
    ["what is async in all cases and sync in one", `declare const x: AsyncDisposable | (Disposable & AsyncDisposable); ask(x);`],
  ]))("async: %s", (_, code) => {
    expect(disposalOf(code)).toBe("async");
  });

  test.each(register([
    ["a plain object", `ask({ dispose() {} });`],
    ["a promise of a disposable", `declare const x: Promise<Disposable>; ask(x);`],
    ["a union in which one is not", `declare const x: Disposable | Date; ask(x);`],
    ["a symbol of someone's own", `declare const dispose: unique symbol; class A { [dispose]() {} } ask(new A());`],
    ["any", `declare const x: any; ask(x);`],
    ["never", `declare const x: never; ask(x);`],
    ["a string", `ask("a");`],
  ]))("neither: %s", (_, code) => {
    expect(disposalOf(code)).toBeUndefined();
  });
});

describe("hasMember", () => {
  test.each(register([
    ["an own method", `class A { close() {} } ask(new A());`, "close"],
    ["an inherited method", `class A { close() {} } class B extends A {} ask(new B());`, "close"],
    ["a member of all in a union", `declare const x: { close(): void } | { close: 1 } | undefined; ask(x);`, "close"],
    ["a member of a string", `ask("a");`, "length"],
    ["a well-known symbol", `ask(new Map());`, "[iterator]"],
  ]))("yes: %s", (_, code, name) => {
    expect(hasMember(code, name)).toBe(true);
  });

  test.each(register([
    ["nothing of the name", `class A { close() {} } ask(new A());`, "end"],
    ["no well-known symbol", `ask({ a: 1 });`, "[iterator]"],
    ["none in a union", `declare const x: Date | string; ask(x);`, "close"],
  ]))("no: %s", (_, code, name) => {
    expect(hasMember(code, name)).toBe(false);
  });

  test.each(register([
    ["only one in a union", `declare const x: { close(): void } | Date; ask(x);`, "close"],
    ["a record", `declare const x: Record<string, () => void>; ask(x);`, "close"],
    ["any", `declare const x: any; ask(x);`, "close"],
    ["a free type parameter", `function f<T>(x: T) { ask(x); }`, "close"],
    ["a private name", `class A { #x = 1; m() { ask(this); } }`, "#x"],
  ]))("not known: %s", (_, code, name) => {
    expect(hasMember(code, name)).toBeUndefined();
  });
});
