/** The verbs by which listeners are added and removed, by name, and the calls that give a new function each time. */

/**
 * How a family of verbs takes its arguments: event and listener, or the listener alone.
 * `third`: what the argument behind the listener means for the removal: a `capture` flag that must agree, a `context`
 * that must agree, or nothing.
 */
export interface ListenerVerbs {
  readonly family: "dom" | "emitter" | "channel" | "signal" | "file" | "legacy";
  readonly add: ReadonlySet<string>;
  readonly remove: ReadonlySet<string>;
  readonly third: "capture" | "context" | "nothing";
  /** Whether one argument alone may be the listener. */
  readonly withoutEvent: boolean;
  /** The removal that undoes each of the adding verbs. */
  readonly undoneBy: ReadonlyMap<string, string>;
}

const verbs = (
  family: ListenerVerbs["family"],
  third: ListenerVerbs["third"],
  withoutEvent: boolean,
  undoneBy: Readonly<Record<string, string>>,
  ...further: readonly string[]
): ListenerVerbs => ({
  family,
  third,
  withoutEvent,
  add: new Set(Object.keys(undoneBy)),
  remove: new Set([...Object.values(undoneBy), ...further]),
  undoneBy: new Map(Object.entries(undoneBy)),
});

/** The families, told by the name of the method. */
export const listenerVerbs: readonly ListenerVerbs[] = [
  verbs("dom", "capture", false, { addEventListener: "removeEventListener" }),
  verbs("emitter", "nothing", true, {
    on: "off", once: "off", addListener: "removeListener", prependListener: "removeListener", prependOnceListener: "removeListener",
  }),
  verbs("channel", "nothing", true, { subscribe: "unsubscribe" }),
  verbs("signal", "context", true, { connect: "disconnect" }),
  verbs("file", "nothing", false, { watchFile: "unwatchFile" }),
  verbs("legacy", "nothing", false, { attachEvent: "detachEvent", bind: "unbind" }),
];

/** Methods that remove all listeners of an object, or of one of its events. */
export const clearingVerbs: ReadonlySet<string> = new Set([
  "removeAllListeners", "removeAllEventListeners", "clearListeners", "removeListeners", "offAll", "stopListening", "unsubscribeAll", "clearEvents",
]);

/** Functions that end all connections of a signal's sender or receiver. */
export const signalClearing: ReadonlySet<string> = new Set(["clearData", "disconnectReceiver", "disconnectSender", "disconnectBetween", "disconnectAll"]);

/** Functions that wrap a function in a new one at each call. */
export const wrappingCalls = /^_?(?:debounce|throttle|debounced|throttled|rafThrottle|rafSchd|partial|partialRight|curry|curryRight|negate|proxy)$/;

/** Methods that end what they are called on, and do nothing when they are only named. */
export const endingMethods: ReadonlySet<string> = new Set([
  "close", "dispose", "destroy", "unsubscribe", "disconnect", "terminate", "unref", "cancel", "abort", "release", "removeAllListeners",
  "closeAsync", "shutdown", "unobserve", "unwatch", "teardown", "kill", "stop",
]);
