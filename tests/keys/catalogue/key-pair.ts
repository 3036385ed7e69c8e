/** One entry of the catalogue of keys: a minimal program with a broken key, and the same program repaired. */
export interface KeyPair {
  readonly name: string;
  readonly style: "class" | "closure" | "object literal" | "functions" | "CommonJS";
  /** Linted with type information, as TypeScript. */
  readonly typed?: true;
  readonly rule: "no-unstable-key" | "no-mismatched-key";
  /** `certain` speaks in both presets; `likely` in the strict one only. */
  readonly verdict: "certain" | "likely";
  /** Why a reviewer asks for the repair. */
  readonly reason: string;
  /** The line of the expected report ends in `// here`. */
  readonly broken: string;
  readonly repaired: string;
  /** Why the engine does not reach it. */
  readonly notYet?: string;
}
