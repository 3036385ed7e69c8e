/** Calls of which no way out is made: they do not come back, or nobody expects them to throw. */

/** Functions of the runtime that end the program or leave the page. */
export const neverReturning: ReadonlySet<string> = new Set(["process.exit", "process.abort", "process.reallyExit", "Deno.exit", "location.reload", "window.location.reload"]);

/** Functions of the language and the runtime that do not throw when they are called as is usual. */
export const harmlessGlobals = /^(?:console|Math|Date|performance|Number|Object|Reflect|Array|Symbol|String|Boolean|BigInt)(?:\.\w+)?$|^(?:set|clear)(?:Timeout|Interval|Immediate)$|^(?:queueMicrotask|requestAnimationFrame|cancelAnimationFrame|isNaN|isFinite|parseInt|parseFloat|process\.(?:exit|abort|nextTick|hrtime|uptime|cwd|memoryUsage|on|once|off|removeListener)|Buffer\.(?:from|alloc|allocUnsafe|concat|byteLength|isBuffer)|Promise\.\w+)$/;

/** The same of constructors. */
export const harmlessConstructors: ReadonlySet<string> = new Set(["Map", "Set", "WeakMap", "WeakSet", "WeakRef", "Date", "Promise", "AbortController", "Error", "TypeError", "RangeError", "Array", "Object", "EventEmitter", "URLSearchParams", "Uint8Array", "TextDecoder", "TextEncoder"]);

/** Methods of built-in collections, texts and emitters that throw only when the object itself is missing. */
export const harmlessMethods: ReadonlySet<string> = new Set([
  "push", "pop", "shift", "unshift", "splice", "slice", "concat", "join", "indexOf", "lastIndexOf", "includes", "reverse", "get", "set", "has", "add", "delete", "clear", "keys", "values", "entries", "at", "fill", "flat",
  "trim", "trimStart", "trimEnd", "split", "toString", "toLowerCase", "toUpperCase", "startsWith", "endsWith", "padStart", "padEnd", "substring", "substr", "charAt", "charCodeAt", "toFixed", "getTime", "toISOString", "match", "test", "replace", "replaceAll", "hasOwnProperty", "push", "bind",
  "on", "once", "off", "addListener", "removeListener", "removeAllListeners", "addEventListener", "removeEventListener", "unref", "ref", "then", "catch", "finally", "clearTimeout", "clearInterval",
]);

/** Methods whose names sound of failure, and that do not throw of what these constructors make without options. */
export const harmlessMethodsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  TextDecoder: new Set(["decode"]),
  TextEncoder: new Set(["encode", "encodeInto"]),
};

/** Objects that write down what happens, and throw nothing themselves. */
export const loggers = /^(?:console|log|logger|debug|_?log(?:ger)?|trace|warn|info)$/i;
