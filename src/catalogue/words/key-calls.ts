/** Functions that make keys, by what they are called: how many different keys they come up with. */

/** Give another value with nearly every call. */
export const manyValued = new Set(["randomUUID", "uuid", "uuidv4", "v4", "nanoid", "random", "randomBytes", "now", "uniqueId", "generateId", "createId", "nextId", "digest", "stringify", "inspect"]);
/** Give a value that never came before. */
export const freshlyMade = new Set(["randomUUID", "uuid", "uuidv4", "v4", "nanoid", "uniqueId", "generateId", "nextId", "Symbol"]);
/** Write their argument out: as many values as the argument has. */
export const writtenOut = new Set(["stringify", "inspect"]);
/** The first words of what looks one of a few up: `folderOf(uri)` gives one of a few, `keyOf(uri)` as many as there are URIs. */
export const lookingUp = /^(?:get|find|lookup|select|pick|choose|match|closest)$/;
