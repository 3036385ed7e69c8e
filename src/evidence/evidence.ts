/** The form of an evidence: one small question about a candidate, and the answers that it can have. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Candidate } from "../candidates/candidate.ts";
import type { FileFacts } from "../facts/file-facts.ts";

/**
 * What a leak is made of. It is *real* (holds something that must be given back) and *unreleased*, nobody else's (*owned*),
 * *outlives* its use, *repeats* without bound, is *unmeant*; and the way on which it is left behind is *reachable*.
 */
export type Question = "real" | "unreleased" | "owned" | "outlives" | "repeats" | "unmeant" | "reachable";

/** What an answer rests on, the surest first: a proof, a type, what the file shows, what the project shows, a name. */
export type Basis = "proved" | "typed" | "shown" | "project" | "named";

/** What a level says for the question of its evidence. */
export type Leaning = "leak" | "no leak" | "open";

/** An answer. `unknown` is one of its own, and never "no". */
export interface Answer<Level extends string = string> {
  readonly level: Level | "unknown";
  readonly basis: Basis;
  /** The place of the source that shows it, where one does. */
  readonly at?: TSESTree.Node | undefined;
  /** The place of another file that shows it, as `src/main.ts:12`. */
  readonly where?: string | undefined;
}

/** Asks one thing of a candidate and knows of no other evidence. */
export interface Evidence<Of extends Candidate = Candidate, Level extends string = string> {
  /** The folder, which is the question, and the name of the file: `outlives/target-lifetime`. */
  readonly id: `${Question}/${string}`;
  /** What is asked, as a sentence for readers. */
  readonly asks: string;
  /** What each level says: as the end of "It is (not) reported: …", and for which side it speaks. */
  readonly levels: Readonly<Record<Level, readonly [says: string, leans: Leaning]>>;
  ask(file: FileFacts, candidate: Of): Answer<Level>;
}

/** The answer to a question that the file can always tell. */
export function yesOrNo(holds: boolean, basis: Basis = "shown"): Answer<"yes" | "no"> {
  return { level: holds ? "yes" : "no", basis };
}

/** The answer of an evidence that can only be shown: where nothing shows it, nobody knows. */
export function yesOrUnknown(holds: boolean, basis: Basis = "shown"): Answer<"yes"> {
  return { level: holds ? "yes" : "unknown", basis };
}

/** The answer "yes" where a place of the file shows it, and "no" where none does. */
export function shownAt(at: TSESTree.Node | undefined): Answer<"yes" | "no"> {
  return { level: at === undefined ? "no" : "yes", basis: "shown", at };
}

/** The answer "yes" where a place of the file shows or names it; where none does, nobody knows. */
export function yesAt(at: TSESTree.Node | undefined, basis: Basis = "shown"): Answer<"yes"> {
  return { level: at === undefined ? "unknown" : "yes", basis, at };
}
