/** Cache classes of packages that grow without end unless they are told a bound. */
import { exported, oneOf, type ApiOrigin } from "../origin.ts";

/** A class and the options that bound it. */
export interface CacheClass {
  readonly origin: ApiOrigin;
  /** Options each of which limits the number or the life of its entries, or keeps them elsewhere. */
  readonly bounds: readonly string[];
}

const named = (module: string, ...names: readonly string[]): ApiOrigin => oneOf(...names.map((name) => exported(module, name)));

/** The classes. */
export const cacheClasses: readonly CacheClass[] = [
  // https://github.com/node-cache/node-cache#options: stdTTL 0 and maxKeys -1 unless told.
  { origin: named("node-cache", "default", "NodeCache"), bounds: ["stdTTL", "maxKeys"] },
  // https://keyv.org/docs/keyv: a Map in memory where no store is given; ttl undefined unless told.
  { origin: named("keyv", "default", "Keyv"), bounds: ["ttl", "store", "uri", "adapter"] },
  // Up to version 6, https://github.com/isaacs/node-lru-cache/tree/v6.0.0#options: max is Infinity unless told.
  { origin: named("lru-cache", "default", "LRUCache"), bounds: ["max", "maxSize", "maxAge", "ttl"] },
];
