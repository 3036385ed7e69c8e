/** What calls do with the handle that they are made on or given. */

/** Methods that return the object they are called on, by the habit of Node and the DOM. */
export const fluentMethods: ReadonlySet<string> = new Set(["on", "once", "addListener", "prependListener", "off", "removeListener", "unref", "ref", "setEncoding", "setMaxListeners", "setTimeout", "setNoDelay", "setKeepAlive", "pause", "resume", "listen"]);

/** Methods that begin the life of their object: where one fails, nothing was opened. */
export const openingMethods = /^(?:connect|open|initialize|initialise|init|acquire|start|login|listen|lock|begin|launch|attach|activate)$/;

/** Setters of sockets and requests, and what writes to a stream: an error of theirs is an event, not an exception. */
export const methodsFailingByEvent = /^(?:set(?:Encoding|KeepAlive|NoDelay|Timeout|Header)|write|end|pipe|pause|resume|ref|unref)$/;

/** Releases of what somebody else waits for. */
export const givingBack = /^(?:release|unlock)/;

/** Functions of the language and the runtime that only look at what they are given, and assertions. */
export const borrowingGlobals = /^(?:console\.\w+|String|Number|Boolean|JSON\.stringify|Object\.(?:keys|values|entries|is|freeze)|Array\.isArray|Number\.\w+|isNaN|performance\.\w+|assert(?:\.\w+)?|expect|util\.inspect)$/;
/** The same by module and export: assertions of the test libraries and of Node. */
export const borrowingImports = /^assert(?:[./]|$)|\.expect$|^util\.inspect$/;

/** Methods of graphics contexts that copy the picture they are given, and keep nothing of it. */
export const copyingMethods: ReadonlySet<string> = new Set(["drawImage", "texImage2D", "texSubImage2D"]);

/** Methods of collections that keep what they are given. */
export const keepingMethods: ReadonlySet<string> = new Set(["push", "unshift", "add", "set"]);

/** Methods of functions by which an argument comes to another parameter than the one in its place. */
export const rebindingMethods: ReadonlySet<string> = new Set(["call", "apply", "bind"]);

/** Methods of lists that run their callback before they return. */
export const methodsRunningAtOnce: ReadonlySet<string> = new Set(["forEach", "map", "flatMap", "filter", "find", "findIndex", "some", "every", "reduce", "sort"]);

/** Methods of promises whose callback runs before the chain is fulfilled. */
export const chainingMethods: ReadonlySet<string> = new Set(["then", "finally"]);

/** What signals tell once they are aborted. */
export const abortedFlags = /^aborted$/;

/** Methods that by their name end what a stream comes from: a request, the stream itself. */
export const endingSources: ReadonlySet<string> = new Set(["abort", "cancel", "destroy"]);
