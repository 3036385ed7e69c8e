/** Ordinary keys in many styles: both rules are silent on them in both presets, with types and without. */
import { describe, expect, test } from "vitest";

import mismatched from "../../src/rules/no-mismatched-key.ts";
import unstable from "../../src/rules/no-unstable-key.ts";
import { lintCase } from "../support/lint-case.ts";

const PROGRAMS: Readonly<Record<string, string>> = {
  "template of fields": `class Repo { #m = new Map(); find(user) { const k = \`\${user.org}/\${user.name}\`; let hit = this.#m.get(k); if (!hit) { hit = { n: user.name }; this.#m.set(k, hit); } return hit; } forget(user) { this.#m.delete(\`\${user.org}/\${user.name}\`); } }`,
  "json tuple": `const m = new Map(); export function get(a, b) { const k = JSON.stringify([a, b]); if (!m.has(k)) m.set(k, a + b); return m.get(k); } export const drop = (a, b) => m.delete(JSON.stringify([a, b]));`,
  "url href": `const pages = new Map(); export async function load(input) { const url = new URL(input); if (pages.has(url.href)) return pages.get(url.href); const p = fetch(url); pages.set(url.href, p); return p; }`,
  "url text": `const pages = new Map<string, string>(); export function load(u: URL) { const k = u.toString(); const hit = pages.get(k); if (hit) return hit; pages.set(k, u.host); return u.host; } export const drop = (u: URL) => pages.delete(String(u));`,
  "enum": `enum Kind { A = "a", B = "b" } const m: Partial<Record<Kind, number>> = {}; export const set = (k: Kind, n: number) => { m[k] = n; }; export const get = (k: Kind) => m[k]; export const drop = (k: Kind) => { delete m[k]; };`,
  "const keys": `const KEY = "a:b"; const s = new Map(); export const on = (v) => s.set(KEY, v); export const off = () => s.delete("a:" + "b");`,
  "localStorage prefix const": `const PREFIX = "app:"; export const save = (k, v) => localStorage.setItem(PREFIX + k, JSON.stringify(v)); export const read = (k) => JSON.parse(localStorage.getItem(PREFIX + k)); export const clear = (k) => localStorage.removeItem(\`\${PREFIX}\${k}\`);`,
  "date iso day": `const days = new Map(); export function mark(date, v) { const k = date.toISOString().slice(0, 10); days.set(k, v); return days.get(k); } export const of = (d) => days.get(d.toISOString().slice(0, 10));`,
  "date getTime typed": `const days = new Map<number, string>(); export function mark(d: Date, v: string) { days.set(d.getTime(), v); } export const of = (d: Date) => days.get(d.getTime()); export const drop = (d: Date) => days.delete(+d);`,
  "default parameter": `const m = new Map(); export function put(id, scope = "global") { m.set(scope + ":" + id, 1); } export function drop(id, scope = "global") { m.delete(scope + ":" + id); }`,
  "default by ??": `const m = new Map(); export function put(id, scope) { m.set(\`\${scope ?? "x"}:\${id}\`, 1); } export function drop(id, scope) { m.delete(\`\${scope ?? "x"}:\${id}\`); }`,
  "prefix in both by overwriting": `const m = new Map(); const p = (k) => "p:" + k; export function put(key, v) { key = p(key); m.set(key, v); } export function drop(key) { key = p(key); m.delete(key); }`,
  "getter builder": `class Job { #id = 1; static open = new Map(); get key() { return "job:" + this.#id; } start() { Job.open.set(this.key, this); } stop() { Job.open.delete(this.key); } }`,
  "static helper": `class Keys { static user(id) { return "u:" + id; } } const m = new Map(); export const add = (id, v) => m.set(Keys.user(id), v); export const drop = (id) => m.delete(Keys.user(id));`,
  "own delete id": `let n = 0; const subs = new Map(); export function sub(fn) { const id = Symbol(); subs.set(id, fn); return () => { subs.delete(id); }; } export function sub2(fn) { const id = ++n; subs.set(id, fn); return () => subs.delete(id); }`,
  "crypto id own field": `import { randomUUID } from "node:crypto"; class Conn { id = randomUUID(); constructor(pool) { this.pool = new Map(); this.pool.set(this.id, this); } close() { this.pool.delete(this.id); } }`,
  "weakmap memo": `const memo = new WeakMap(); export function of(node) { let v = memo.get(node); if (v === undefined) { v = node.children.map(of); memo.set(node, v); } return v; }`,
  "set of listeners": `export function create() { const ls = new Set(); return { on(fn) { ls.add(fn); return () => ls.delete(fn); }, emit(x) { for (const l of ls) l(x); } }; }`,
  "number keys": `const byId = {}; export function add(o) { byId[o.id] = o; } export function get(id) { return byId[id]; } export function drop(o) { delete byId[o.id]; }`,
  "sorted params": `const m = new Map(); export function q(params) { const k = Object.keys(params).sort().map((n) => n + "=" + params[n]).join("&"); if (!m.has(k)) m.set(k, params); return m.get(k); }`,
  "hash": `import { createHash } from "node:crypto"; const m = new Map(); const key = (s) => createHash("sha1").update(s).digest("hex"); export const put = (s, v) => m.set(key(s), v); export const get = (s) => m.get(key(s));`,
  "lodash memo id": `import memoize from "lodash/memoize"; export const f = memoize((id, x) => id + x, (id, x) => id + ":" + x); export const g = memoize((id) => id * 2); g(1); f("a", 2);`,
  "dataloader ids": `import DataLoader from "dataloader"; const users = new DataLoader((ids) => Promise.all(ids)); export const user = (id) => users.load(id); export const clear = (id) => users.clear(id);`,
  "redis": `import Redis from "ioredis"; const r = new Redis(); const k = (id) => "s:" + id; export const get = (id) => r.get(k(id)); export const set = (id, v) => r.set(k(id), v, "EX", 5); export const del = (id) => r.del(k(id));`,
  "request parts": `import express from "express"; const m = new Map(); export const h = (req, res) => { const k = req.method + " " + req.originalUrl; if (!m.has(k)) m.set(k, Date.now()); res.send(m.get(k)); };`,
  "error code": `const n = {}; export function count(err: Error & { code?: string }) { const k = err.code ?? err.name; n[k] = (n[k] ?? 0) + 1; }`,
  "branded": `type Id = string & { readonly __b: unique symbol }; const m = new Map<Id, number>(); export const add = (id: Id) => m.set(id, 1); export const has = (id: Id) => m.has(id); export const k = (id: Id) => m.get(\`\${id}\` as Id);`,
  "regexp source": `const m = new Map<string, RegExp>(); export function g(re: RegExp) { const k = String(re); if (!m.has(k)) m.set(k, new RegExp(re, "g")); return m.get(k); }`,
  "function by name": `const t = new Map(); export function time(fn) { const k = fn.name; t.set(k, (t.get(k) ?? 0) + 1); return fn(); }`,
  "react key": `const m = new Map(); export function List({ items }) { return items.map((item) => { if (!m.has(item.id)) m.set(item.id, item); return <li key={item.id}>{m.get(item.id).name}</li>; }); }`,
  "json of config literal": `const m = new Map(); export function get(a: number, b?: string) { const k = JSON.stringify({ a, b: b ?? null }); let v = m.get(k); if (!v) m.set(k, v = [a]); return v; }`,
  "array join numbers": `const grid = {}; export const put = (x, y, v) => { grid[[x, y]] = v; }; export const at = (x, y) => grid[[x, y]]; export const rm = (x, y) => { delete grid[[x, y].join()]; };`,
  "file contents hash of path": `import fs from "node:fs"; const m = new Map(); export function read(file) { const stat = fs.statSync(file); const k = file + stat.mtimeMs; if (!m.has(k)) m.set(k, fs.readFileSync(file, "utf8")); return m.get(k); }`,
  "optional chain cast": `class A { private m?: Map<string, number>; add(id: string) { (this.m ??= new Map()).set(id as string, 1); } drop(id: unknown) { this.m?.delete(id as string); } has(id: string) { return this.m?.has(id!) ?? false; } }`,
  "nested maps": `const rooms = new Map(); export function join(r, u) { if (!rooms.has(r)) rooms.set(r, new Map()); rooms.get(r).set(u.id, u); } export function leave(r, u) { rooms.get(r)?.delete(u.id); if (rooms.get(r)?.size === 0) rooms.delete(r); }`,
  "bigint and String": `const m = new Map<string, bigint>(); export function put(id: bigint) { m.set(String(id), id); } export const get = (id: bigint) => m.get(id.toString());`,
  "lower both via helper": `const norm = (s) => s.trim().toLowerCase(); const m = {}; exports.add = (s) => { m[norm(s)] = s; }; exports.get = (s) => m[norm(s)]; exports.rm = (s) => { const k = norm(s); delete m[k]; };`,
};

describe.each(Object.entries({ "no-mismatched-key": mismatched, "no-unstable-key": unstable }))("%s is silent on", (name, rule) => {
  test.each(Object.entries(PROGRAMS))("%s", (_title, code) => {
    const language = code.includes("<li") ? "tsx" : "ts";
    const reports = (["typescript", "typed"] as const).flatMap((parser) => lintCase({ name, rule: rule, code, options: { confidence: "likely", language, typed: parser === "typed" }, parser }));
    expect(reports.map(({ message }) => message)).toEqual([]);
  });
});
