/** An entry that is kept alone by the filter that should take it out. */
import type { InvertedRemoval } from "../../candidates/inverted-removal.ts";
import { filterAtEnd } from "../../evidence/unreleased/filter-at-end.ts";
import type { Reason } from "../reason.ts";

export const entryKeptAlone: Reason<InvertedRemoval> = {
  id: "entry-kept-alone",
  noun: "removal",
  asks: [filterAtEnd],
  formula(bench) {
    // How long the owner lives is no question: the rest is dropped at the first end.
    const level = bench.level(filterAtEnd);
    return level === "unknown" ? bench.silentFor("unreleased") : bench.speaks(level === "end-heard" ? "certain" : "likely", filterAtEnd);
  },
};
