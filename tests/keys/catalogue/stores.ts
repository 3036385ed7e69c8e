/** The right key and the wrong store, and keys mixed up with values. */
import type { KeyPair } from "./key-pair.ts";

export const stores: readonly KeyPair[] = [
  {
    name: "looked up in one map, stored in another", style: "functions", rule: "no-mismatched-key", verdict: "certain",
    reason: "the first map stays empty for ever",
    broken: `const dirs = new Map(); const files = new Map(); export function dirOf(dir) { let hit = dirs.get(dir); // here
      if (hit === undefined) { hit = scan(dir); files.set(dir, hit); } return hit; } export function fileOf(f) { if (!files.has(f)) files.set(f, scan(f)); return files.get(f); } const scan = (d) => d.length;`,
    repaired: `const dirs = new Map(); const files = new Map(); export function dirOf(dir) { let hit = dirs.get(dir);
      if (hit === undefined) { hit = scan(dir); dirs.set(dir, hit); } return hit; } export function fileOf(f) { if (!files.has(f)) files.set(f, scan(f)); return files.get(f); } const scan = (d) => d.length;`,
  },
  {
    name: "two fields of a class", style: "class", rule: "no-mismatched-key", verdict: "certain",
    reason: "the entry goes into the neighbour",
    broken: `class A { #types = new Map(); #names = new Map(); name(id) { return this.#names.get(id) ?? id; } type(id) { const hit = this.#types.get(id); // here
      if (hit) return hit; const made = { id }; this.#names.set(id, made); return made; } }`,
    repaired: `class A { #types = new Map(); #names = new Map(); name(id) { return this.#names.get(id) ?? id; } type(id) { const hit = this.#types.get(id);
      if (hit) return hit; const made = { id }; this.#types.set(id, made); return made; } }`,
  },
  {
    name: "two sets of a closure", style: "closure", rule: "no-mismatched-key", verdict: "certain",
    reason: "what is tested is never filled",
    broken: `export function createQueue() { const done = new Set(); const busy = new Set(); return { isBusy: (x) => busy.has(x), run(job) { if (done.has(job)) return; // here
      busy.add(job); } }; }`,
    repaired: `export function createQueue() { const done = new Set(); return { isBusy: (x) => done.has(x), run(job) { if (done.has(job)) return;
      done.add(job); } }; }`,
  },
  {
    name: "the key of an entry kept in the entry", style: "class", rule: "no-mismatched-key", verdict: "certain",
    reason: "the entry knows its key, yet the delete makes another",
    broken: `class A { #m = new Map(); open(id) { const key = \`s:\${id}\`; this.#m.set(key, {}); return { close: () => this.#m.delete(\`t:\${id}\`) }; // here
    } }`,
    repaired: `class A { #m = new Map(); open(id) { const key = \`s:\${id}\`; this.#m.set(key, {}); return { close: () => this.#m.delete(key) };
    } }`,
  },
  {
    name: "an inner map under another key", style: "class", rule: "no-mismatched-key", verdict: "certain",
    reason: "the inner maps are filled by name and emptied by a prefixed one",
    broken: `class A { #m = new Map(); add(room, name, v) { let inner = this.#m.get(room); if (!inner) { inner = new Map(); this.#m.set(room, inner); } inner.set(name, v); }
      drop(room, name) { this.#m.get(room)?.delete("n:" + name); } // here
    }`,
    repaired: `class A { #m = new Map(); add(room, name, v) { let inner = this.#m.get(room); if (!inner) { inner = new Map(); this.#m.set(room, inner); } inner.set(name, v); }
      drop(room, name) { this.#m.get(room)?.delete(name); }
    }`,
    notYet: "who else reaches an inner store is not known, so that nothing is said of it",
  },
  {
    name: "value and key mixed up", style: "functions", rule: "no-mismatched-key", verdict: "certain",
    reason: "the delete takes the value that was stored, not its key",
    broken: `const m = new Map(); export function add(id) { const socket = {}; m.set(id, socket);
      return () => m.delete(socket); } // here
      `,
    repaired: `const m = new Map(); export function add(id) { const socket = {}; m.set(id, socket);
      return () => m.delete(id); }`,
  },
  {
    name: "another enum member", style: "object literal", rule: "no-mismatched-key", verdict: "certain",
    reason: "the two constants are different texts",
    broken: `const Kind = { Open: "open", Closed: "closed" }; const m = new Map(); export const api = { add(id, v) { m.set(Kind.Open + id, v); },
      drop(id) { m.delete(Kind.Closed + id); }, // here
    };`,
    repaired: `const Kind = { Open: "open", Closed: "closed" }; const m = new Map(); export const api = { add(id, v) { m.set(Kind.Open + id, v); },
      drop(id) { m.delete(Kind.Open + id); },
    };`,
  },
];
