import type { HeldField } from "../../candidates/kept-field.ts";
import { standsIn } from "../../facts/reach.ts";
import type { Evidence } from "../evidence.ts";

export const fieldGivenAway: Evidence<HeldField, "at-end" | "before" | "no"> = {
  id: "owned/field-given-away",
  asks: "Is the field given to code that the file does not show?",
  levels: {
    "at-end": ["the end of its owner gives it to code that may release it", "no leak"],
    "before": ["other code may have it, and release it", "open"],
    "no": ["nobody else has it", "leak"],
  },
  ask(_file, { uses, life }) {
    const escapes = uses().filter(({ kind, isExact }) => kind === "escape" && isExact);
    const atEnd = escapes.find(({ node }) => standsIn(node, life().reach));
    return { level: atEnd !== undefined ? "at-end" : escapes.length > 0 ? "before" : "no", basis: "shown", at: (atEnd ?? escapes[0])?.node };
  },
};
