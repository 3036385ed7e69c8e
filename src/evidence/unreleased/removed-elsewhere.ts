import type { InterruptedEntry } from "../../candidates/interrupted-entry.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const removedElsewhere: Evidence<InterruptedEntry, "yes" | "no"> = {
  id: "unreleased/removed-elsewhere",
  asks: "Do other functions remove entries as well, for a reason of their own?",
  levels: {
    yes: ["other functions remove entries as well", "open"],
    no: ["no other function removes entries", "leak"],
  },
  ask: (_file, { others }) => shownAt(others[0]?.node),
};
