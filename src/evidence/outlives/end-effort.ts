import type { Owned } from "../../candidates/kept-field.ts";
import type { Evidence } from "../evidence.ts";

export const endEffort: Evidence<Owned, "releases" | "works" | "registers" | "none"> = {
  id: "outlives/end-effort",
  asks: "What does the end of the owner do?",
  levels: {
    releases: ["the end of its owner releases other things", "leak"],
    works: ["the end of its owner does something, and releases nothing", "open"],
    registers: ["a base class ends what its owner gives it", "leak"],
    none: ["the end of its owner does nothing", "open"],
  },
  ask(_file, { life }) {
    const { effort, registrar, teardown } = life();
    return { level: effort === "none" && registrar !== undefined ? "registers" : effort, basis: "named", at: teardown?.node };
  },
};
