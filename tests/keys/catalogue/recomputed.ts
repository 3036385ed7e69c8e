/** Keys that are worked out again from something that has changed meanwhile. */
import type { KeyPair } from "./key-pair.ts";

const CLASS = `class Context { constructor(at) { this.at = at; } toString() { return "ctx " + (this.at - Date.now()); } }`;

export const recomputed: readonly KeyPair[] = [
  {
    name: "the printed context of etcd", style: "class", rule: "no-mismatched-key", verdict: "certain",
    reason: "the context prints the time that is left",
    broken: `${CLASS} class Client { #m = new Map(); open(at) { const ctx = new Context(at); this.#m.set(String(ctx), {});
      return () => this.#m.delete(String(ctx)); // here
    } }`,
    repaired: `${CLASS} class Client { #m = new Map(); #next = 0; open(at) { const ctx = new Context(at); const id = this.#next++; this.#m.set(id, ctx);
      return () => this.#m.delete(id);
    } }`,
  },
  {
    name: "the printed context in CommonJS", style: "CommonJS", rule: "no-mismatched-key", verdict: "certain",
    reason: "each template prints another time",
    broken: `${CLASS} const m = new Map(); exports.open = (at) => { const ctx = new Context(at); m.set(\`\${ctx}/a\`, 1);
      return () => m.delete(\`\${ctx}/a\`); // here
    };`,
    repaired: `class Context { constructor(id) { this.id = id; } toString() { return "ctx " + this.id; } } const m = new Map(); exports.open = (at) => { const ctx = new Context(at); m.set(\`\${ctx}/a\`, 1);
      return () => m.delete(\`\${ctx}/a\`);
    };`,
  },
  {
    name: "a parameter is overwritten between get and set", style: "functions", rule: "no-mismatched-key", verdict: "certain",
    reason: "the look-up has the bare pattern, the insert the wrapped one",
    broken: `const m = new Map(); export function compile(pattern) { let regex = m.get(pattern); // here
      if (!regex) { pattern = "^" + pattern + "$"; regex = new RegExp(pattern); m.set(pattern, regex); } return regex; }`,
    repaired: `const m = new Map(); export function compile(pattern) { let regex = m.get(pattern);
      if (!regex) { const source = "^" + pattern + "$"; regex = new RegExp(source); m.set(pattern, regex); } return regex; }`,
  },
  {
    name: "a suffix is appended between get and set", style: "object literal", rule: "no-mismatched-key", verdict: "certain",
    reason: "the name has grown when the entry is made",
    broken: `const m = new Map(); export const loader = { load(name) { const hit = m.get(name); // here
      if (hit) return hit; name += ".js"; const made = { name }; m.set(name, made); return made; } };`,
    repaired: `const m = new Map(); export const loader = { load(name) { const hit = m.get(name);
      if (hit) return hit; const file = name + ".js"; const made = { file }; m.set(name, made); return made; } };`,
  },
  {
    name: "lower-cased between get and set", style: "closure", rule: "no-mismatched-key", verdict: "likely",
    reason: "names with capitals are asked for by one text and kept under another",
    broken: `export function createIndex() { const m = new Map(); return function find(name) { const hit = m.get(name); // here
      if (hit) return hit; name = name.toLowerCase(); const made = { name }; m.set(name, made); return made; }; }`,
    repaired: `export function createIndex() { const m = new Map(); return function find(name) { name = name.toLowerCase(); const hit = m.get(name);
      if (hit) return hit; const made = { name }; m.set(name, made); return made; }; }`,
  },
  {
    name: "the member of what was made", style: "functions", rule: "no-mismatched-key", verdict: "likely",
    reason: "the insert takes the member of the result, the look-up that of the argument",
    broken: `export function cached(convert) { const m = new WeakMap(); return (schema) => { const hit = m.get(schema.ast); // here
      if (hit !== undefined) return hit; const made = convert(schema); m.set(made.ast, made); return made; }; }`,
    repaired: `export function cached(convert) { const m = new WeakMap(); return (schema) => { const hit = m.get(schema.ast);
      if (hit !== undefined) return hit; const made = convert(schema); m.set(schema.ast, made); return made; }; }`,
  },
  {
    name: "contents in, address out", style: "functions", rule: "no-mismatched-key", verdict: "certain",
    reason: "a change event has the path, the entries are under what the files hold",
    broken: `import { readFile } from "node:fs/promises"; const m = new Map(); export async function get(file) { const content = await readFile(file, "utf8");
      if (!m.has(content)) m.set(content, content.length); return m.get(content); }
      export function changed(filePath) { m.delete(filePath); } // here
      `,
    repaired: `import { readFile } from "node:fs/promises"; const m = new Map(); export async function get(file) { const content = await readFile(file, "utf8");
      if (!m.has(file)) m.set(file, content.length); return m.get(file); }
      export function changed(file) { m.delete(file); }`,
  },
];
