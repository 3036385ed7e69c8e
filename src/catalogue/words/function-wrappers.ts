/** Calls that give the function which they are given, or call it. */

/** What is called through these is the function they are members of, unless its object has such a method of its own. */
export const methodsOfFunctions: ReadonlySet<string> = new Set(["bind", "call", "apply"]);

/** Hooks that give back the function that went in. */
export const hookMemos: ReadonlySet<string> = new Set(["useCallback", "useEvent", "useEffectEvent"]);
