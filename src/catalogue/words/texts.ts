/** Methods and functions that read what stands in a text, or write it in another way: only a text whose content counts is treated so. */

/** Take a text apart, put something else into it, or bring what people and programs write differently into one form. */
export const contentReading: ReadonlySet<string> = new Set([
  "split", "replace", "replaceAll", "match", "matchAll", "search", "normalize", "trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase", "toLocaleLowerCase", "toLocaleUpperCase", "codePointAt", "charCodeAt",
]);

/** Give a part or another form of a text, which has as much content as the text. */
export const textKeeping: ReadonlySet<string> = new Set([...contentReading, "slice", "substring", "substr", "padStart", "padEnd", "concat", "toString", "at", "pop", "shift", "join"]);

/** Functions that write their argument as a text, or a text in another way. */
export const textMaking: ReadonlySet<string> = new Set(["String", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "escape", "unescape"]);

/** Ask whether something is one of the known. */
export const membershipTests: ReadonlySet<string> = new Set(["has", "get", "hasOwn", "hasOwnProperty", "includes", "indexOf", "some", "find", "call"]);
