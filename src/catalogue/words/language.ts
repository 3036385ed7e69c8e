/** Names of the language and its platform that stand for one thing everywhere. */

/** Constructors of the built-in collections that hold on to what is put in. */
export const collectionMakers = /^(?:Map|Set)$/;

/** The same, with arrays. */
export const listMakers = /^(?:Map|Set|Array)$/;

/** The same as `collectionMakers`, with those that hold on to nothing. */
export const anyCollectionMakers = /^(?:Weak)?(?:Map|Set)$/;

/** The built-in collections that hold on to none of their keys. */
export const weakKinds: ReadonlySet<string> = new Set(["WeakMap", "WeakSet"]);

/** A type or name that ends as those of the built-in collections do. */
export const collectionNames = /Map\b|Set\b/;

/** How many are in a list. */
export const sizeMembers = /^(?:length|size)$/;

/** What gives the contents of a list, a Map or an object. */
export const contentMethods: ReadonlySet<string> = new Set(["keys", "values", "entries"]);

/** What calls a function, or tells others of something, under another name. */
export const callingMethods: ReadonlySet<string> = new Set(["call", "apply", "bind", "emit"]);

/** Functions that load a module by its name. */
export const moduleLoaders = /^(?:require|__non_webpack_require__)$/;

/** Stores of the page that no code of the file makes. */
export const pageStores = /\b(?:localStorage|sessionStorage|caches)\b/;

/** Give the object that they are given. */
export const freezing: ReadonlySet<string> = new Set(["freeze", "seal", "preventExtensions"]);
