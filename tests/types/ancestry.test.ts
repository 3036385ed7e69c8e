import { describe, expect, test } from "vitest";

import { ask, register } from "./ask.ts";

const ETCD = {
  "node_modules/etcd3/package.json": `{ "name": "etcd3", "version": "1.0.0", "types": "index.d.ts" }`,
  "node_modules/etcd3/index.d.ts": `
    export declare class Lease { release(): Promise<void>; }
    export default class Etcd3 extends Lease { watch(): void; static create(): Etcd3; }
    export interface Options { a: 1 }
  `,
};

const SCOPED = {
  "node_modules/@scope/pkg/package.json": `{ "name": "@scope/pkg", "version": "1.0.0", "types": "lib/index.d.ts" }`,
  "node_modules/@scope/pkg/lib/index.d.ts": `export declare class Pool { end(): void; }`,
  "node_modules/@types/scope__typed/index.d.ts": `export declare class Typed { end(): void; }`,
  "node_modules/@types/plain/index.d.ts": `export declare class Plain { end(): void; }`,
};

/** `name@module`, without the second part for types of the project itself. */
function describeOrigin(origin: { readonly name: string; readonly module: string | undefined } | undefined): string | undefined {
  return origin === undefined ? undefined : origin.module === undefined ? origin.name : `${origin.name}@${origin.module}`;
}

function originOf(code: string, files?: Readonly<Record<string, string>>): string | undefined {
  const { types, node } = ask(code, files);
  return describeOrigin(types.originOf(node));
}

function ancestryOf(code: string, files?: Readonly<Record<string, string>>): readonly (string | undefined)[] | undefined {
  const { types, node } = ask(code, files);
  return types.ancestryOf(node)?.map(describeOrigin);
}

describe("originOf", () => {
  test.each(register([
    ["a class of the project", `class A { a = 1 } ask(new A());`, "A"],
    ["a class of the language", `ask(new Map<string, number>());`, "Map@lib"],
    ["a class of the DOM", `declare const x: HTMLElement | null; ask(x);`, "HTMLElement@lib"],
    ["a class of a Node module", `import { watch } from "node:fs"; ask(watch("a"));`, "FSWatcher@fs"],
    ["an emitter", `import { EventEmitter } from "events"; ask(new EventEmitter());`, "EventEmitter@events"],
    ["an array", `ask(["a"]);`, "Array@lib"],
    ["a member of null and undefined", `class A { a = 1 } declare const x: A | null | undefined; ask(x);`, "A"],
    ["a union of the same generic type", `declare const x: Map<string, 1> | Map<number, 2>; ask(x);`, "Map@lib"],
    ["a type parameter", `class A { a = 1 } function f<T extends A>(x: T) { ask(x); }`, "A"],
    ["this", `class A { a = 1; m() { ask(this); } }`, "A"],
    ["an alias of a function", `type Unlock = () => void; declare const x: Unlock; ask(x);`, "Unlock"],
    ["an alias of an intersection", `type Both = { a: 1 } & { b: 2 }; declare const x: Both; ask(x);`, "Both"],
    ["a module declared in the project", `import { Pool } from "untyped"; ask(new Pool());`, "Pool@untyped", { "types/untyped.d.ts": `declare module "untyped" { class Pool { a: 1 } }` }],
    ["a package", `import { Lease } from "etcd3"; ask(new Lease());`, "Lease@etcd3", ETCD],
    ["a default export", `import Client from "etcd3"; ask(new Client());`, "Etcd3@etcd3", ETCD],
    ["a scoped package", `import { Pool } from "@scope/pkg"; ask(new Pool());`, "Pool@@scope/pkg", SCOPED],
    ["types kept apart", `import { Plain } from "plain"; ask(new Plain());`, "Plain@plain", SCOPED],
    ["types of a scoped package kept apart", `import { Typed } from "@scope/typed"; ask(new Typed());`, "Typed@@scope/typed", SCOPED],
    ["a class of another file", `import { A } from "./other"; ask(new A());`, "A", { "src/other.ts": `export class A { a = 1 }` }],
  ]))("%s", (_, code, origin, files?: Readonly<Record<string, string>>) => {
    expect(originOf(code, files)).toBe(origin);
  });

  test.each(register([
    ["any", `declare const x: any; ask(x);`],
    ["an object literal", `ask({ a: 1 });`],
    ["a string", `ask("a");`],
    ["the class itself, which is no instance", `class A { a = 1 } ask(A);`],
    ["a union of different types", `declare const x: Date | Map<string, 1>; ask(x);`],
    ["a module that is missing", `import { Pool } from "missing"; ask(new Pool());`],
  ]))("not known: %s", (_, code) => {
    expect(originOf(code)).toBeUndefined();
  });

  test("a name that the project shares with a package stays its own", () => {
    expect(originOf(`class Lease { a = 1 } ask(new Lease());`, ETCD)).toBe("Lease");
  });
});

describe("ancestryOf", () => {
  test("a class that extends a class of a package", () => {
    expect(ancestryOf(`import Client from "etcd3"; class Mine extends Client {} ask(new Mine());`, ETCD)).toEqual(["Mine", "Etcd3@etcd3", "Lease@etcd3"]);
  });

  test("implemented and extended interfaces", () => {
    const code = `interface Root { a: 1 } interface Closer extends Root { close(): void } class A implements Closer { a = 1 as const; close() {} } class B extends A {} ask(new B());`;
    expect(ancestryOf(code)).toEqual(["B", "A", "Closer", "Root"]);
  });

  test("members of an intersection", () => {
    expect(ancestryOf(`interface A { a: 1 } type Both = A & Date; declare const x: Both; ask(x);`)).toEqual(["Both", "A", "Date@lib"]);
  });

  test("streams of Node are emitters", () => {
    expect(ancestryOf(`import { createReadStream } from "node:fs"; ask(createReadStream("a"));`)).toEqual(expect.arrayContaining(["ReadStream@fs", "Readable@stream", "EventEmitter@events"]));
  });

  test("elements are event targets", () => {
    expect(ancestryOf(`declare const x: HTMLDivElement; ask(x);`)).toEqual(expect.arrayContaining(["HTMLDivElement@lib", "Element@lib", "EventTarget@lib"]));
  });

  test("a tuple is an array", () => {
    expect(ancestryOf(`declare const x: [string, number]; ask(x);`)).toContain("Array@lib");
  });

  test("a union has what its members share", () => {
    const code = `class A { a = 1 } class B extends A { b = 1 } class C extends A { c = 1 } declare const x: B | C | null; ask(x);`;
    expect(ancestryOf(code)).toEqual(["A"]);
    expect(ancestryOf(`declare const x: Date | Map<string, 1>; ask(x);`)).toEqual([]);
  });

  test("a global type of a package is a global of the platform", () => {
    const files = { "node_modules/@types/runtime/index.d.ts": `declare global { interface Beacon { a: 1 } } export {};` };
    expect(ancestryOf(`import "runtime"; declare const x: Beacon; ask(x);`, files)).toEqual(["Beacon@runtime", "Beacon@lib"]);
  });

  test("a type that is its own ancestor ends", () => {
    expect(ancestryOf(`interface A extends B { a: 1 } interface B extends A { b: 1 } declare const x: A; ask(x);`)).toContain("A");
  });

  test.each(register([
    ["any", `declare const x: any; ask(x);`],
    ["any in a union", `declare const x: any | Date; ask(x);`],
    ["a free type parameter", `function f<T>(x: T) { ask(x); }`],
  ]))("not known: %s", (_, code) => {
    expect(ancestryOf(code)).toBeUndefined();
  });
});
