export type Twin = "leaky" | "repaired";

export interface Output {
  readonly exitCode: number | null;
  readonly output: string;
}

export interface Run extends Output {
  /** Open streams at each sample. */
  readonly samples: readonly number[];
  /** Open streams when the workers have ended, before the client closes. */
  readonly final: number | undefined;
}

export interface RunOptions {
  readonly seconds?: number;
  /** Milliseconds between two samples. */
  readonly every?: number;
  readonly onLine?: (line: string) => void;
}

export interface Finding {
  readonly file: string;
  readonly rule: string | null;
  readonly line: number;
  readonly message: string;
}

export const brokenRules: readonly string[];
export function lintCommand(twin: Twin): string[];
export function growthCommand(twin: Twin, every?: number): string[];
/** `every` is the seconds before each of three snapshots. */
export function grow(twin: Twin, options?: { readonly every?: number }): Promise<Output>;
export function compile(twin: Twin): Promise<Output>;
export function run(twin: Twin, options?: RunOptions): Promise<Run>;
export function report(twin: Twin, options?: { readonly color?: boolean }): Promise<Output>;
export function lint(twin: Twin): Promise<Finding[]>;
