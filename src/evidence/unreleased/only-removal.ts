import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const onlyRemoval: Evidence<StayingEntry, "yes" | "no"> = {
  id: "unreleased/only-removal",
  asks: "Is it the one removal of an entry in the file?",
  levels: {
    yes: ["no other code of the file removes entries", "leak"],
    no: ["other code of the file removes entries as well", "no leak"],
  },
  ask(_file, { kept: { operations }, end }) {
    const other = operations.find((operation) => operation.kind === "remove" && operation !== end);
    return { ...yesOrNo(other === undefined), at: other?.node };
  },
};
