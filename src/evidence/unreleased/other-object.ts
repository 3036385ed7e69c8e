import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const otherObject: Evidence<StayingEntry, "yes" | "no"> = {
  id: "unreleased/other-object",
  asks: "Is it removed from a collection of the same name on another object?",
  levels: {
    yes: ["what is removed may be of another object", "no leak"],
    no: ["it is removed from the same collection", "open"],
  },
  ask: (_file, { end }) => ({ ...yesOrNo(end.isForeign), at: end.node }),
};
