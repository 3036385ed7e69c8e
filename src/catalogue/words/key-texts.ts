/** Calls that make a text of a value, or another text of a text, by the names under which code calls them. */

/** Calls that bring a value into another shape, so that with it and without it are two keys. */
export const normalizers: ReadonlySet<string> = new Set([
  ".toLowerCase", ".toUpperCase", ".toLocaleLowerCase", ".toLocaleUpperCase", ".trim", ".trimStart", ".trimEnd", ".normalize", ".replace", ".replaceAll",
  ".slice", ".substring", ".padStart", ".padEnd",
  "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "JSON.stringify", "btoa", "atob",
  "path.resolve", "path.normalize", "path.join", "path.relative", "path.basename", "path.posix.normalize", "path.posix.join", "path.posix.resolve", "resolve", "normalizePath", "fileURLToPath", "pathToFileURL",
  "path.posix.relative", "path.dirname", "path.toNamespacedPath", "domainToASCII", "domainToUnicode", "url.domainToASCII", "url.domainToUnicode", "punycode.toASCII", "punycode.toUnicode",
  "escape", "unescape", "camelCase", "kebabCase", "snakeCase", "upperFirst", "lowerFirst", "capitalize", "slugify", "stripIndent", "normalizeUrl", "normalizeEmail",
]);

/** Calls that give a text whatever they are given. */
export const textCalls: ReadonlySet<string> = new Set([
  "JSON.stringify", ".toLowerCase", ".toUpperCase", ".trim", ".padStart", ".padEnd", ".toString", ".toISOString", ".join",
  "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "escape", "unescape", "btoa", "atob",
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
  "RequestInit", "ResponseInit",
]);

/** Types of packages whose values are plain objects, so that all of them print the same text, and the packages. */
export const plainTextImports: ReadonlyMap<string, readonly string[]> = new Map([
  ["Filter", ["mongodb"]], ["FindOptions", ["mongodb", "sequelize", "@mikro-orm/core"]], ["AggregateOptions", ["mongodb"]], ["MongoClientOptions", ["mongodb"]],
  ["FilterQuery", ["mongoose", "mongodb", "@mikro-orm/core"]], ["RootFilterQuery", ["mongoose"]], ["QueryOptions", ["mongoose", "mysql2"]], ["ConnectOptions", ["mongoose"]],
  ["FindManyOptions", ["typeorm"]], ["FindOneOptions", ["typeorm"]], ["FindOptionsWhere", ["typeorm"]], ["DataSourceOptions", ["typeorm"]],
  ["WhereOptions", ["sequelize"]], ["CountOptions", ["sequelize"]], ["PoolConfig", ["pg"]], ["ClientConfig", ["pg"]], ["QueryConfig", ["pg"]], ["ConnectionOptions", ["mysql2", "tls"]], ["PoolOptions", ["mysql2"]],
  ["RedisOptions", ["ioredis"]], ["AxiosRequestConfig", ["axios"]], ["RequestOptions", ["http", "https"]], ["IncomingHttpHeaders", ["http"]], ["OutgoingHttpHeaders", ["http"]],
  ["ParsedUrlQuery", ["querystring"]], ["CSSProperties", ["react"]], ["LocationQuery", ["vue-router"]], ["Params", ["react-router", "react-router-dom", "@angular/router"]],
]);

/** Types of the language that JSON prints as `{}` whatever they hold. */
export const emptyInJson: ReadonlyMap<string, string> = new Map([
  ["Map", "a Map"], ["ReadonlyMap", "a Map"], ["Set", "a Set"], ["ReadonlySet", "a Set"], ["WeakMap", "a weak collection"], ["WeakSet", "a weak collection"], ["RegExp", "a regular expression"],
]);

/** Methods of a list that give the list itself, or a copy, in another order. */
export const orderingMethods: ReadonlySet<string> = new Set(["sort", "reverse", "toSorted", "toReversed"]);

/** Directives of `util.format` that print an object with what it holds. */
export const objectDirectives: ReadonlySet<string> = new Set(["%o", "%O"]);

/** Methods of dates, of the language's and of the usual libraries', each of which prints the moment in a way of its own. */
export const momentTexts: ReadonlySet<string> = new Set([
  ".toISOString", ".toUTCString", ".toGMTString", ".toDateString", ".toTimeString", ".toLocaleDateString", ".toLocaleTimeString", ".getTime",
]);

/** Methods of dates that leave them as they are. */
export const dateReaders = /^(?:get|to)(?:UTC)?[A-Z]|^valueOf$/;

/** Calls that answer with a text, or with nothing. */
export const textAnswers: ReadonlySet<string> = new Set([
  ".getAttribute", "localStorage.getItem", "sessionStorage.getItem", "crypto.randomUUID", "randomUUID", ".toFixed", ".toPrecision",
]);

/** Members whose own members are texts, whatever was written to them. */
export const textHolders: ReadonlySet<string> = new Set(["dataset"]);
/** Members of a request whose own members are parts of its address. */
export const routeTexts: ReadonlySet<string> = new Set(["params"]);

/** Classes of the platform that take a text apart, so that no member of theirs is that text as it was. */
export const parsers: ReadonlySet<string> = new Set(["URL"]);

/** Classes of the platform whose `get` answers with a text, and members that are of them. */
export const textStores: ReadonlySet<string> = new Set(["URLSearchParams", "Headers"]);
export const textStoreMembers: ReadonlySet<string> = new Set(["searchParams"]);

/** Calls that answer with a number. */
export const numberCalls: ReadonlySet<string> = new Set(["Number", "parseInt", "parseFloat", "Number.parseInt", "Number.parseFloat", "Math.floor", "Math.round", "Math.ceil", "Math.trunc", "Math.random", "Date.now", "performance.now", ".getTime"]);

/** Members that are numbers on whatever has them. */
export const numberMembers: ReadonlySet<string> = new Set(["length", "byteLength"]);
