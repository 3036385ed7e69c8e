/** The real caches and memoizers, each with the mistake that its way of keeping keys invites. */
import type { KeyPair } from "./key-pair.ts";

/** A cache that tells entries apart by identity: the object of the look-up is new. */
const byIdentity = (module: string, create: string, name: string): KeyPair => ({
  name: `${module}: an object as key`, style: "functions", rule: "no-unstable-key", verdict: "certain",
  reason: "the cache compares keys as a Map does",
  broken: `${create} export function find(x, y) { const hit = ${name}.get({ x, y }); // here
      if (hit !== undefined) return hit; const made = x + y; ${name}.set({ x, y }, made); return made; }`,
  repaired: `${create} export function find(x, y) { const hit = ${name}.get(\`\${x},\${y}\`);
      if (hit !== undefined) return hit; const made = x + y; ${name}.set(\`\${x},\${y}\`, made); return made; }`,
});

/** A cache that many programs fill: two prefixes are suspicious, not proven. */
const byText = (module: string, create: string, get: string, set: string, verdict: KeyPair["verdict"] = "likely", wait = "await "): KeyPair => ({
  name: `${module}: filled and read under different prefixes`, style: "class", rule: "no-mismatched-key", verdict,
  reason: "the look-up leaves out the prefix of the insert",
  broken: `${create} class A { async put(id, v) { ${wait}client.${set}("user:" + id, v); }
      async find(id) { return ${wait}client.${get}("users:" + id); } // here
    } export { A };`,
  repaired: `${create} class A { async put(id, v) { ${wait}client.${set}("user:" + id, v); }
      async find(id) { return ${wait}client.${get}("user:" + id); }
    } export { A };`,
});

export const caches: readonly KeyPair[] = [
  byIdentity("lru-cache", `import { LRUCache } from "lru-cache"; const m = new LRUCache({ max: 9 });`, "m"),
  byIdentity("quick-lru", `import QuickLRU from "quick-lru"; const m = new QuickLRU({ maxSize: 9 });`, "m"),
  byIdentity("@isaacs/ttlcache", `import { TTLCache } from "@isaacs/ttlcache"; const m = new TTLCache({ max: 9, ttl: 9 });`, "m"),
  byText("node-cache", `const NodeCache = require("node-cache"); const client = new NodeCache();`, "get", "set", "certain", ""),
  byText("keyv", `import Keyv from "keyv"; const client = new Keyv();`, "get", "set"),
  byText("ioredis", `import Redis from "ioredis"; const client = new Redis();`, "get", "set"),
  byText("redis", `import { createClient } from "redis"; const client = createClient();`, "get", "set"),
  byText("memcached", `const Memcached = require("memcached"); const client = new Memcached("a:1");`, "get", "set"),
  byText("memjs", `import { Client } from "memjs"; const client = Client.create();`, "get", "set"),
  byText("cache-manager", `import { createCache } from "cache-manager"; const client = createCache();`, "get", "set"),
  {
    name: "web storage: an object as key", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "storage prints its keys",
    broken: `class Tab { constructor(id) { this.id = id; } } const tab = new Tab(1); export function save(v) {
      localStorage.setItem(tab, v); } // here
      export const load = () => localStorage.getItem(tab);`,
    repaired: `class Tab { constructor(id) { this.id = id; } } const tab = new Tab(1); export function save(v) {
      localStorage.setItem(tab.id, v); }
      export const load = () => localStorage.getItem(tab.id);`,
  },
  {
    name: "the Cache API: a printed object", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "every page prints the same address",
    broken: `class Page { constructor(id) { this.id = id; } } const page = new Page(1); export async function load(response) { const cache = await caches.open("v1");
      await cache.put(\`/pages/\${page}\`, response); return cache.match(\`/pages/\${page}\`); } // here
      `,
    repaired: `class Page { constructor(id) { this.id = id; } } const page = new Page(1); export async function load(response) { const cache = await caches.open("v1");
      await cache.put(\`/pages/\${page.id}\`, response); return cache.match(\`/pages/\${page.id}\`); }`,
  },
  {
    name: "the Cache API: a printed request", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "all requests print alike, and the cache reads the address of a request that it is given",
    broken: `export async function load(request: Request, response: Response) { const cache = await caches.open("v1");
      await cache.put(String(request), response); return cache.match(String(request)); } // here
      `,
    repaired: `export async function load(request: Request, response: Response) { const cache = await caches.open("v1");
      await cache.put(request, response); return cache.match(request); }`,
  },
];

/** A memoizer that keys by its arguments as they are. */
const memoized = (name: string, create: string): KeyPair => ({
  name: `${name}: called with an object literal`, style: "functions", rule: "no-unstable-key", verdict: "certain",
  reason: "the memoizer compares the argument by identity",
  broken: `${create}; const load = memoize((query) => query.id.length); // here
      export const user = (id) => load({ id });
      `,
  repaired: `${create}; const load = memoize((id) => id.length);
      export const user = (id) => load(id);`,
});

export const memoizers: readonly KeyPair[] = [
  memoized("lodash", `import memoize from "lodash/memoize"`),
  memoized("lodash, named", `import { memoize } from "lodash"`),
  memoized("p-memoize", `import memoize from "p-memoize"`),
  memoized("memoize", `import memoize from "memoize"`),
  memoized("memoizee", `const memoize = require("memoizee")`),
  memoized("micro-memoize", `import { memoize } from "micro-memoize"`),
  memoized("moize", `import memoize from "moize"`),
  {
    name: "lodash: a resolver that counts", style: "functions", rule: "no-unstable-key", verdict: "certain",
    reason: "lists of one length share an answer",
    broken: `import { memoize } from "lodash"; export const scan = memoize((dir, globs) => globs.map((glob) => dir + glob),
      (dir, globs) => \`\${dir}:\${globs.length}\`); // here
      `,
    repaired: `import { memoize } from "lodash"; export const scan = memoize((dir, globs) => globs.map((glob) => dir + glob),
      (dir, globs) => \`\${dir}:\${globs.join()}\`);`,
  },
  {
    name: "a resolver of unknown make that keeps the names only", style: "CommonJS", rule: "no-unstable-key", verdict: "likely",
    reason: "options with other values share an answer",
    broken: `const { memoize } = require("./memoize"); exports.build = memoize((options) => run(options),
      (options) => \`b:\${Object.keys(options).join()}\`); // here
      const run = (o) => o;`,
    repaired: `const { memoize } = require("./memoize"); exports.build = memoize((options) => run(options),
      (options) => \`b:\${options.mode}\`);
      const run = (o) => o;`,
  },
  {
    name: "typescript-memoize: a parameter object", style: "class", rule: "no-unstable-key", verdict: "certain",
    reason: "every caller builds the parameters anew",
    broken: `import { Memoize } from "typescript-memoize"; interface GraphParams { readonly force: boolean } export class Task {
      @Memoize()
      dependencies(params: GraphParams) { return params.force; } // here
    }`,
    repaired: `import { Memoize } from "typescript-memoize"; interface GraphParams { readonly force: boolean } export class Task {
      @Memoize((params: GraphParams) => params.force)
      dependencies(params: GraphParams) { return params.force; }
    }`,
  },
  {
    name: "dataloader: an object as key", style: "closure", rule: "no-unstable-key", verdict: "certain",
    reason: "the loader keeps its keys in a Map",
    broken: `import DataLoader from "dataloader"; export function createLoaders(batch) { const users = new DataLoader(batch); return { // here
      user: (org, id) => users.load({ org, id }),
    }; }`,
    repaired: `import DataLoader from "dataloader"; export function createLoaders(batch) { const users = new DataLoader(batch, { cacheKeyFn: ({ org, id }) => \`\${org}/\${id}\` }); return {
      user: (org, id) => users.load({ org, id }),
    }; }`,
  },
];
