import type { Owned } from "../../candidates/kept-field.ts";
import type { Evidence } from "../evidence.ts";

export const endOfOwner: Evidence<Owned, "final" | "pausing" | "registrar" | "hook-missing" | "none"> = {
  id: "outlives/end-of-owner",
  asks: "How does the owner end?",
  levels: {
    "final": ["its owner ends for good", "leak"],
    "pausing": ["its owner ends, and perhaps starts again", "open"],
    "registrar": ["a base class disposes of what the owner gives it", "leak"],
    "hook-missing": ["a framework ends its owner, which has no hook for it", "leak"],
    "none": ["nothing ends its owner", "open"],
  },
  ask(_file, { life }) {
    const { teardown, registrar, missingHook } = life();
    if (teardown !== undefined) return { level: teardown.rank, basis: teardown.name === undefined ? "shown" : "named", at: teardown.node };
    return { level: registrar !== undefined ? "registrar" : missingHook !== undefined ? "hook-missing" : "none", basis: registrar === undefined ? "shown" : "named" };
  },
};
