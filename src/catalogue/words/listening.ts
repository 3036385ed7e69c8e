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

/** What a call makes to steer its own work, and what is of no use once that is done. */
export const madeForWork: ReadonlySet<string> = new Set(["AbortController", "CancellationTokenSource", "XMLHttpRequest", "setTimeout"]);
