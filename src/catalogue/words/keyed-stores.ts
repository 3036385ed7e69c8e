/** The keyed stores of the language by the names of their types and methods. */
import type { KeyMethods, KeyOperation } from "../cache-entry.ts";

/** The collections, and the kind of store that each is. */
export const builtInStores: ReadonlyMap<string, "map" | "set" | "weak"> = new Map([
  ["Map", "map"], ["ReadonlyMap", "map"], ["Set", "set"], ["ReadonlySet", "set"], ["WeakMap", "weak"], ["WeakSet", "weak"],
]);

/** Other types that an annotation names; `other` is no keyed store. */
export const annotatedStores: ReadonlyMap<string, "record" | "outsideCache" | "other"> = new Map([
  ["Record", "record"], ["Storage", "outsideCache"], ["Array", "other"], ["ReadonlyArray", "other"],
]);

/** Types that change nothing about the store that they are given. */
export const transparentTypes: ReadonlySet<string> = new Set(["Partial", "Readonly", "Required", "NonNullable"]);

export const mapMethods: KeyMethods = { get: "lookup", has: "lookup", set: "insert", delete: "delete", getOrInsert: "insert", getOrInsertComputed: "insert" };
export const setMethods: KeyMethods = { has: "lookup", add: "insert", delete: "delete" };

/** Members of stores that hand out nothing by which others could fill or empty them. */
export const understoodMembers: ReadonlySet<string> = new Set([
  "get", "has", "set", "add", "delete", "clear", "keys", "values", "entries", "forEach", "size", "length", "getOrInsert", "getOrInsertComputed",
  "peek", "del", "remove", "take", "ttl", "reset", "hasOwnProperty", "[iterator]",
]);

/** Calls that read a whole store and keep nothing of it that could change it. */
export const storeReaders = /^(?:keys|values|entries|from|hasOwn|freeze|stringify|log|debug|isArray|has|deleteProperty|call|Map|Set)$/;

/** Methods of stores and lists that call a function for each element, which they give it first. */
export const elementCallbacks: ReadonlySet<string> = new Set(["forEach", "filter", "find", "some", "every", "map", "flatMap", "findLast"]);

/** Methods of lists that give a list of the same elements, or of some of them. */
export const listCopies: ReadonlySet<string> = new Set(["filter", "slice", "sort", "reverse", "toSorted", "toReversed"]);

/** What methods of these names do with a key, on a store of any make: look-ups and deletes take the key alone, inserts a value as well. */
export const keyedOperations: ReadonlyMap<string, KeyOperation> = new Map([
  ["get", "lookup"], ["has", "lookup"], ["peek", "lookup"], ["fetch", "lookup"], ["exists", "lookup"], ["contains", "lookup"], ["getItem", "lookup"],
  ["set", "insert"], ["put", "insert"], ["store", "insert"], ["save", "insert"], ["setItem", "insert"],
  ["delete", "delete"], ["remove", "delete"], ["del", "delete"], ["evict", "delete"], ["removeItem", "delete"],
]);

/** Hooks that keep what they are first given in one member of an object, and that member. */
export const referenceMakers: ReadonlySet<string> = new Set(["useRef"]);
export const referenceMember = "current";
