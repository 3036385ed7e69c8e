/** An entry whose end is handed out and only marks it: each that is ended stays in the collection, and is passed over from then on. */
import type { MarkedEntry } from "../../candidates/marked-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { markTested } from "../../evidence/real/mark-tested.ts";
import { sizeLimitOfEntry } from "../../evidence/repeats/size-limit-of-entry.ts";
import type { Reason } from "../reason.ts";

export const entryMarked: Reason<MarkedEntry> = {
  id: "entry-marked",
  noun: "entry",
  known: "The end of this entry only marks it",
  asks: [handedOut, sizeLimitOfEntry, markTested],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    if (bench.holds(sizeLimitOfEntry)) return bench.silentBy(sizeLimitOfEntry);
    // Whoever is handed the end of an entry expects the rest to live on: how long the owner lives is no question.
    return bench.holds(markTested) ? bench.speaks("certain", markTested) : bench.silentFor("real");
  },
};
