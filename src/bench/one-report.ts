/** One subject, one report: a candidate whose subject another reason reports is heard all the same, and leaves the report to that. */
import type { Candidate } from "../candidates/candidate.ts";
import type { Proof } from "../proofs/proof.ts";
import type { HeardCandidate } from "./reason.ts";

const toldElsewhere: Proof = { id: "proof/told-elsewhere", says: "it is reported for another reason", find: () => true };

/** The candidate, silent for the sake of another report of its subject; what is silent anyway keeps its own reason. */
export function leaveToOther<Of extends Candidate>(heard: HeardCandidate<Of>): HeardCandidate<Of> {
  return heard.confidence === undefined ? heard : { ...heard, confidence: undefined, decidedBy: [toldElsewhere] };
}
