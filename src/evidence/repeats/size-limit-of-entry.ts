import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { hasSizeGuard } from "../../subjects/collection/size-guard.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const sizeLimitOfEntry: Evidence<StayingEntry, "yes" | "no"> = {
  id: "repeats/size-limit-of-entry",
  asks: "Is the size of the collection compared with a limit?",
  levels: {
    yes: ["the size of its collection is compared with a limit", "no leak"],
    no: ["nothing compares the size of its collection with a limit", "open"],
  },
  ask: (file, { kept: { collection, operations } }) => yesOrNo(hasSizeGuard(file, operations, collection)),
};
