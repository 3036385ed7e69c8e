/** The catalogue of collections: minimal programs, each with what a reviewer says of it. */
type Style =
  | "functions" | "class" | "#private" | "symbol-keyed" | "prototype" | "closure factory" | "object literal" | "CommonJS" | "static";

/** A program in which a collection grows or keeps an entry, and the same program repaired. */
export interface CollectionPair {
  readonly name: string;
  readonly style: Style;
  /** Linted with type information. */
  readonly typed?: true;
  readonly rule: "no-unbounded-collection" | "no-stranded-entry";
  /** `certain` speaks in both presets; `likely`, where a reviewer would ask back first, in the strict one only. */
  readonly verdict: "certain" | "likely" | "possible";
  /** What the reviewer says. */
  readonly reason: string;
  /** The line of the expected report ends in `// here`. */
  readonly leaking: string;
  readonly repaired: string;
  /** Why the engine does not reach it. */
  readonly notYet?: string;
}

/** A program that fills a collection and of which a reviewer has nothing to say. */
export interface SilentProgram {
  readonly name: string;
  readonly style: Style;
  readonly typed?: true;
  /** What keeps it small, or makes its growth nobody's concern. */
  readonly because: string;
  readonly code: string;
}
