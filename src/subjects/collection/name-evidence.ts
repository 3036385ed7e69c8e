/**
 * What names tell where nothing else does. A name never proves; it tips the balance between a report and silence:
 * in doubt a key counts as unknown and a class as one that nobody knows to live long.
 */

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

const LONG_LIVED_CLASS = /(?:Service|Services|Manager|Client|Server|Pool|Registry|Store|Cache|Controller|Provider|Router|Dispatcher|Broker|Hub|Bus|Gateway|Daemon|Worker|Scheduler|Monitor|Tracker|Watcher|Engine|App|Application|Plugin|Shell|Host|Agent|Proxy|Transport|Repository|Animator|Cluster|Transit|Database|Platform|Runtime|Backend|Main|Extension|Impl)$/;
const SHORT_LIVED_CLASS = /(?:Request|Response|Parser|Builder|Visitor|Context|Transaction|Query|Command|Task|Job|Compilation|Compiler|Chunk|Node|Scanner|Lexer|Tokenizer|Printer|Writer|Reader|Event|Error|Test|Result|Iterator|Cursor|Analyzer|Formatter|Generator|Converter|Transformer|Serializer|Encoder|Decoder|Runner|Migration|Statement|Expression|Document|Walker|Resolver|Planner|Renderer|Graph|Scope|Buffer|Stream|Message|Packet|Options|Config|Rule|Linter|Reporter|Frame|Dialog|Modal|Element|Component|Widget|View|Tree|List|Map|Set|Loader|Bundle|Matcher|Checker|Program|Metadata|Schema|Table|Model|Template|Factory|Util|Utils|Helper|Collection|Batch|Executor|Operation|Session|Span|Info)$/;
const HANDLER = /^(?:handlers?|listeners?|callbacks?|cb|fn|func|subscribers?|subscription|observers?)$/;
const LISTENING_FUNCTION = /^(?:on|once|addListener|addEventListener|prependListener)$|^on[A-Z]/;
const STARTUP_FUNCTION = /^(?:register|define|use|install|configure|extend|declare|provide(?![A-Z])|bootstrap|boot|init|initialize|initialise|setup|startup|add(?:Plugin|Middleware|Route|Command|Rule|Type|Preset|Provider|Extension|Module|Component|Service|Format|Locale|Language|Alias|Helper|Filter|Directive|Mapping|Option|Schema|Migration|Entity)s?|load(?:Config|Plugin|Module|Locale|Extension|Option|Setting)s?|setOptions?|setConfig|mock|stub|decorate|mixin|implement|enable|activate|preload|prime|warm)(?![a-z])/;

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

/** Whether instances of a class so named usually live as long as the program, or end with one piece of work. */
export function lifeOfClassName(name: string): "long" | "short" | undefined {
  if (SHORT_LIVED_CLASS.test(name.replace(/Impl$/, ""))) return "short";
  return LONG_LIVED_CLASS.test(name) ? "long" : undefined;
}

/** Whether a collection so named keeps computed values to save computing them again. */
export function isCacheName(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:cache|cached|caches|memo|memoized)$/.test(word));
}

/** Whether a collection or function so named sees to it that something is said once: there are as many texts as the source has. */
export function isOnceGuard(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:warned|warnings|warning|warn|deprecate|deprecated|deprecations?|once|logged|notified|reported|emitted)$/.test(word));
}

/** Whether a variable so named holds a function that is to be called when something happens. */
export function isHandlerName(name: string): boolean {
  return wordsOf(name).some((word) => HANDLER.test(word));
}

/** Whether a function so named takes an event and what to call then: `on`, `onNotification`. */
export function isListeningName(name: string): boolean {
  return LISTENING_FUNCTION.test(name);
}

/** Whether a function so named is called while the program starts. */
export function isStartupName(name: string): boolean {
  return STARTUP_FUNCTION.test(name.replace(/^[_#]+/, ""));
}

/** `userIds` is `["user", "ids"]`. */
export function wordsOf(name: string): string[] {
  return name.replace(/^[#_$]+/, "").replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
}
