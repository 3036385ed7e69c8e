/** What the methods and functions that are given a collection do with it. */

/** Put something in. */
export const inserting = new Set(["set", "add", "push", "unshift"]);
/** Put something in, or make the same with something more. */
export const filling = new Set(["set", "add", "push", "unshift", "concat", "getOrInsert", "getOrInsertComputed"]);
/** Take something out, also of caches of packages. */
export const removing = new Set(["delete", "splice", "pop", "shift", "del", "mdel", "take"]);
/** Take something out of a collection that is an entry. */
export const removingElements = new Set(["delete", "splice", "pop", "shift", "clear"]);
/** Take everything out. */
export const emptying = new Set(["clear", "flushAll", "purge", "reset"]);
/** Functions that only read what they are given. */
export const onlyReading = new Set([
  "keys", "values", "entries", "from", "isArray", "stringify", "fromEntries", "freeze", "isFrozen", "hasOwn", "getOwnPropertyNames", "structuredClone",
  "log", "debug", "info", "warn", "error", "trace", "inspect", "all", "allSettled", "race", "any", "max", "min", "String", "Boolean", "Number",
  "Map", "Set", "isEmpty", "size", "concat", "forEach", "each", "map", "find", "some", "every", "includes", "has", "apply", "call",
]);
/** Make the same with less. */
export const reducing = new Set(["filter", "slice", "splice"]);
/** Make a list with less, also in packages. */
export const shrinking = new Set(["filter", "slice", "splice", "without", "reject", "omit", "difference", "pull"]);

/** Take one element out of a list and give it. */
export const takingOne: ReadonlySet<string> = new Set(["pop", "shift"]);
/** Give some elements of a list, or all. */
export const takingMany: ReadonlySet<string> = new Set(["splice", "slice", "reverse", "toReversed"]);

/** Methods by which what is kept is gone through or taken, and not only looked up. */
export const walking: ReadonlySet<string> = new Set(["forEach", "map", "values", "entries", "keys", "splice", "shift", "pop", "slice", "join", "reduce", "concat"]);

/** Methods of lists that leave the list and its order as they are. */
export const readingMethods: ReadonlySet<string> = new Set([
  "join", "map", "filter", "slice", "concat", "includes", "indexOf", "at", "some", "every", "find", "findIndex", "forEach", "reduce", "flat", "flatMap", "keys", "values", "entries", "toSorted", "toReversed", "toString",
]);

/** Give what is kept at one place. */
export const gettingOne = new Set(["get", "at"]);
