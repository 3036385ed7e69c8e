/** What the page and the worker that lints for it say to each other: plain data. */
import type { CandidateExplanation } from "../../src/bench/explanation.ts";
import type { Account } from "../../src/report/account.ts";

export type Language = "js" | "jsx" | "ts" | "tsx";

export type Preset = "recommended" | "strict" | "audit";

/** Which rules speak: those of a preset, or one alone. */
export type Speakers = { readonly preset: Preset } | { readonly rule: string; readonly confidence: "certain" | "likely" | "possible" };

export interface LintRequest {
  readonly id: number;
  readonly code: string;
  readonly language: Language;
  /** Whether the TypeScript checker is asked; only where the language has types. */
  readonly isTyped: boolean;
  readonly speakers: Speakers;
  /** What stands at `settings.leakproof`, as JSON; undefined or empty for nothing. */
  readonly settings?: string | undefined;
  /** Whether candidates, keys and graphs are wanted besides the findings. */
  readonly isThorough: boolean;
}

/** A change of the text; offsets count UTF-16 units from 0. */
export interface TextChange {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

export interface Finding {
  /** Without the namespace. */
  readonly rule: string;
  readonly message: string;
  /** Lines and columns count from 1. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly suggestions: readonly { readonly desc: string; readonly fix: TextChange }[];
  readonly account: Account | undefined;
  readonly explanation: CandidateExplanation | undefined;
}

/** A candidate that was heard, and the first preset that reports it. */
export interface HeardCandidate extends CandidateExplanation {
  readonly preset: string | undefined;
}

/** A value that is used as a key. */
export interface KeyReading {
  readonly line: number;
  readonly range: readonly [start: number, end: number];
  /** "insert", "delete" and so on. */
  readonly operation: string;
  readonly store: string;
  readonly source: string;
  /** What it is made of, in the short notation of the engine. */
  readonly form: string;
}

export interface GraphBlock {
  readonly id: number;
  readonly role: "entry" | "block" | "exit" | "throw exit";
  readonly steps: readonly { readonly text: string; readonly range: readonly [start: number, end: number] }[];
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  /** What it was decided by; empty where nothing was. */
  readonly condition: string;
}

/** The control-flow graph of one function, or of the top level of the file. */
export interface GraphData {
  readonly name: string;
  readonly range: readonly [start: number, end: number];
  readonly blocks: readonly GraphBlock[];
  readonly edges: readonly GraphEdge[];
}

export interface LintAnswer {
  readonly id: number;
  /** Why the code could not be read. */
  readonly trouble?: { readonly message: string; readonly line: number; readonly column: number };
  readonly findings: readonly Finding[];
  readonly candidates: readonly HeardCandidate[];
  readonly keys: readonly KeyReading[];
  readonly graphs: readonly GraphData[];
  /** What parsing and judging took. */
  readonly milliseconds: number;
}

/** Something went wrong that is no fault of the code. */
export interface LintFailure {
  readonly id: number;
  readonly failure: string;
}
