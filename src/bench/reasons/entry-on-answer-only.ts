/** An entry that waits for an answer, which removes it: where none comes, it stays. */
import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { endOfAnswerer } from "../../evidence/outlives/end-of-answerer.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { underWay } from "../../evidence/unmeant/under-way.ts";
import { waitsForAnswer } from "../../evidence/unmeant/waits-for-answer.ts";
import { emptiedOfEntry } from "../../evidence/unreleased/emptied-of-entry.ts";
import { onAnswerOnly } from "../../evidence/unreleased/on-answer-only.ts";
import { onlyRemoval } from "../../evidence/unreleased/only-removal.ts";
import type { Reason } from "../reason.ts";

export const entryOnAnswerOnly: Reason<AnsweredEntry> = {
  id: "entry-on-answer-only",
  noun: "entry",
  known: "Only its answer removes this entry",
  asks: [handedOut, waitsForAnswer, endOfAnswerer, underWay, onAnswerOnly, onlyRemoval, emptiedOfEntry, containerOfEntry],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    // What is shown decides; without it, what the names say.
    const isShown = bench.holds(waitsForAnswer) && bench.level(endOfAnswerer) === "replaced";
    if (!isShown && !bench.holds(underWay)) return bench.silentFor("unmeant");
    if (!isShown && !bench.holds(onAnswerOnly)) return bench.silentFor("unreleased");
    if (!bench.holds(onlyRemoval)) return bench.silentBy(onlyRemoval);
    // Who replaces what should answer outlives it.
    if (bench.level(containerOfEntry) === "possible" && !isShown) return bench.silentFor("outlives");
    return bench.level(emptiedOfEntry) === "while-it-lives" ? bench.silentBy(emptiedOfEntry) : isShown ? bench.speaks(bench.level(containerOfEntry) === "certain" ? "certain" : "likely", waitsForAnswer, endOfAnswerer) : bench.speaks("likely", underWay, onAnswerOnly);
  },
};
