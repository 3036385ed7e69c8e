/**
 * Candidates that are silent because nobody knows: a question has no answer. That is not "no", and whoever hunts a leak that
 * is there wants to see them; of those that were read in code of others one in eleven was one.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Question } from "../evidence/evidence.ts";
import type { Asked } from "./hearing.ts";
import { answersOf, type HeardCandidate, type Reason } from "./reason.ts";

/** What is left open, as the end of "nothing tells …". */
const LEFT_OPEN: Readonly<Partial<Record<Question, string>>> = {
  unreleased: "whether a release reaches it",
  owned: "whether somebody else releases it",
  outlives: "whether what keeps it outlives its use",
  repeats: "how often that happens while the program runs",
  unmeant: "whether it is meant to stay",
  reachable: "whether that way is ever taken",
};

export interface OpenCandidate {
  readonly reason: Reason;
  readonly node: TSESTree.Node;
  /** What is known, as a sentence without its full stop. */
  readonly known: string;
  /** What nothing tells. */
  readonly open: string;
}

/** Whether a candidate is silent only because a question about it is left open: nothing speaks against a leak but names, which may be wrong. */
export function isLeftOpen(heard: HeardCandidate): boolean {
  const { confidence, lacks, reason } = heard;
  if (confidence !== undefined || reason.known === undefined || lacks === undefined || LEFT_OPEN[lacks] === undefined) return false;
  return ![...answersOf(heard)].some(([asked, { level, basis }]) => basis !== "named" && speaksAgainst(asked, level));
}

function speaksAgainst(asked: Asked, level: string): boolean {
  return "find" in asked ? level === "yes" : asked.levels[level]?.[1] === "no leak";
}

/** The candidates that are left open; of a place the first tells, whatever its reason, and what is reported there says more. */
export function collectLeftOpen(heard: readonly HeardCandidate[]): readonly OpenCandidate[] {
  const taken = new Set<TSESTree.Node>(heard.filter(({ confidence }) => confidence !== undefined).map(({ hearing }) => hearing.candidate.node));
  return heard.flatMap((one) => {
    const { lacks, reason, hearing: { candidate: { node } } } = one;
    const open = lacks === undefined ? undefined : LEFT_OPEN[lacks];
    if (reason.known === undefined || open === undefined || taken.has(node) || !isLeftOpen(one)) return [];
    taken.add(node);
    return [{ reason, node, known: reason.known, open }];
  });
}
