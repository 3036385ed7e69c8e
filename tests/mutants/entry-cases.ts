/** What each operator on collections and keys breaks, and a look-alike that it leaves alone. */
import type { Case } from "./cases.ts";

const MAP = "class A { #m = new Map(); add(k: string, v) { this.#m.set(k, v); } end(k: string) { BODY } }";
const RECORD = "class A { m = {}; add(k, v) { this.m[k] = v; } end(k) { BODY } }";
const ONCE = "class A { m = new Map(); async run(k) { this.m.set(k, 1); BODY } }";
const put = (frame: string, body: string): string => frame.replace("BODY", body);

export const entryCases: readonly Case[] = [
  {
    id: "only-delete-gone",
    source: put(MAP, "this.#m.delete(k);"),
    fragment: "end(k: string) { }",
    leaves: [
      put(MAP, "this.#m.delete(k); this.#m.clear();"),
      put(MAP, "this.#m = new Map(); this.#m.delete(k);"),
      put(MAP, "this.#m.delete(k); share(this.#m);"),
      "function f(k) { const m = new Map(); m.set(k, 1); m.delete(k); }",
      "const m = new Map(); function f(k) { m.delete(k); m.set(k, 1); }",
      "const m = new Set(); function f(k) { if (m.has(k)) { m.delete(k); } else { m.add(k); } }",
      "const m = new Map(); function f() { m.set('a', 1); m.delete('a'); }",
      "export const m = new Map(); function f(k) { m.set(k, 1); m.delete(k); }",
    ],
  },
  {
    id: "delete-out-of-finally",
    source: put(ONCE, "try { await work(); } finally { this.m.delete(k); }"),
    fragment: "{ await work(); this.m.delete(k); }",
    leaves: [put(ONCE, "try { await work(); } catch { no(); } finally { this.m.delete(k); }"), put(ONCE, "try { await work(); } finally { log(k); }")],
  },
  { id: "entry-emptied-not-deleted", source: put(MAP, "this.#m.delete(k);"), fragment: "this.#m.set(k, undefined);", leaves: [put(MAP, "if (this.#m.delete(k)) work();"), put(MAP, "this.#m.delete(k);").replace("Map", "Set")] },
  { id: "entry-emptied-not-deleted", source: put(RECORD, "delete this.m[k];"), fragment: "end(k) { this.m[k] = undefined; }", leaves: [put(RECORD, "delete this.m.first;"), put(RECORD, "delete this.m[k]; this.m = {};")] },
  {
    id: "sibling-collection-forgotten",
    source: "const a = new Map(), b = new Map(); function add(k) { a.set(k, 1); b.set(k, 1); } function end(k) { a.delete(k); b.delete(k); }",
    fragment: "function end(k) { b.delete(k); }",
    leaves: ["const a = new Map(), b = new Map(); function add(k) { a.set(k, 1); b.set(k, 1); } function end(k) { a.delete(k); } function out(k) { b.delete(k); }"],
  },
  { id: "delete-under-text-of-key", source: put(MAP, "this.#m.delete(k);"), fragment: "this.#m.delete(`${k}:x`);", leaves: [put(MAP, "this.#m.delete(textOf(k));")] },
  { id: "delete-under-another-template", source: put(MAP, "this.#m.delete(`a${k}`);"), fragment: "this.#m.delete(`v1:a${k}`);", leaves: [put(MAP, "this.#m.delete(k);")] },
  { id: "key-normalised-on-one-side", source: put(MAP, "this.#m.delete(k);"), fragment: "this.#m.delete(k.trim().toLowerCase());", leaves: [put(MAP, "this.#m.delete(k);").replaceAll(": string", "")] },
  { id: "key-normalised-on-one-side", source: put(MAP, "this.#m.delete(k);").replaceAll("string", "number"), fragment: "this.#m.delete(String(k));", leaves: [put(MAP, "this.#m.delete(k);").replaceAll("string", "any")] },
  {
    id: "replacer-list-drops-nested",
    source: "const m = new Map(); function f(options) { if (options.a) work(); const key = JSON.stringify(options); m.set(key, 1); }",
    fragment: "JSON.stringify(options, Object.keys(options).sort());",
    leaves: ["const m = new Map(); function f(options) { if (options.a) work(); send(JSON.stringify(options)); }", "const m = new Map(); function f(list) { list.map(work); m.set(JSON.stringify(list), 1); }"],
  },
  {
    id: "key-recomputed",
    source: "const m = new Map(); async function f() { const key = `a${Date.now()}`; m.set(key, 1); await work(); m.delete(key); }",
    fragment: "m.delete(`a${Date.now()}`);",
    leaves: ["const m = new Map(); async function f(a) { const key = textOf(a); m.set(key, 1); await work(); m.delete(key); }", "const m = new Map(); async function f(k) { const key = Date.now(); m.set(key, 1); m.set(k, 1); m.delete(key); }"],
  },
];
