/** The keyed caches that are known by name: which class or global they are, and which method takes a key for what. */
import { exported, globalNamed, instanceOf, typed, type ApiOrigin } from "../catalogue/origin.ts";
import { matchOrigin } from "../facts/value-origin.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { KeyOperation } from "./key-use.ts";

export type KeyMethods = Readonly<Record<string, KeyOperation>>;

interface CacheApi {
  /** The module that must be imported for the entry to be asked at all; undefined for globals. */
  readonly module: string | undefined;
  readonly origin: ApiOrigin;
  readonly methods: KeyMethods;
}

const MAP_LIKE: KeyMethods = { get: "lookup", has: "lookup", peek: "lookup", set: "insert", delete: "delete", del: "delete", remove: "delete" };
const STORAGE: KeyMethods = { getItem: "lookup", setItem: "insert", removeItem: "delete" };

function cacheClass(module: string, names: readonly string[], methods: KeyMethods): CacheApi[] {
  return names.map((name) => ({
    module,
    origin: typed(module, name, [instanceOf(exported(module, name)), instanceOf(exported(module, "default"))]),
    methods,
  }));
}

const CACHE_APIS: readonly CacheApi[] = [
  ...cacheClass("lru-cache", ["LRUCache", "LRU"], MAP_LIKE),
  ...cacheClass("quick-lru", ["QuickLRU"], MAP_LIKE),
  ...cacheClass("node-cache", ["NodeCache"], { get: "lookup", has: "lookup", set: "insert", del: "delete", take: "delete", ttl: "lookup" }),
  ...cacheClass("keyv", ["Keyv"], MAP_LIKE),
  ...cacheClass("@isaacs/ttlcache", ["TTLCache"], MAP_LIKE),
  { module: undefined, origin: globalNamed("localStorage"), methods: STORAGE },
  { module: undefined, origin: globalNamed("sessionStorage"), methods: STORAGE },
];

/** Finds the catalogued cache that an expression is, and answers what its methods do with keys. */
export function findCacheMethods(file: FileFacts, expression: TSESTree.Node): KeyMethods | undefined {
  for (const api of CACHE_APIS) {
    if (api.module !== undefined && !file.imports.modules.has(api.module)) continue;
    if (matchOrigin(file, expression, api.origin) !== undefined) return api.methods;
  }
  return undefined;
}
