/** Methods of the language's lists, by what they do to the list they are called on. */

/** They give another list. */
export const copyingMethods: ReadonlySet<string> = new Set(["slice", "filter", "map", "concat", "from", "keys", "values", "entries", "toSpliced", "toReversed", "toSorted"]);

/** They change the list, or the collection, itself. */
export const changingMethods: ReadonlySet<string> = new Set(["splice", "pop", "shift", "push", "delete", "clear", "set", "add", "unshift"]);
