/** The keyed caches that are known by name: which class, factory or global they are, and which method takes a key for what. */
import type { CacheApi, KeyMethods } from "../cache-entry.ts";
import { exported, globalNamed, instanceOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";

const REDIS: KeyMethods = {
  get: "lookup", set: "insert", del: "delete", unlink: "delete", exists: "lookup", getdel: "delete", expire: "lookup", pexpire: "lookup", ttl: "lookup",
  setex: "insert", psetex: "insert", setnx: "insert", incr: "insert", decr: "insert", append: "insert",
};
const NODE_REDIS: KeyMethods = {
  get: "lookup", set: "insert", del: "delete", unlink: "delete", exists: "lookup", getDel: "delete", expire: "lookup", ttl: "lookup",
  setEx: "insert", pSetEx: "insert", setNX: "insert", incr: "insert", decr: "insert", append: "insert",
};
const MEMCACHED: KeyMethods = { get: "lookup", set: "insert", add: "insert", replace: "insert", del: "delete", touch: "lookup", incr: "insert", decr: "insert" };
const STORAGE: KeyMethods = { getItem: "lookup", setItem: "insert", removeItem: "delete" };

/** A class with the exports it is to be had by, and those that earlier majors had. */
function cacheClass(module: string, name: string, exports: readonly string[], api: Omit<CacheApi, "modules" | "origin" | "formerly">, formerly: readonly string[] = []): CacheApi {
  const made = (names: readonly string[]): ApiOrigin[] => names.map((exportName) => instanceOf(exported(module, exportName)));
  return { ...api, modules: [module], origin: typed(module, name, made(exports)), formerly: made(formerly) };
}

/** The catalogued caches. */
export const CACHE_APIS: readonly CacheApi[] = [
  cacheClass("lru-cache", "LRUCache", ["LRUCache"], {
    policy: "identity",
    methods: { get: "lookup", has: "lookup", peek: "lookup", getRemainingTTL: "lookup", set: "insert", fetch: "insert", delete: "delete", del: "delete" },
    versions: ["del"],
  }, ["default"]),
  // Its class is a Map by declaration, which types show, and has no name but `default`.
  { modules: ["quick-lru"], origin: instanceOf(exported("quick-lru", "default")), policy: "identity", methods: { get: "lookup", has: "lookup", peek: "lookup", set: "insert", delete: "delete" } },
  cacheClass("@isaacs/ttlcache", "TTLCache", ["TTLCache"], { policy: "identity", methods: { get: "lookup", has: "lookup", getRemainingTTL: "lookup", set: "insert", delete: "delete" } }, ["default"]),
  cacheClass("node-cache", "NodeCache", ["default"], { policy: "text", methods: { get: "lookup", has: "lookup", getTtl: "lookup", set: "insert", del: "delete", take: "delete", ttl: "lookup" } }),
  cacheClass("keyv", "Keyv", ["Keyv", "default"], { policy: "outside", methods: { get: "lookup", has: "lookup", set: "insert", delete: "delete" } }),
  {
    modules: ["cache-manager", "@nestjs/cache-manager"],
    origin: typed("cache-manager", "Cache", [resultOf(exported("cache-manager", "createCache"))]),
    policy: "outside",
    methods: { get: "lookup", set: "insert", del: "delete", wrap: "insert", ttl: "lookup" },
  },
  cacheClass("ioredis", "Redis", ["Redis", "default"], { policy: "outside", methods: REDIS }),
  cacheClass("ioredis", "Cluster", ["Cluster"], { policy: "outside", methods: REDIS }),
  { modules: ["redis"], origin: resultOf(exported("redis", "createClient")), policy: "outside", methods: NODE_REDIS },
  { modules: ["redis"], origin: resultOf(exported("redis", "createCluster")), policy: "outside", methods: NODE_REDIS },
  { modules: ["memcached"], origin: instanceOf(exported("memcached", "default")), policy: "outside", methods: MEMCACHED },
  {
    modules: ["memjs"],
    origin: typed("memjs", "Client", [resultOf(exported("memjs", "Client.create"))]),
    policy: "outside",
    methods: { get: "lookup", set: "insert", add: "insert", replace: "insert", delete: "delete", touch: "lookup" },
  },
  { modules: [], origin: oneOf(globalNamed("localStorage"), globalNamed("sessionStorage")), policy: "outside", methods: STORAGE },
  {
    modules: [],
    origin: typed("lib", "Cache", [resultOf(globalNamed("caches.open"))]),
    policy: "requests",
    methods: { match: "lookup", put: "insert", add: "insert", delete: "delete" },
  },
];
