/** Words about listeners: verbs that put them on, and events that tell of the end of a program. */

/** Verbs that put a listener on. */
export const listeningVerbs = /^(?:on|once|addListener|prependListener|addEventListener)$/;

/** What the process tells of its own end, and of failures that end it. */
export const eventsOfProcess = /^(?:SIG[A-Z\d]+|exit|beforeExit|disconnect|uncaughtException\w*|unhandledRejection|rejectionHandled|warning)$/;

/** Hooks that keep the function they are given from render to render. */
export const keepingHooks = /^use(?:Callback|Event|EffectEvent|MemoizedFn)$/;

/** Calls that give a function which calls another one less often. */
export const slowingCalls = /^(?:debounce|throttle)/;

/** What names a function that will be called later. */
export const listenerWords = /(?:^cb|callback|listener|handler|^fn)$/i;

/** Events that tell of the cancellation of a token: tokens outlive the calls they are given to, and most are never cancelled. */
export const cancellationEvents = /^on(?:Did|Will)?(?:Cancel|Abort)/;

/** Methods that cancel the source of a token. */
export const cancellingVerbs: readonly string[] = ["cancel", "dispose"];

/** What the process or the page tells last. */
export const lastEvents: ReadonlySet<string> = new Set(["exit", "beforeExit", "SIGINT", "SIGTERM", "SIGHUP", "unload", "beforeunload", "pagehide"]);

/** Events that may never come while their target lives: it is cancelled, fails, loses its line, or tells of its own end. */
export const eventsThatMayNotCome = /^(?:SIG[A-Z\d]+|(?:before)?exit|(?:before)?unload|pagehide|.*(?:error|cancel(?:l?ed)?|abort(?:ed)?|timeout|fail(?:ed|ure)?)|offline|online|reconnect)$/i;

/** Methods that list all elements of what they are called on. */
export const listingMethods: ReadonlySet<string> = new Set(["values", "entries", "slice", "reverse", "toReversed"]);

/** Functions that list all elements of what they are given: `Array.from`, `Object.values`. */
export const copyingCalls: ReadonlySet<string> = new Set(["from", "values", "entries"]);

/** Events that begin what an end follows: they come once, or in turn with that end. */
export const beginningEvents = /^(?:DOMContentLoaded|(?:pre|before|did|will)?-?(?:add|attach|begin|boot|connect|create|enter|init|initialize|join|listen|load|login|mount|open|ready|register|resume|setup|spawn|start|up)(?:e?d|ing|start|open)?|.*(?:start|begin|open|ready|connect|enter|load|init)(?:ed)?)$/i;

/** Events that come again and again while a program runs: for each client, each request, each message, each act of a user. */
export const recurringEvents = /^(?:(?:secure)?connection|request|upgrade|session|stream|message|data|line|click|dblclick|submit|change|input|focus|blur|key(?:down|up|press)|mouse(?:down|up|enter|leave|over|out)|pointer(?:down|up)|touch(?:start|end)|drop|visibilitychange|online|offline|reconnect|disconnect)$/i;

/** Those of them that bring a new client, or a new piece of work of one: what serves it is done with some time. */
export const clientEvents = /^(?:(?:secure)?connection|request|upgrade|session|stream)$/i;

/** Acts that come again whatever else has come between: no other event takes back what they began, as a release does what a press began. */
export const repeatedActs = /^(?:click|dblclick|submit|change|input|message)$/i;

/** What a call makes to steer its own work, and what is of no use once that is done. */
export const madeForWork: ReadonlySet<string> = new Set(["AbortController", "CancellationTokenSource", "XMLHttpRequest", "setTimeout"]);

/** What clients that connect again by themselves tell each time, and the packages that make such clients. */
export const connectionEvents = /^(?:connect|connected|open|ready|session)$/;
export const reconnectingPackages: ReadonlySet<string> = new Set(["mqtt", "socket.io-client", "ioredis", "redis", "reconnecting-websocket", "partysocket", "@stomp/stompjs", "sockjs-client", "amqp-connection-manager", "pusher-js", "centrifuge", "@supabase/supabase-js", "faye", "primus-client"]);

/** Options by which they are told whether to. */
export const reconnectingOptions = /^(?:auto)?reconnect|^retry(?:Strategy|_strategy)?$/i;
