/** One candidate before the bench: every question is answered at most once, and what was said is kept. */
import type { Candidate } from "../candidates/candidate.ts";
import type { Answer, Evidence, Question } from "../evidence/evidence.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Proof } from "../proofs/proof.ts";

/** What the bench can ask of a candidate. */
export type Asked<Of extends Candidate = Candidate> = Evidence<Of> | Proof<Of>;

/** What the bench says of a candidate. */
export interface Verdict<Of extends Candidate = Candidate> {
  readonly hearing: Hearing<Of>;
  /** How sure the report is; undefined where there is none. */
  readonly confidence: Confidence | undefined;
  /** What silenced it, or what the report rests on. Empty where it is silent because nothing speaks for a leak. */
  readonly decidedBy: readonly Asked<Of>[];
  /** The question that nothing answers with "leak", where that is why it is silent. */
  readonly lacks: Question | undefined;
}

export class Hearing<Of extends Candidate = Candidate> {
  readonly file: FileFacts;
  readonly candidate: Of;
  readonly #said = new Map<Asked<Of>, Answer>();

  constructor(file: FileFacts, candidate: Of) {
    this.file = file;
    this.candidate = candidate;
  }

  /** The answer to one question, asked now if it was not before. */
  answer<Level extends string>(asked: Evidence<Of, Level>): Answer<Level> {
    const known = this.#said.get(asked) as Answer<Level> | undefined;
    if (known !== undefined) return known;
    const answer = asked.ask(this.file, this.candidate);
    this.#said.set(asked, answer);
    return answer;
  }

  /** The level of that answer. */
  level<Level extends string>(asked: Evidence<Of, Level>): Level | "unknown" {
    return this.answer(asked).level;
  }

  /** Whether the answer is "yes". */
  holds(asked: Evidence<Of>): boolean {
    return this.level(asked) === "yes";
  }

  /** Whether something else than a name says so: names hint, and make nothing certain. */
  isShown(asked: Evidence<Of>): boolean {
    const { level, basis } = this.answer(asked);
    return level !== "unknown" && basis !== "named";
  }

  /** Whether the proof holds. */
  proves(proof: Proof<Of>): boolean {
    const known = this.#said.get(proof);
    if (known !== undefined) return known.level === "yes";
    const found = proof.find(this.file, this.candidate);
    this.#said.set(proof, { level: found === false ? "no" : "yes", basis: "proved", at: typeof found === "boolean" ? undefined : found });
    return found !== false;
  }

  /** Asks everything, for whoever wants to read why. */
  answerAll(all: readonly Asked<Of>[]): ReadonlyMap<Asked<Of>, Answer> {
    for (const asked of all) {
      if ("find" in asked) this.proves(asked);
      else this.answer(asked);
    }
    return this.#said;
  }

  /** No report, because of this. */
  silentBy(asked: Asked<Of>): Verdict<Of> {
    return { hearing: this, confidence: undefined, decidedBy: [asked], lacks: undefined };
  }

  /** No report, because nothing answers this question with "leak". */
  silentFor(question: Question): Verdict<Of> {
    return { hearing: this, confidence: undefined, decidedBy: [], lacks: question };
  }

  /** A report, and what it rests on. */
  speaks(confidence: Confidence, ...decidedBy: readonly Asked<Of>[]): Verdict<Of> {
    return { hearing: this, confidence, decidedBy, lacks: undefined };
  }
}
