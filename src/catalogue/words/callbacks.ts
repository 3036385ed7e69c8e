/** Names of functions that take callbacks, and of the callbacks: how often they run. */
import { wordsOf } from "../../syntax/words-of.ts";

/** Run their callback at once, as a part of the call. */
export const transparent = new Set([
  "forEach", "map", "filter", "reduce", "reduceRight", "some", "every", "find", "findIndex", "flatMap", "sort", "from", "then", "catch", "finally", "Promise", "each", "eachSeries",
  "mapValues", "series", "parallel", "nextTick", "queueMicrotask", "setImmediate", "setTimeout", "run", "runInContext", "bind", "call", "apply", "all", "walk", "traverse", "replace", "computed", "memo",
]);
/** Run it once. */
export const runOnce = new Set(["once", "ready", "whenReady", "describe", "it", "test", "before", "beforeAll", "beforeEach", "after", "afterAll", "afterEach", "define", "defineConfig", "onMount", "onMounted", "useMemo", "lazy"]);
/** Run it with every event or request. */
export const runPerEvent = /^(?:on[A-Z]?\w*|addListener|add\w*Listener|addEventListener|prependListener|subscribe|get|post|put|patch|del|delete|all|use|handle\w*|setInterval|tap\w*|listen|watch\w*|observe|hook|intercept|consume|process|register\w*|command|createServer|procedure|query|mutation|action)$/;
/** Put a listener for many events on an emitter. */
export const eventRegistrations = new Set(["on", "addListener", "addEventListener", "subscribe", "prependListener"]);
/** Tell once that the program or a part of it has begun. */
export const startsOfProgram = /^(?:on)?(?:ready|load(?:ed)?|DOMContentLoaded|start(?:up|ed)?|install(?:ed)?|init\w*|listening|boot\w*|open|connect|activate\w*|deviceready|mount(?:ed)?)$/i;
/** Put a listener on what may end. */
export const endListening = new Set(["on", "once", "addListener", "addEventListener", "prependListener"]);
/** Verbs and members that name the event they are for: `onClose`, `onDidDispose`. */
export const eventOfVerb = /^on(?:ce|Did)?([A-Z]\w*)$/;
/** Verbs of editors that name what has happened, and then what it has happened to: `onDidCloseTerminal`. */
export const happenedVerb = /^onDid([A-Z][a-z]+)[A-Z]/;
/** Members that give the values of an event to whoever subscribes: `destroyed$`, `willDestroy$`, `afterClosed`. */
export const eventOfStream = /^(?:on|once|did|will|after|before)?_?([A-Za-z]+?)\$?$/;
const LISTENING = /^(?:on|once|addListener|addEventListener|prependListener)$|^on[A-Z]/;
const HANDLER = /^(?:handlers?|listeners?|callbacks?|cb|fn|func|subscribers?|subscription|observers?)$/;
/** The first parameter of what serves a request. */
export const requestParameter = /^_?(?:req|request)$/;
/** The first parameter of what serves a request, where the second is `next`. */
export const contextParameter = /^(?:ctx|context|c)$/;
/** The first parameter of a decorator. */
export const decoratorTarget = /^(?:_?target|proto|prototype)$/;
/** The second parameter of a decorator. */
export const decoratorKey = /^_?(?:prop|key|name|method|context|descriptor)/i;

/** Whether a variable so named holds a function that is to be called when something happens. */
export function isHandlerName(name: string): boolean {
  return wordsOf(name).some((word) => HANDLER.test(word));
}

/** Whether a function so named takes an event and what to call then: `on`, `onNotification`. */
export function isListeningName(name: string): boolean {
  return LISTENING.test(name);
}
