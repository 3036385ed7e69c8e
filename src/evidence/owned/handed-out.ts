import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const handedOut: Evidence<StayingEntry, "yes" | "no"> = {
  id: "owned/handed-out",
  asks: "Does the collection get where the file cannot follow it?",
  levels: {
    yes: ["code that the file does not show has its collection too", "no leak"],
    no: ["its collection stays in the file", "open"],
  },
  ask(_file, { kept: { operations } }) {
    const escape = operations.find(({ kind }) => kind === "escape");
    return { ...yesOrNo(escape !== undefined), at: escape?.node };
  },
};
