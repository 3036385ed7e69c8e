import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import { isMadeAnew } from "../../facts/value-lifetime.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** On an object that is made with the listener there is never a second one. */
export const targetMadeAnew: Evidence<UnmatchedRemoval, "yes" | "no"> = {
  id: "outlives/target-made-anew",
  asks: "Is the target made beside the addition?",
  levels: {
    yes: ["its target is made with it", "no leak"],
    no: ["its target was there before", "open"],
  },
  ask: (file, { added: { target } }) => yesOrNo(target !== undefined && isMadeAnew(file, target)),
};
