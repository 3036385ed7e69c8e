import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import { isHandedOn } from "../../subjects/listener/listener-uses.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const handedOn: Evidence<UnmatchedRemoval, "yes" | "no"> = {
  id: "owned/handed-on",
  asks: "Is the function of the removal also given to code that may add it unseen?",
  levels: {
    yes: ["other code is given the function, too, and may have added it", "no leak"],
    no: ["no other code is given the function", "leak"],
  },
  ask: (file, { removed: { listener } }) => yesOrNo(listener !== undefined && isHandedOn(file, listener)),
};
