/** Calls that give what they are given: a function, which some call, or a collection. */

/** What is called through these is the function they are members of, unless its object has such a method of its own. */
export const methodsOfFunctions: ReadonlySet<string> = new Set(["bind", "call", "apply"]);

/** Hooks that give back the function that went in. */
export const hookMemos: ReadonlySet<string> = new Set(["useCallback", "useEvent", "useEffectEvent"]);

/** Functions of packages that give the collection which they are given, or one that stands for it, and the packages. */
export const collectionWrappers: ReadonlyMap<string, readonly string[]> = new Map([
  ["reactive", ["vue", "@vue/reactivity", "@vue/composition-api"]],
  ["shallowReactive", ["vue", "@vue/reactivity", "@vue/composition-api"]],
  ["markRaw", ["vue", "@vue/reactivity", "@vue/composition-api"]],
  ["observable", ["mobx"]],
  ["proxy", ["valtio", "valtio/vanilla"]],
  ["createMutable", ["solid-js/store"]],
]);
