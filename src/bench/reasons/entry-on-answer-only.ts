/** An entry that waits for an answer, which removes it: where none comes, it stays. */
import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { endOfAnswerer } from "../../evidence/outlives/end-of-answerer.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { waitGivenUp } from "../../evidence/reachable/wait-given-up.ts";
import { underWay } from "../../evidence/unmeant/under-way.ts";
import { waitsForAnswer } from "../../evidence/unmeant/waits-for-answer.ts";
import { emptiedOfEntry } from "../../evidence/unreleased/emptied-of-entry.ts";
import { onAnswerOnly } from "../../evidence/unreleased/on-answer-only.ts";
import { removedOtherwise } from "../../evidence/unreleased/removed-otherwise.ts";
import type { Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce } from "../unless-once.ts";

export const entryOnAnswerOnly: Reason<AnsweredEntry> = unlessOnce<AnsweredEntry>({
  id: "entry-on-answer-only",
  noun: "entry",
  known: "Only its answer removes this entry",
  asks: [handedOut, waitGivenUp, waitsForAnswer, endOfAnswerer, underWay, onAnswerOnly, removedOtherwise, emptiedOfEntry, containerOfEntry],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    if (bench.holds(waitGivenUp)) return judgeGivenUp(bench);
    // What is shown decides; without it, what the names say.
    const isShown = bench.holds(waitsForAnswer) && isOutlived(bench);
    return isShown ? judgeShown(bench) : judgeNamed(bench);
  },
});

/** Who gives up goes on without the answer, for which the entry alone still waits. How long its owner lives is no question: it is there for the next answers. */
function judgeGivenUp(bench: Hearing<AnsweredEntry>): Verdict<AnsweredEntry> {
  if (bench.level(removedOtherwise) === "always") return bench.silentBy(removedOtherwise);
  return bench.level(emptiedOfEntry) === "while-it-lives" ? bench.silentBy(emptiedOfEntry) : bench.speaks("likely", waitGivenUp);
}

/** Whether the entries are there for longer than what should answer: that is replaced, or comes and goes while they stay. */
function isOutlived(bench: Hearing<AnsweredEntry>): boolean {
  const end = bench.level(endOfAnswerer);
  return end === "replaced" || end === "one-of-many";
}

/** Whoever replaces what should have answered outlives it, whatever else is known of him. */
function judgeShown(bench: Hearing<AnsweredEntry>): Verdict<AnsweredEntry> {
  const otherwise = bench.level(removedOtherwise);
  if (otherwise === "always") return bench.silentBy(removedOtherwise);
  if (bench.level(emptiedOfEntry) === "while-it-lives") return bench.silentBy(emptiedOfEntry);
  return bench.speaks(otherwise === "no" && (bench.level(endOfAnswerer) === "replaced" || bench.level(containerOfEntry) === "certain") ? "certain" : "likely", waitsForAnswer, endOfAnswerer);
}

function judgeNamed(bench: Hearing<AnsweredEntry>): Verdict<AnsweredEntry> {
  if (!bench.holds(underWay)) return bench.silentFor("unmeant");
  if (!bench.holds(onAnswerOnly)) return bench.silentFor("unreleased");
  if (bench.level(removedOtherwise) !== "no") return bench.silentBy(removedOtherwise);
  if (bench.level(containerOfEntry) === "possible") return bench.silentFor("outlives");
  return bench.level(emptiedOfEntry) === "while-it-lives" ? bench.silentBy(emptiedOfEntry) : bench.speaks("likely", underWay, onAnswerOnly);
}
