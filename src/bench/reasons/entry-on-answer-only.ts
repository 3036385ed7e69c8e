/** An entry that waits for an answer, which removes it: where none comes, it stays. */
import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { underWay } from "../../evidence/unmeant/under-way.ts";
import { emptiedOfEntry } from "../../evidence/unreleased/emptied-of-entry.ts";
import { onAnswerOnly } from "../../evidence/unreleased/on-answer-only.ts";
import { onlyRemoval } from "../../evidence/unreleased/only-removal.ts";
import type { Reason } from "../reason.ts";

export const entryOnAnswerOnly: Reason<AnsweredEntry> = {
  id: "entry-on-answer-only",
  noun: "entry",
  known: "Only its answer removes this entry",
  asks: [handedOut, underWay, onAnswerOnly, onlyRemoval, emptiedOfEntry, containerOfEntry],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    if (!bench.holds(underWay)) return bench.silentFor("unmeant");
    if (!bench.holds(onAnswerOnly)) return bench.silentFor("unreleased");
    if (!bench.holds(onlyRemoval)) return bench.silentBy(onlyRemoval);
    if (bench.level(containerOfEntry) === "possible") return bench.silentFor("outlives");
    return bench.level(emptiedOfEntry) === "while-it-lives" ? bench.silentBy(emptiedOfEntry) : bench.speaks("likely", underWay, onAnswerOnly);
  },
};
