import type { UnmatchedRemoval } from "../candidates/unmatched-removal.ts";
import { pageObjects } from "../catalogue/data/global-objects.ts";
import { globalPathOf } from "../facts/value-origin.ts";
import { compareCalls } from "../subjects/listener/listener-match.ts";
import type { Proof } from "./proof.ts";

/** A part that is another thing; a part that is missing, where the platform itself asks for it. */
export const cannotMatch: Proof<UnmatchedRemoval> = {
  id: "proof/cannot-match",
  says: "the removal is for another listener than the one that was added",
  find(file, { removed, added, difference }) {
    if (difference === "no-event") return removed.verb === "removeListener" && removed.call;
    if (difference !== "no-listener") return compareCalls(file, added, removed)[difference] === "different" && removed.call;
    const isPage = removed.target === undefined || pageObjects.test(globalPathOf(file, removed.target)?.join(".") ?? "");
    return isPage && removed.call;
  },
};
