/** An entry that stays when a function empties the sibling it goes together with. */
import type { ForgottenByClear } from "../../candidates/forgotten-by-clear.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { growthOfEntry } from "../../evidence/repeats/growth-of-entry.ts";
import { clearingFunction } from "../../evidence/unreleased/clearing-function.ts";
import { fedWithSibling } from "../../evidence/unreleased/fed-with-sibling.ts";
import { removesBoth } from "../../evidence/unreleased/removes-both.ts";
import type { Reason } from "../reason.ts";

export const entryForgottenClear: Reason<ForgottenByClear> = {
  id: "entry-forgotten-clear",
  noun: "entry",
  asks: [handedOut, clearingFunction, removesBoth, growthOfEntry, fedWithSibling, containerOfEntry],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    if (!bench.holds(clearingFunction)) return bench.silentBy(clearingFunction);
    if (bench.holds(removesBoth)) return bench.silentBy(removesBoth);
    const growth = bench.level(growthOfEntry);
    if (growth === "no") return bench.silentBy(growthOfEntry);
    if (!bench.holds(fedWithSibling)) return bench.silentBy(fedWithSibling);
    const container = bench.level(containerOfEntry);
    if (container === "possible") return bench.silentFor("outlives");
    return bench.speaks(container === "certain" && growth === "often" ? "certain" : "likely", clearingFunction, fedWithSibling, containerOfEntry);
  },
};
