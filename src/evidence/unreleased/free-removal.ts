import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import { compareCalls, mayMatch, onlyDifferenceOf } from "../../subjects/listener/listener-match.ts";
import type { Evidence } from "../evidence.ts";

export const freeRemoval: Evidence<ForgottenListener, "all" | "possible" | "mistaken" | "no"> = {
  id: "unreleased/free-removal",
  asks: "Is a removal that is for no other listener meant for this one?",
  levels: {
    all: ["a call of the file removes all listeners of an object", "no leak"],
    possible: ["a removal of the file may be for it", "no leak"],
    mistaken: ["a removal that differs in one part is a mistake of its own, and another rule's to tell", "no leak"],
    no: ["no removal is left for it", "leak"],
  },
  ask(file, { added, free, calls: { cleared: [clearing] } }) {
    if (clearing !== undefined) return { level: "all", basis: "shown", at: clearing };
    for (const removal of free) {
      const comparison = compareCalls(file, added, removal);
      if (mayMatch(comparison)) return { level: "possible", basis: "shown", at: removal.call };
      if (onlyDifferenceOf(comparison) !== undefined) return { level: "mistaken", basis: "shown", at: removal.call };
    }
    return { level: "no", basis: "shown" };
  },
};
