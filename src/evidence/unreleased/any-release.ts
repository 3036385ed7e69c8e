import type { HeldField } from "../../candidates/kept-field.ts";
import type { Evidence } from "../evidence.ts";

export const anyRelease: Evidence<HeldField, "yes" | "no"> = {
  id: "unreleased/any-release",
  asks: "Does the file release the field anywhere, so that it will miss what the field no longer holds?",
  levels: { yes: ["the file releases the field, and misses what it no longer holds", "leak"], no: ["nothing releases the field at all", "open"] },
  ask(_file, { uses }) {
    const releases = uses().filter(({ kind }) => kind === "release");
    const at = (releases.find(({ isExact }) => isExact) ?? releases[0])?.node;
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};
