/** Calls that answer anew each time: the clock, randomness, and built-ins that make an object. */

/** Calls of globals that give another value each time, and what they read. */
export const changingGlobals: ReadonlyMap<string, "time" | "random" | "symbol"> = new Map([
  ["Date.now", "time"], ["performance.now", "time"], ["process.hrtime", "time"], ["process.hrtime.bigint", "time"], ["process.uptime", "time"],
  ["Math.random", "random"], ["crypto.randomUUID", "random"], ["globalThis.crypto.randomUUID", "random"], ["self.crypto.randomUUID", "random"],
  ["Symbol", "symbol"],
]);

/** Modules whose exports give another value each time. */
export const randomModules: ReadonlySet<string> = new Set(["uuid", "nanoid", "ulid", "cuid", "@paralleldrive/cuid2", "shortid"]);
/** Functions of `node:crypto` that do. */
export const randomCrypto: ReadonlySet<string> = new Set(["randomUUID", "randomBytes", "randomInt"]);

/** Methods that give an iterator, whose `next()` answers an object with the value in it. */
export const iteratorMethods: ReadonlySet<string> = new Set(["keys", "values", "entries", "matchAll", "[iterator]"]);

/** Methods whose result is a new array; names that give a text of a text and an array of an array are left out. */
export const freshMethods: ReadonlySet<string> = new Set(["map", "filter", "flatMap", "bind", "toSorted", "toReversed", "toSpliced", "split"]);

/** Methods that give another list of what the list holds, and of a text another text. */
export const copyingMethods: ReadonlySet<string> = new Set(["slice", "concat"]);

/** Calls of globals that make a new object. */
export const freshCalls: ReadonlySet<string> = new Set([
  "Object.keys", "Object.values", "Object.entries", "Object.fromEntries", "Array.from", "Array.of", "structuredClone", "JSON.parse",
]);

/** Exports of those modules that do not. */
export const steadyExports = /^(?:v3|v5|validate|parse|stringify|version|isValid|decodeTime|customAlphabet)$/;

/** Calls of globals that give the object that they are given, and methods of a list that give the list. */
export const sameObjectCalls: ReadonlySet<string> = new Set(["Object.freeze", "Object.seal", "Object.preventExtensions"]);
export const sameObjectMethods: ReadonlySet<string> = new Set(["sort", "reverse", "fill"]);
