/** The names that mutants are made from: what takes a thing, what gives it back, which events may never come. Data only. */

/** What ends a timer, and what starts the timers that it ends. In browsers and Node one verb ends timeouts and intervals. */
export const TIMERS = new Map([
  ["clearInterval", "setInterval"],
  ["clearTimeout", "setTimeout"],
  ["cancelAnimationFrame", "requestAnimationFrame"],
  ["clearImmediate", "setImmediate"],
]);

/** Objects that hold the timer functions of the platform. */
export const TIMER_HOSTS = new Set(["window", "globalThis", "self", "global", "timers"]);

/** Methods that end a handle. */
export const ENDING_METHODS = new Set(
  "close dispose destroy disconnect unsubscribe release terminate abort unobserve cancel stop end unlock free kill".split(" "),
);

/** Methods that ask a thing to come to its end: what follows may wait for that. */
export const ASKS_TO_END = new Set(["end", "abort", "cancel", "kill", "stop", "terminate"]);

/** How the name of a function reads that opens something; what starts with a capital is a word in the middle of a name. */
export const MAKER = /^(?:re)?(?:create|open|connect|watch|subscribe|acquire|observe|spawn|fork|listen|lock)|(?:Create|Open|Connect|Watch|Subscribe|Acquire|Observe|Spawn|Fork|Listen|Lock)(?:[A-Z]|$)/;

/** Things that hold nothing but what listens to them, and go when they are let go; a request to cancel is no release. */
export const HOLDS_NOTHING = /(?:Emitter|Signal|CancellationTokenSource|CancellationScope|Deferred|Stopwatch|BufferSource|Gain|Builder|Transaction|Animation)$/;

/** Methods of one receiver that open and end something without a handle, by how the name of what opens begins. */
export const RECEIVER_PAIRS = new Map([
  ["release", ["acquire", "lock"]],
  ["unlock", ["lock", "acquire"]],
  ["disconnect", ["connect"]],
  ["close", ["open"]],
  ["stop", ["start"]],
  ["destroy", ["init", "open"]],
]);

/** What takes a listener away, and what may have added it. */
export const REMOVERS = new Map([
  ["removeEventListener", ["addEventListener"]],
  ["removeListener", ["on", "addListener", "once", "prependListener"]],
  ["off", ["on", "addListener", "once", "prependListener"]],
]);

/** Events that come once: what waits for them goes with them, removed or not. */
export const COMES_ONCE = /^(?:DOMContentLoaded|load|loadend|loadedmetadata|loadeddata|readystatechange)$/;

/** Members of a component that its framework hands in. */
export const HANDED_IN = new Set(["props", "state", "context", "options", "$refs"]);

/** Events of a thing that may live long without them: what waits for one of them may wait forever. */
export const MAY_NEVER_COME = /^(?:abort(?:ed)?|error|close[d]?|end(?:ed)?|finish|exit|disconnect(?:ed)?|connect(?:ed)?|reconnect|timeout|drain|ready|open|loaded?|cancel(?:led)?|stop(?:ped)?|destroy(?:ed)?|beforeunload|unload|pagehide|offline|online|beforeExit|uncaughtException|unhandledRejection|SIG[A-Z]+|[a-z]+cancel)$/;

/** Events that end what emits them. Of those that are there, the first that may is the one whose handler is forgotten. */
export const FINAL_EVENTS = ["close", "error", "abort", "aborted", "disconnect", "timeout", "cancel", "exit", "end", "finish"];

/** Functions that read a collection and keep nothing of it. */
export const BORROWERS = /^(?:Array\.from|Object\.(?:keys|values|entries|assign|freeze|fromEntries|hasOwn)|JSON\.stringify|console\.\w+|String|Boolean|structuredClone|expect|assert)$/;

/** Effect hooks of React, whose callback hands out its cleanup. */
export const EFFECT_HOOK = /^(?:React\.)?use(?:Layout|Insertion)?Effect$/;

/** Calls that answer something else each time. */
export const VOLATILE_CALL = /^(?:Date\.now|Math\.random|performance\.now|process\.hrtime|(?:\w+\.)?(?:randomUUID|randomBytes|nanoid|uuid|uuidv[1-7]|v4|generateUuid|generateId|uniqueId|getRandomValues|cuid|ulid)|Symbol)$/;

/**
 * Methods of the same kind of thing that do not end it. `from` are the modules whose function or class makes the thing,
 * with none for what the platform has as a global.
 */
export const WRONG_VERBS = [
  { makers: ["IntersectionObserver", "MutationObserver", "PerformanceObserver"], ends: ["disconnect"], verb: "takeRecords" },
  { makers: ["AudioContext", "webkitAudioContext"], ends: ["close"], verb: "suspend" },
  { makers: ["MediaRecorder"], ends: ["stop"], verb: "pause" },
  { from: ["worker_threads"], makers: ["Worker"], ends: ["terminate"], verb: "unref" },
  { from: ["worker_threads"], makers: ["BroadcastChannel"], ends: ["close"], verb: "unref" },
  { from: ["fs"], makers: ["watch"], ends: ["close"], verb: "unref" },
  { from: ["fs"], makers: ["createReadStream"], ends: ["close", "destroy"], verb: "pause" },
  { from: ["fs"], makers: ["createWriteStream"], ends: ["close", "destroy", "end"], verb: "cork" },
  { from: ["http", "https", "net", "tls"], makers: ["createServer", "Server"], ends: ["close"], verb: "unref" },
  { from: ["http2"], makers: ["createServer", "createSecureServer"], ends: ["close"], verb: "unref" },
  { from: ["http2"], makers: ["connect"], ends: ["close", "destroy"], verb: "unref" },
  { from: ["net", "tls"], makers: ["connect", "createConnection", "Socket"], ends: ["destroy", "end"], verb: "pause" },
  { from: ["http", "https"], makers: ["request", "get"], ends: ["destroy", "abort"], verb: "flushHeaders" },
  { from: ["dgram"], makers: ["createSocket"], ends: ["close"], verb: "unref" },
  { from: ["readline"], makers: ["createInterface"], ends: ["close"], verb: "pause" },
  { from: ["child_process"], makers: ["spawn", "fork", "exec", "execFile"], ends: ["kill"], verb: "unref" },
  { from: ["zlib"], makers: ["createGzip", "createGunzip", "createDeflate", "createInflate"], ends: ["close", "destroy"], verb: "flush" },
  { from: ["ws"], makers: ["WebSocket"], ends: ["close", "terminate"], verb: "pause" },
];
