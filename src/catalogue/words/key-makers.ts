/** Names by which keys, what makes them and what keeps things under them are told, where the code does not show it. */

/** Functions that make keys: `keyFor`, `userCacheKey`, `buildCacheKey`. */
export const keyMakers = /^key(?:For|Of|From|By)[A-Z]?|(?:[cC]ache|[mM]emo)Key(?:For|Of|From|By)?|^(?:get|make|build|create|compute|generate|to)\w*CacheKey/;

/** Variables that hold the key of a cache. */
export const cacheKeys = /^(?:cache|memo)Key$|(?:Cache|Memo)Key$/;

/** Variables and fields that hold a cache. */
export const cacheNames = /(?:cache|memo|memoized)$/i;

/** Methods that take a key, of a store of any make. */
export const keyedMethods = /^(?:get|has|set|put|add|delete|del|remove|fetch|getOrSet|wrap)$/;

/** Functions and decorators that memoize, wherever they come from. */
export const memoizerNames: readonly string[] = ["memoize", "memoise", "Memoize", "memoized", "memoizeSync", "memoizeAsync", "memoizee", "pMemoize", "memoizeWith"];

/** Options of memoizers that hold the user's own way to make keys. */
export const resolverOptions: ReadonlySet<string> = new Set(["cacheKey", "normalizer", "resolver", "serialize", "transformKey", "keyGenerator", "hash", "cacheKeyFn", "hashFunction", "transformArgs"]);

/** Parameters that a finished key goes by, so that its maker may hand it over under them. */
export const keyLike = /(?:^|[a-z_])(?:key|hash|token|digest|cacheId|fullName|path|name|value|val|item|entry|element|k|v|x|a|b|s|str|text|input)$/i;

/** Names of variables that say themselves that they hold a key. */
export const endsInKey = /key$/i;

/** Members that tell an object from others of its kind, the likeliest first. */
export const idMembers: readonly string[] = ["id", "_id", "uuid", "guid", "key"];
