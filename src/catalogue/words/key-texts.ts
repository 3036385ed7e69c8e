/** Calls that make a text of a value, or another text of a text, by the names under which code calls them. */

/** Calls that bring a value into another shape, so that with it and without it are two keys. */
export const normalizers: ReadonlySet<string> = new Set([
  ".toLowerCase", ".toUpperCase", ".trim", ".normalize", ".replace", ".replaceAll",
  "encodeURIComponent", "decodeURIComponent", "encodeURI", "path.resolve", "path.normalize", "path.posix.normalize", "resolve", "normalizePath", "JSON.stringify",
]);

/** Calls that give a text whatever they are given. */
export const textCalls: ReadonlySet<string> = new Set([
  "JSON.stringify", ".toLowerCase", ".toUpperCase", ".trim", ".padStart", ".padEnd", ".toString", ".toISOString", ".join",
  "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI",
]);

/** Functions of `node:util` that print for readers. */
export const formatters: ReadonlySet<string> = new Set(["util.inspect", "inspect", "util.format", "format"]);

/** Functions that turn what they are given into a text or a number, so that it rests on the texts within. */
export const digests = /(?:^|\.)(?:\w*(?:[hH]ash|[sS]tringify|[dD]igest)\w*|md5|sha1|sha256|serialize)$/;

/** Calls that round a number or read one from a text. */
export const countingCalls: readonly string[] = ["floor", "round", "ceil", "trunc", "parseInt"];

/** Members that count. */
export const countMembers: ReadonlySet<string> = new Set(["length", "size", "index", "byteLength"]);

/** Types and constructors of the language whose objects all print the same text. */
export const plainTextTypes: ReadonlySet<string> = new Set([
  "Map", "ReadonlyMap", "Set", "ReadonlySet", "WeakMap", "WeakSet", "WeakRef", "Promise", "PromiseLike", "Record",
  "AbortSignal", "AbortController", "Request", "Response", "Headers", "FormData", "Blob", "File",
]);

/** Types of the language that JSON prints as `{}` whatever they hold. */
export const emptyInJson: ReadonlyMap<string, string> = new Map([
  ["Map", "a Map"], ["ReadonlyMap", "a Map"], ["Set", "a Set"], ["ReadonlySet", "a Set"], ["WeakMap", "a weak collection"], ["WeakSet", "a weak collection"], ["RegExp", "a regular expression"],
]);

/** Methods of a list that give the list itself, or a copy, in another order. */
export const orderingMethods: ReadonlySet<string> = new Set(["sort", "reverse", "toSorted", "toReversed"]);

/** Directives of `util.format` that print an object with what it holds. */
export const objectDirectives: ReadonlySet<string> = new Set(["%o", "%O"]);
