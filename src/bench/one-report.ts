/** One subject, one report: a candidate whose subject another reason reports is heard all the same, and leaves the report to that. */
import type { Candidate } from "../candidates/candidate.ts";
import type { Proof } from "../proofs/proof.ts";
import type { HeardCandidate } from "./reason.ts";

const toldElsewhere: Proof = { id: "proof/told-elsewhere", says: "it is reported for another reason", find: () => true };

/** The candidate, silent for the sake of another report of its subject; what is silent anyway keeps its own reason. */
export function leaveToOther<Of extends Candidate>(heard: HeardCandidate<Of>): HeardCandidate<Of> {
  const { confidence, hearing, reason } = heard;
  if (confidence === undefined) return heard;
  // It is no question that the reason asks; said here, it can be read like one.
  hearing.proves(toldElsewhere);
  return { ...hearing.silentBy(toldElsewhere), reason };
}
