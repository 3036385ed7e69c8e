import type { TSESTree } from "@typescript-eslint/utils";

/** Where a type comes from: the package (`"etcd3"`, `"node:fs"`, `"lib"` for the language and the DOM) or the user's own file. */
export interface TypeOrigin {
  readonly name: string;
  /** Package name, `"lib"`, or undefined for a declaration of the linted project. */
  readonly module: string | undefined;
}

/**
 * What a value prints as when it is turned into text.
 * - `primitive`: strings, numbers and the like, which print themselves;
 * - `own`: an object with a `toString` (or `toPrimitive`) of its own, not known to change;
 * - `default`: an object without one: every such object prints `[object Object]`;
 * - `changing`: its own text reads the clock or randomness; `because` is the expression that does.
 */
export interface TextAnswer {
  readonly kind: "primitive" | "own" | "default" | "changing" | "function";
  readonly because?: string;
}

/** How a value ends something: by its method, by being called (`() => void`), or not at all. */
export type CleanupAnswer = "dispose" | "unsubscribe" | "call" | "none";

/** The JSDoc tags of a declaration, each with the line of text behind it, and the names of its parameters. */
export interface AuthorTags {
  readonly texts: ReadonlyMap<string, string>;
  readonly parameters: readonly string[];
}

/**
 * Everything the engine may ask about types. Each question answers `undefined` where it does not know,
 * and `types/silent.ts` answers `undefined` to all of them, so that an analysis works the same without types.
 */
export interface TypeQuestions {
  /** Whether this is the real thing: a file parsed with a TypeScript program. */
  readonly available: boolean;
  /** The declared name and origin of the value's type; for a union without null and undefined, only if all agree. */
  originOf(node: TSESTree.Node): TypeOrigin | undefined;
  /** The origins of the value's type and of all it extends or implements, nearest first. */
  ancestryOf(node: TSESTree.Node): readonly TypeOrigin[] | undefined;
  /** Whether the value can be released by `using` ("sync") or by `await using` ("async"). `undefined`: neither, or not known. */
  disposalOf(node: TSESTree.Node): "sync" | "async" | undefined;
  /** How the value ends what the call that gave it began; `none` where the type is known and ends nothing. */
  cleanupOf(node: TSESTree.Node): CleanupAnswer | undefined;
  hasMember(node: TSESTree.Node, name: string): boolean | undefined;
  isPrimitive(node: TSESTree.Node): boolean | undefined;
  /** Whether the type has finitely many values: literal unions, enums, booleans, `keyof` of a fixed shape. */
  isFiniteDomain(node: TSESTree.Node): boolean | undefined;
  textOf(node: TSESTree.Node): TextAnswer | undefined;
  /** What the author says of the declaration that an expression names, in whichever file it stands. */
  authorTagsOf(node: TSESTree.Node): AuthorTags | undefined;
}
