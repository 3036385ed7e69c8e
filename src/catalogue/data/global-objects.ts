/** Names by which a program reaches what the platform gives it. */

/** The global object. */
export const globalObjects: ReadonlySet<string> = new Set(["window", "globalThis", "self", "global"]);

/** The names that it has on a page and in a worker. */
export const pageGlobals: ReadonlySet<string> = new Set(["window", "globalThis", "self"]);

/** What the page has of its own: its global object and its document. */
export const pageObjects = /^(?:window|document|self|globalThis)\b/;

/** Modules that offer the members of another one under the same names. */
export const dropInModules: ReadonlyMap<string, string> = new Map([
  ["graceful-fs", "fs"],
  ["fs-extra", "fs"],
]);
