import type { KeptField } from "../../candidates/kept-field.ts";
import { standsIn } from "../../facts/reach.ts";
import type { Evidence } from "../evidence.ts";

export const touchedAtEnd: Evidence<KeptField, "yes" | "no"> = {
  id: "unreleased/touched-at-end",
  asks: "Does the end of the owner do anything with it?",
  levels: { yes: ["the end of its owner does something with it, which may be its end", "open"], no: ["the end of its owner leaves it alone", "leak"] },
  ask(_file, { uses, life }) {
    const at = uses().find((use) => use.isExact && use.kind === "member" && standsIn(use.node, life().reach))?.node;
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};
