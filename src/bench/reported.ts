/** From candidates to what is reported of them. */
import type { Candidate } from "../candidates/candidate.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { hear, type HeardCandidate, type Reason } from "./reason.ts";

/** A candidate that is reported; `node` is where. */
export type Reported<Of extends Candidate> = Of & { readonly confidence: Confidence };

/** What is reported of what was heard. */
export function reportedOf<Of extends Candidate>(heard: readonly HeardCandidate<Of>[]): readonly Reported<Of>[] {
  return heard.flatMap(({ confidence, hearing: { candidate } }) => (confidence === undefined ? [] : [{ ...candidate, confidence }]));
}

/** Judges candidates for one subject until there is a report; one is enough. */
export function hearUntilOneSpeaks<Of extends Candidate>(file: FileFacts, reason: Reason<Of>, candidates: readonly Of[]): readonly HeardCandidate<Of>[] {
  const heard: HeardCandidate<Of>[] = [];
  for (const candidate of candidates) {
    const verdict = hear(file, reason, candidate);
    heard.push(verdict);
    if (verdict.confidence !== undefined) break;
  }
  return heard;
}
