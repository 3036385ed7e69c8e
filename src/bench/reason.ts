/** The form of a reason: what can be asked of its candidates, and the formula that decides. */
import type { Candidate } from "../candidates/candidate.ts";
import type { Answer } from "../evidence/evidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { Hearing, type Asked, type Verdict } from "./hearing.ts";

export interface Reason<Of extends Candidate = Candidate> {
  /** Its name in print: `listener-stays`. */
  readonly id: string;
  /** What a candidate is, for readers: "listener". */
  readonly noun: string;
  /** What is known of a candidate that is silent because a question is left open, as a sentence: then it is possible. Absent where too little is known to say so. */
  readonly known?: string;
  /** Everything that can be asked of its candidates. */
  readonly asks: readonly Asked<Of>[];
  /** Decides. */
  formula(bench: Hearing<Of>): Verdict<Of>;
}

/** A candidate that was judged, and what there is to tell of it. */
export interface HeardCandidate<Of extends Candidate = Candidate> extends Verdict<Of> {
  readonly reason: Reason<Of>;
}

/** Judges a candidate. */
export function hear<Of extends Candidate>(file: FileFacts, reason: Reason<Of>, candidate: Of): HeardCandidate<Of> {
  return { ...reason.formula(new Hearing(file, candidate)), reason };
}

/** All answers to what can be asked of a candidate, those included that its formula never came to. */
export function answersOf({ hearing, reason }: HeardCandidate): ReadonlyMap<Asked, Answer> {
  return hearing.answerAll(reason.asks);
}
