/** Calls by which a callback comes to an emitter and goes from it. */

/** Methods that put a callback on an emitter. */
export const eventAdders: ReadonlySet<string> = new Set(["on", "once", "addListener", "addEventListener"]);

/** Methods that take it off. */
export const eventRemovers: ReadonlySet<string> = new Set(["off", "removeListener", "removeEventListener"]);

/** Methods whose callback runs once, and is gone. */
export const onceAdders = /once/i;

/** Members of an object that have the callback for an event: `onload`. */
export const handlerMembers = /^on[a-z]+$/;

/** Events that tell that what was begun is there. */
export const openingEvents: ReadonlySet<string> = new Set([
  "connect", "connected", "connection", "secureConnect", "secureConnection", "open", "opened", "ready", "online", "listening", "load", "loaded", "loadeddata", "loadedmetadata", "canplay", "canplaythrough",
  "upgrade", "upgradeneeded", "success", "response", "login", "authenticated", "established", "join", "joined", "started", "spawn",
]);

/** Events that tell that it failed. */
export const failingEvents: ReadonlySet<string> = new Set([
  "error", "connect_error", "connectError", "connectFailed", "connectionFailed", "connectTimeout", "connect_timeout", "timeout", "abort", "aborted", "fail", "failed", "failure", "refused", "rejected", "denied", "unexpected-response",
  "close", "closed", "end", "ended", "exit", "disconnect", "disconnected",
]);
