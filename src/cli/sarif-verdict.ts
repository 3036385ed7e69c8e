/** Why a finding is reported, as the properties of a SARIF result: how sure it is, what it rests on, and all answers. */
import type { CandidateExplanation } from "../bench/explanation.ts";
import { describeReason } from "./explain/verdict-words.ts";

/** The format has no place of its own for it. */
export function buildVerdictProperties(explanation: CandidateExplanation) {
  const { reason, verdict, decidedBy, answers } = explanation;
  return {
    reason,
    confidence: verdict,
    because: `${describeReason(explanation)}.`,
    restsOn: decidedBy,
    answers: answers.map(({ id, level, says, leans, basis, place, where }) => ({ id, level, ...(says !== undefined && { says }), leans, basis, ...(place !== undefined && { line: place.line }), ...(where !== undefined && { where }) })),
  };
}
