import { describe, expect, test } from "vitest";

import { collectKeyUses } from "../../src/subjects/key/sinks.ts";
import { describePlace } from "../../src/facts/places.ts";
import { readFile } from "./read-file.ts";

/** The uses of a file as text: operation, kind, store, key. */
function usesOf(code: string): string[] {
  const file = readFile(code);
  return collectKeyUses(file).map(({ operation, kind, store, key }) => `${operation} ${kind} ${describePlace(store)} ${file.sourceCode.getText(key as never)}`);
}

describe("maps and sets", () => {
  test("known by new", () => {
    expect(usesOf("const m = new Map(); m.set(a, 1); m.get(b); m.has(c); m.delete(d);")).toEqual(["insert map m a", "lookup map m b", "lookup map m c", "delete map m d"]);
  });
  test("known by annotation, in a field", () => {
    expect(usesOf("class A { private s: Set<string> | undefined; add(x) { this.s?.add(x); this.s!.delete(x); } }")).toEqual(["insert set this.s x", "delete set this.s x"]);
  });
  test("through aliases of this and destructuring", () => {
    expect(usesOf("class A { m = new WeakMap(); f(k) { const self = this; self.m.set(k, 1); const { m } = this; m.get(k); } }")).toEqual(["insert weak this.m k", "lookup weak this.m k"]);
  });
  test("in a class that extends Map", () => {
    expect(usesOf("class A extends Map { f(k) { this.set(k, 1); } }")).toEqual(["insert map this k"]);
  });
  test("an alias of a type", () => {
    expect(usesOf("type M = Map<string, number>; function f(m: M, k: string) { m.delete(k); }")).toEqual(["delete map m k"]);
  });
  test("nothing that only has such methods", () => {
    expect(usesOf("function f(headers, k) { headers.set(k, 1); new Headers().delete(k); app.get(k); }")).toEqual([]);
  });
  test("nothing that is given other things as well", () => {
    expect(usesOf("let m = new Map(); m = load(); m.get(k);")).toEqual([]);
  });
});

describe("inner stores", () => {
  test("reached by a call", () => {
    expect(usesOf("const m = new Map<string, Map<string, number>>(); m.get(a).set(b, 1);")).toEqual(["insert map m.[element] b", "lookup map m a"]);
  });
  test("kept in a variable with a fallback", () => {
    expect(usesOf("const m = new Map(); const inner = m.get(a) ?? new Set(); inner.add(b); m.set(a, inner);")).toEqual(["lookup map m a", "insert set m.[element] b", "insert map m a"]);
  });
  test("made when missing", () => {
    expect(usesOf("const m = new Map(); let inner = m.get(a); if (!inner) { inner = new Map(); m.set(a, inner); } inner.delete(b);").at(-1)).toBe("delete map m.[element] b");
  });
  test("in records", () => {
    expect(usesOf("const r: Record<string, Record<string, number>> = {}; r[a][b] = 1;")).toContain("insert record r.[element] b");
  });
  test("a variable that walks down a tree of maps ends", () => {
    expect(usesOf("let node = new Map(); for (const c of text) { node = node.get(c); }")).toBeInstanceOf(Array);
  });
});

describe("records", () => {
  test("written by computed members", () => {
    expect(usesOf("const r = {}; r[k] = 1; use(r[k]); delete r[k]; if (k in r) {} Object.hasOwn(r, k); r.hasOwnProperty(k);")).toEqual([
      "insert record r k", "lookup record r k", "delete record r k", "lookup record r k", "lookup record r k", "lookup record r k",
    ]);
  });
  test("without a prototype", () => {
    expect(usesOf("const r = Object.create(null); r[k] ??= [];")).toEqual(["insert record r k"]);
  });
  test("not those that are only read", () => {
    expect(usesOf("const names = { a: 1 }; use(names[k]);")).toEqual([]);
  });
  test("not arrays, counters and literals", () => {
    expect(usesOf("const xs = []; xs[k] = 1; const r = {}; for (let i = 0; i < 3; i++) r[i] = 1; r['a'] = 1; r[n - 1] = 2;")).toEqual([]);
  });
});

describe("caches", () => {
  test("lru-cache", () => {
    expect(usesOf('import { LRUCache } from "lru-cache"; const c = new LRUCache({ max: 3 }); c.set(k, 1); c.peek(k);')).toEqual(["insert cache c k", "lookup cache c k"]);
  });
  test("node-cache, required", () => {
    expect(usesOf('const NodeCache = require("node-cache"); const c = new NodeCache(); c.set(k, 1); c.del(k);')).toEqual(["insert textCache c k", "delete textCache c k"]);
  });
  test("web storage", () => {
    expect(usesOf("localStorage.setItem(k, 1); window.localStorage.removeItem(k);").map((use) => use.split(" ")[0])).toEqual(["insert", "delete"]);
  });
});

describe("stores that a method hands out", () => {
  test("an inner one, made when missing", () => {
    const code = "class A { m = new Map(); of(a) { let inner = this.m.get(a); if (!inner) { inner = new Map(); this.m.set(a, inner); } return inner; } f(a, b) { const inner = this.of(a); inner.get(b); } }";
    expect(usesOf(code).at(-1)).toBe("lookup map this.m.[element] b");
  });
  test("the store itself", () => {
    expect(usesOf("const m = new Map(); const all = () => m; all().delete(k);")).toEqual(["delete map m k"]);
  });
});
