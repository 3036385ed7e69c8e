/** An entry that a component puts in while it renders and takes out in an effect: a render that is dropped runs no effect. */
import type { RenderedEntry } from "../../candidates/rendered-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { inEffectsOnly } from "../../evidence/unreleased/in-effects-only.ts";
import type { Reason } from "../reason.ts";

export const entryByRender: Reason<RenderedEntry> = {
  id: "entry-by-render",
  noun: "entry",
  asks: [handedOut, inEffectsOnly],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    return bench.holds(inEffectsOnly) ? bench.speaks("likely", inEffectsOnly) : bench.silentBy(inEffectsOnly);
  },
};
