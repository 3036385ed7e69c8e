/** Text that is no key: of objects, of functions, of what changes. */
import type { KeyPair } from "./key-pair.ts";

export const texts: readonly KeyPair[] = [
  {
    name: "an object literal printed", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "all of them print [object Object]",
    broken: `const m = new Map(); export function find(a, b) { const point = { a, b }; const key = \`p:\${point}\`; // here
      if (!m.has(key)) m.set(key, a + b); return m.get(key); }`,
    repaired: `const m = new Map(); export function find(a, b) { const key = \`p:\${a},\${b}\`;
      if (!m.has(key)) m.set(key, a * b); return m.get(key); }`,
  },
  {
    name: "an instance without toString as a member of a record", style: "class", rule: "no-unstable-key", verdict: "certain",
    reason: "every user prints the same",
    broken: `class User { constructor(id) { this.id = id; } } class Seen { #by = {}; #last = new User(0);
      mark() { this.#by[this.#last] = true; return this.#by[this.#last]; } // here
    }`,
    repaired: `class User { constructor(id) { this.id = id; } } class Seen { #by = {}; #last = new User(0);
      mark() { this.#by[this.#last.id] = true; return this.#by[this.#last.id]; }
    }`,
  },
  {
    name: "a request printed, by its type", style: "functions", typed: true, rule: "no-unstable-key", verdict: "certain",
    reason: "requests have no text of their own",
    broken: `const m = new Map<string, number>(); export function count(request: Request): number { const key = "r:" + request; // here
      const n = (m.get(key) ?? 0) + 1; m.set(key, n); return n; }`,
    repaired: `const m = new Map<string, number>(); export function count(request: Request): number { const key = "r:" + request.url;
      const n = (m.get(key) ?? 0) + 1; m.set(key, n); return n; }`,
  },
  {
    name: "a request printed, by its name", style: "CommonJS", rule: "no-unstable-key", verdict: "likely",
    reason: "a name and its members say that it is a request",
    broken: `const m = new Map(); exports.count = (req) => { log(req.headers); const key = "r:" + req; // here
      const n = (m.get(key) ?? 0) + 1; m.set(key, n); return n; }; const log = () => {};`,
    repaired: `const m = new Map(); exports.count = (req) => { log(req.headers); const key = "r:" + req.url;
      const n = (m.get(key) ?? 0) + 1; m.set(key, n); return n; }; const log = () => {};`,
  },
  {
    name: "a date of now printed", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "the next call prints another time",
    broken: `const m = new Map(); export function slot(id) { if (m.has(\`\${id}:\${new Date()}\`)) return 1; // here
      m.set(\`\${id}:x\`, 1); return 0; }`,
    repaired: `const m = new Map(); export function slot(id, day) { if (m.has(\`\${id}:\${day}\`)) return 1;
      m.set(\`\${id}:\${day}\`, 1); return 0; }`,
  },
  {
    name: "a function's source, in a sum", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "functions with one source are told apart by what they capture",
    broken: `const m = new Map(); function compile(s) { return s.length; } export function parse(source) { const key = source + ":" + compile; // here
      if (!m.has(key)) m.set(key, compile(source)); return m.get(key); }`,
    repaired: `const m = new Map(); function compile(s) { return s.length; } export function parse(source) { const key = source + ":" + compile.name;
      if (!m.has(key)) m.set(key, compile(source)); return m.get(key); }`,
  },
  {
    name: "a function's source, by its type", style: "closure", typed: true, rule: "no-unstable-key", verdict: "certain",
    reason: "the option is a function",
    broken: `interface Options { readonly pad: boolean; readonly parse: (s: string) => number } const createCache = (): any => ({}); const parseCache = createCache();
      export function run(source: string, { pad, parse }: Options): number { const key = source + pad + parse; // here
      const hit = parseCache.get(key); if (hit !== undefined) return hit; const made = parse(source); parseCache.set(key, made); return made; }`,
    repaired: `interface Options { readonly pad: boolean; readonly parse: (s: string) => number } const createCache = (): any => ({}); const parseCache = createCache();
      export function run(source: string, { pad, parse }: Options): number { const key = source + pad + parse.name;
      const hit = parseCache.get(key); if (hit !== undefined) return hit; const made = parse(source); parseCache.set(key, made); return made; }`,
  },
  {
    name: "inspected", style: "class", rule: "no-unstable-key", verdict: "certain",
    reason: "the form is for readers and cuts depth",
    broken: `import util from "node:util"; class A { #m = new Map(); find(a) { const key = util.inspect({ a }); // here
      if (!this.#m.has(key)) this.#m.set(key, 1); return this.#m.get(key); } }`,
    repaired: `import util from "node:util"; class A { #m = new Map(); find(a) { const key = JSON.stringify({ a });
      if (!this.#m.has(key)) this.#m.set(key, util.inspect(a)); return this.#m.get(key); } }`,
  },
  {
    name: "the text of a Set", style: "object literal", rule: "no-unstable-key", verdict: "certain",
    reason: "every Set prints [object Set]",
    broken: `const m = new Map(); const tags = new Set(); export const api = { add: (t) => tags.add(t), find() { const key = String(tags); // here
      if (!m.has(key)) m.set(key, 1); return m.get(key); } };`,
    repaired: `const m = new Map(); const tags = new Set(); export const api = { add: (t) => tags.add(t), find() { const key = [...tags].sort().join();
      if (!m.has(key)) m.set(key, 1); return m.get(key); } };`,
  },
];

export const json: readonly KeyPair[] = [
  {
    name: "JSON of a Map", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "JSON prints {} for every Map",
    broken: `const m = new Map(); export function search(term) { const filters = new Map([["term", term]]); const key = JSON.stringify(filters); // here
      if (!m.has(key)) m.set(key, filters.size); return m.get(key); }`,
    repaired: `const m = new Map(); export function search(term) { const filters = new Map([["term", term]]); const key = JSON.stringify([...filters]);
      if (!m.has(key)) m.set(key, filters.size); return m.get(key); }`,
  },
  {
    name: "JSON of a signal, by its type", style: "class", typed: true, rule: "no-unstable-key", verdict: "certain",
    reason: "a signal prints {}",
    broken: `export class A { private readonly m = new Map<string, number>(); find(url: string, signal: AbortSignal): number | undefined {
      const key = JSON.stringify({ url, signal }); // here
      if (!this.m.has(key)) this.m.set(key, 1); return this.m.get(key); } }`,
    repaired: `export class A { private readonly m = new Map<string, number>(); find(url: string, signal: AbortSignal): number | undefined {
      const key = JSON.stringify({ url });
      if (!this.m.has(key)) this.m.set(key, signal.aborted ? 0 : 1); return this.m.get(key); } }`,
  },
  {
    name: "JSON of a record that others build", style: "functions", rule: "no-unstable-key", verdict: "likely",
    reason: "equal arguments in another order print another text",
    broken: `export const keyForLink = (parent: string, args: object | null) =>
      args ? \`\${parent}(\${JSON.stringify(args)})\` : parent; // here
      `,
    repaired: `import stringify from "fast-json-stable-stringify"; export const keyForLink = (parent: string, args: object | null) =>
      args ? \`\${parent}(\${stringify(args)})\` : parent;`,
  },
  {
    name: "JSON of a function in an object", style: "CommonJS", rule: "no-unstable-key", verdict: "certain",
    reason: "JSON leaves the function out",
    broken: `const m = new Map(); function filter(x) { return x > 1; } exports.scan = (dir) => {
      const key = JSON.stringify({ dir, filter }); // here
      if (!m.has(key)) m.set(key, [dir].filter(filter)); return m.get(key); };`,
    repaired: `const m = new Map(); function filter(x) { return x > 1; } exports.scan = (dir) => {
      const key = JSON.stringify({ dir, filter: "greater" });
      if (!m.has(key)) m.set(key, [dir].filter(filter)); return m.get(key); };`,
  },
  {
    name: "a hash of lists in the caller's order", style: "class", rule: "no-unstable-key", verdict: "likely",
    reason: "equal lists in another order hash to another key",
    broken: `import { hash } from "./hash"; class A { #m = new Map(); scan(includes: string[], excludes: string[]) {
      const key = hash({ includes, excludes }); // here
      if (!this.#m.has(key)) this.#m.set(key, 1); return this.#m.get(key); } }`,
    repaired: `import { hash } from "./hash"; class A { #m = new Map(); scan(includes: string[], excludes: string[]) {
      const key = hash({ includes: includes.toSorted(), excludes: excludes.toSorted() });
      if (!this.#m.has(key)) this.#m.set(key, 1); return this.#m.get(key); } }`,
    notYet: "whether the order of a list matters is for its readers to say",
  },
];
