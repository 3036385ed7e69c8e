/** Calls by which a callback comes to an emitter and goes from it. */

/** Methods that put a callback on an emitter. */
export const eventAdders: ReadonlySet<string> = new Set(["on", "once", "addListener", "addEventListener"]);

/** Methods that take it off. */
export const eventRemovers: ReadonlySet<string> = new Set(["off", "removeListener", "removeEventListener"]);

/** Methods whose callback runs once, and is gone. */
export const onceAdders = /once/i;
