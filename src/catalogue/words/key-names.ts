/** What the names of keys tell where nothing else does. A name never proves; in doubt a key counts as unknown. */
import { wordsOf } from "../../syntax/words-of.ts";

/** How many different keys a program can come up with over time. */
export type Domain = "bounded" | "unbounded" | "unknown";

// What comes anew with every request, connection, message or point in time.
const UNBOUNDED_WORDS = new Set([
  "request", "req", "requests", "response", "res", "url", "uri", "href", "referer", "query", "sql", "ip", "nonce", "timestamp", "time", "date", "uuid", "guid", "message", "messages", "msg", "packet",
  "seq", "sequence", "correlation", "trace", "span", "transaction", "tx", "txn", "job", "task", "ticket", "payload", "body", "delivery", "conn", "connection", "socket", "sock", "stream", "call",
  "invocation", "execution", "upload", "download", "session", "watcher", "promise", "chunk", "buffer", "visit", "element", "elem", "el", "window", "error", "err",
]);
// Unbounded as objects, `AbortSignal`; a `signalId` or `controllerId` names a part of the program.
const UNBOUNDED_OBJECTS = new Set(["signal", "controller"]);
// Say nothing themselves: `requestId` is as many as there are requests, `userId` may be few.
const LABEL_WORDS = new Set(["id", "ids", "key", "hash", "digest", "token", "number", "no", "string", "str"]);

// Written by the programmer: there are as many as the source text names.
const BOUNDED_WORDS = new Set([
  "type", "types", "kind", "event", "events", "name", "names", "locale", "lang", "language", "method", "level", "ctor", "constructor", "klass", "class", "clazz", "schema", "schemas", "mode",
  "theme", "unit", "format", "extension", "ext", "prop", "property", "properties", "field", "attr", "attribute", "tag", "encoding", "pattern", "regex", "regexp", "glob", "platform", "env", "environment",
  "option", "options", "config", "configuration", "settings", "command", "cmd", "feature", "flag", "component", "module", "mod", "plugin", "rule", "model", "entity", "metadata", "selector",
  "prototype", "proto", "symbol", "token_type", "opcode", "status", "state", "code", "category", "channel", "topic", "namespace", "scope", "hook", "phase", "stage", "operator", "op",
  "definition", "def", "decorator", "provider", "driver", "adapter", "font", "icon", "color", "colour", "variant", "role", "permission", "table", "column", "timezone", "tz",
  "currency", "country", "region", "codec", "mime", "mimetype", "layer", "template", "fn", "func", "function", "callback", "cb", "fragment", "dialect", "package", "pkg", "dependency", "dep", "version", "lib", "library", "protocol", "index", "idx", "i", "keyword", "identifier", "char", "character", "charcode", "width", "size", "length", "precision", "alias", "weight", "tagname", "typename", "classname", "nodetype", "eventname",
]);

// Parts of a program that have ids, which the source fixes.
const FIXED_PARTS = new Set(["location", "view", "panel", "container", "area", "slot", "section", "menu", "action", "setting", "preference", "theme", "app", "factory", "handler", "service", "contribution", "group", "cache"]);
/** Parameters so named may hold anything. */
export const genericKey = /^(?:.{1,3}|key|keys|name|value|values|item|items|data|path|file|index|input|text|string|args|type|options|opts|config|target|source|self|that)$/;
/** A `config.url` is one of the few that somebody has written down. */
export const configuration = /^(?:config|configuration|settings|env|environment)$|(?:Config|Configuration|Settings)$/;
/** Last words of what spells a key out. */
export const spelling = /^(?:id|ids|key|keys|hash|digest|token|string|str|text|url|uri|href)$/;
/** What stands in the source, and has an address. */
export const sourceWords = /^(?:source|module|script|style|stylesheet|chunk|bundle|asset|import|schema|plugin|package)$/;
/** Last words of what such a thing is reached by. */
export const addresses = /^(?:url|uri|href|path|file|filename)$/;
/** In code about GraphQL, what stands in the source. */
export const queries = /^(?:query|document)$/;
/** Ends of the names of events. */
export const eventNamed = /events?$/i;
/** Text of the program. */
export const programText = /^(?:module|script|stylesheet|chunk|bundle)$/;

/** What a variable's or member's name says of the number of values it can take. */
export function domainOfName(name: string): Domain {
  const words = wordsOf(name);
  const last = lastWordOf(name);
  if (last === undefined) return "unknown";
  // There is one schema in the source, but `schemaId` may be one of many that come and go.
  if (BOUNDED_WORDS.has(last)) return last === words.at(-1) ? "bounded" : "unknown";
  // A `schemaUrl` stands in the source; there are as many as there are schemas.
  if (/^(?:url|uri|href)$/.test(last) && BOUNDED_WORDS.has(words[words.lastIndexOf(last) - 1] ?? "")) return "unknown";
  return UNBOUNDED_WORDS.has(last) || (UNBOUNDED_OBJECTS.has(last) && last === words.at(-1)) ? "unbounded" : "unknown";
}

/** The word that says what a name is about: `server` of `serverId`. */
export function lastWordOf(name: string): string | undefined {
  return wordsOf(name).findLast((word) => !LABEL_WORDS.has(word));
}

/** Whether a value so named is an id, of whatever. */
export function isIdName(name: string): boolean {
  return /^(?:id|ids|uid|guid|uuid)$/.test(wordsOf(name).at(-1) ?? "");
}

/** Whether a key so named is the id of one of many things: `id`, `nodeId`, `uid`; not `pluginId`, of which the source has a few. */
export function isIdentityName(name: string): boolean {
  const words = wordsOf(name);
  const owner = words.at(-2) ?? "";
  return /^(?:id|ids|uid|guid|uuid)$/.test(words.at(-1) ?? "") && !BOUNDED_WORDS.has(owner) && !FIXED_PARTS.has(owner);
}

/** Whether a name speaks of something the source has a few of: `variantSetId`, `versionAndId`. */
export function namesFixedPart(name: string): boolean {
  return wordsOf(name).some((word) => BOUNDED_WORDS.has(word) || FIXED_PARTS.has(word));
}
