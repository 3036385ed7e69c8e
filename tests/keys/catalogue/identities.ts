/** Objects as keys by identity, and readings that are new each time. */
import type { KeyPair } from "./key-pair.ts";

export const identities: readonly KeyPair[] = [
  {
    name: "a tuple literal", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "no other list is this one",
    broken: `const m = new Map(); export function put(x, y, v) { m.set([x, y], v); }
      export function at(x, y) { return m.get([x, y]); } // here
      `,
    repaired: `const m = new Map(); export function put(x, y, v) { m.set(\`\${x},\${y}\`, v); }
      export function at(x, y) { return m.get(\`\${x},\${y}\`); }`,
  },
  {
    name: "an object literal in a Set", style: "class", rule: "no-unstable-key", verdict: "certain",
    reason: "the object that is deleted was never added",
    broken: `class A { #s = new Set(); add(id) { this.#s.add({ id }); }
      drop(id) { this.#s.delete({ id }); } // here
    }`,
    repaired: `class A { #s = new Set(); add(id) { this.#s.add(id); }
      drop(id) { this.#s.delete(id); }
    }`,
  },
  {
    name: "bound twice", style: "class", rule: "no-unstable-key", verdict: "certain",
    reason: "each bind makes a function of its own",
    broken: `class A { #s = new Set(); tick() {} start() { this.#s.add(this.tick.bind(this)); }
      stop() { this.#s.delete(this.tick.bind(this)); } // here
    }`,
    repaired: `class A { #s = new Set(); tick = () => {}; start() { this.#s.add(this.tick); }
      stop() { this.#s.delete(this.tick); }
    }`,
  },
  {
    name: "a filtered list", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "filter makes a new list for each look-up",
    broken: `const m = new Map(); export function find(tags) { return m.get(tags.filter((tag) => tag !== "")); } // here
      export function put(tags, v) { m.set(tags, v); }`,
    repaired: `const m = new Map(); export function find(tags) { return m.get(tags.filter((tag) => tag !== "").join()); }
      export function put(tags, v) { m.set(tags.join(), v); }`,
  },
  {
    name: "made, asked for, stored, all in one call", style: "closure", rule: "no-unstable-key", verdict: "certain",
    reason: "the object did not exist before the call",
    broken: `export function createCache(load) { const m = new Map(); return (a, b) => { const key = { a, b };
      let hit = m.get(key);
      if (!hit) { hit = load(a, b); m.set(key, hit); } // here
      return hit; }; }`,
    repaired: `export function createCache(load) { const m = new Map(); return (a, b) => { const key = \`\${a}/\${b}\`;
      let hit = m.get(key);
      if (!hit) { hit = load(a, b); m.set(key, hit); } return hit; }; }`,
  },
  {
    name: "made, asked for and stored, in a module's map", style: "CommonJS", rule: "no-unstable-key", verdict: "certain",
    reason: "the list did not exist before the call",
    broken: `const m = new Map(); exports.find = (parts) => { const key = parts.map((part) => part.trim());
      if (m.has(key)) return m.get(key);
      const made = key.length; m.set(key, made); return made; }; // here`,
    repaired: `const m = new Map(); exports.find = (parts) => { const key = parts.map((part) => part.trim()).join();
      if (m.has(key)) return m.get(key);
      const made = key.length; m.set(key, made); return made; };`,
  },
  {
    name: "every caller in the file writes the object", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "the one caller builds the options for the call",
    broken: `const m = new Map(); function load(options) { let hit = m.get(options); // here
      if (!hit) { hit = options.id; m.set(options, hit); } return hit; } export const user = (id) => load({ id });`,
    repaired: `const m = new Map(); function load(id) { let hit = m.get(id);
      if (!hit) { hit = id; m.set(id, hit); } return hit; } export const user = (id) => load(id);`,
  },
  {
    name: "a list parameter", style: "class", rule: "no-unstable-key", verdict: "likely",
    reason: "callers build their lists anew",
    broken: `class Metrics { m = new Map(); metric(tags) {
      let hit = this.m.get(tags); // here
      if (!hit) { hit = Array.isArray(tags) ? [...tags] : []; this.m.set(tags, hit); } return hit; } }`,
    repaired: `class Metrics { m = new Map(); metric(tags) { const key = tags.join();
      let hit = this.m.get(key);
      if (!hit) { hit = Array.isArray(tags) ? [...tags] : []; this.m.set(key, hit); } return hit; } }`,
  },
  {
    name: "a helper of the file returns a new object", style: "object literal", rule: "no-unstable-key", verdict: "certain",
    reason: "the helper makes an object each time",
    broken: `const m = new Map(); const keyOf = (id) => ({ id }); export const api = { put(id, v) { m.set(keyOf(id), v); },
      find(id) { return m.get(keyOf(id)); }, // here
    };`,
    repaired: `const m = new Map(); const keyOf = (id) => "id:" + id; export const api = { put(id, v) { m.set(keyOf(id), v); },
      find(id) { return m.get(keyOf(id)); },
    };`,
  },
  {
    name: "a WeakMap asked by a copy", style: "functions", typed: true, rule: "no-unstable-key", verdict: "certain",
    reason: "the copy is another object",
    broken: `const m = new WeakMap<object, number>(); export function put(node: { id: string }, n: number): void { m.set(node, n); }
      export function find(node: { id: string }): number | undefined { return m.get({ ...node }); } // here
      `,
    repaired: `const m = new WeakMap<object, number>(); export function put(node: { id: string }, n: number): void { m.set(node, n); }
      export function find(node: { id: string }): number | undefined { return m.get(node); }`,
  },
];

export const readings: readonly KeyPair[] = [
  {
    name: "the clock, read again", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "time has gone on",
    broken: `const m = new Map(); export function start(id) { m.set(\`\${id}:\${Date.now()}\`, 1); }
      export function stop(id) { m.delete(\`\${id}:\${Date.now()}\`); } // here
      `,
    repaired: `const m = new Map(); export function start(id) { const key = \`\${id}:\${Date.now()}\`; m.set(key, 1); return key; }
      export function stop(key) { m.delete(key); }`,
  },
  {
    name: "a new id for the delete", style: "class", rule: "no-unstable-key", verdict: "certain",
    reason: "no entry has the new id",
    broken: `import { randomUUID } from "node:crypto"; class A { #m = new Map(); open(v) { this.#m.set(randomUUID(), v); }
      close() { this.#m.delete(randomUUID()); } // here
    }`,
    repaired: `import { randomUUID } from "node:crypto"; class A { #m = new Map(); open(v) { const id = randomUUID(); this.#m.set(id, v); return id; }
      close(id) { this.#m.delete(id); }
    }`,
  },
  {
    name: "a new symbol for the look-up", style: "object literal", rule: "no-unstable-key", verdict: "certain",
    reason: "two symbols of one name are two keys",
    broken: `const m = new Map(); export const api = { put(v) { m.set(Symbol("a"), v); },
      find() { return m.get(Symbol("a")); }, // here
    };`,
    repaired: `const A = Symbol("a"); const m = new Map(); export const api = { put(v) { m.set(A, v); },
      find() { return m.get(A); },
    };`,
  },
  {
    name: "randomness, read again", style: "CommonJS", rule: "no-unstable-key", verdict: "certain",
    reason: "the second number is another",
    broken: `const m = new Map(); exports.open = (v) => { m.set(Math.random(), v);
      return () => m.delete(Math.random()); }; // here
      `,
    repaired: `const m = new Map(); exports.open = (v) => { const id = Math.random(); m.set(id, v);
      return () => m.delete(id); };`,
  },
];
