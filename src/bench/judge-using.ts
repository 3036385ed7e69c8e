/** What is to be said about releases by hand that `using` says better. */
import { collectReleasesByHand, type ReleaseByHand } from "../candidates/release-by-hand.ts";
import { disposableAs } from "../evidence/real/disposable-as.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Disposal } from "../subjects/resource/disposal.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { leaveToOther } from "./one-report.ts";
import { hear, type HeardCandidate } from "./reason.ts";
import { releasedByHand } from "./reasons/released-by-hand.ts";

/** A constant whose only release can be left to its declaration. */
export interface UsingCandidate extends Pick<ReleaseByHand, "variable" | "name" | "declaration" | "release" | "around"> {
  readonly disposal: Disposal;
  readonly confidence: Confidence;
}

export interface UsingVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  readonly usable: readonly UsingCandidate[];
}

/** Judges the releases by hand of the file; those of `reported` miss an exit, which says more. */
export function judgeUsing(file: FileFacts, reported: () => readonly { readonly resource: Resource }[]): UsingVerdicts {
  const candidates = file.kind === "source" ? collectReleasesByHand(file) : [];
  const heard = candidates.map((candidate) => {
    const verdict = hear(file, releasedByHand, candidate);
    const isTold = verdict.confidence !== undefined && reported().some(({ resource }) => resource.acquisition === candidate.acquisition);
    return isTold ? leaveToOther(verdict) : verdict;
  });
  return { heard, usable: heard.flatMap(usableOf) };
}

function usableOf({ hearing, confidence }: HeardCandidate<ReleaseByHand>): readonly UsingCandidate[] {
  const disposal = hearing.level(disposableAs);
  return confidence === undefined || (disposal !== "sync" && disposal !== "async") ? [] : [{ ...hearing.candidate, disposal, confidence }];
}
