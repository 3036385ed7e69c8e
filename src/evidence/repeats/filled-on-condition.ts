import type { Refilled } from "../../candidates/kept-field.ts";
import { guardsOf } from "../../syntax/guards.ts";
import type { Evidence } from "../evidence.ts";

export const filledOnCondition: Evidence<Refilled, "yes" | "no"> = {
  id: "repeats/filled-on-condition",
  asks: "Does a test decide whether the function fills the field?",
  levels: { yes: ["it is filled on a condition, which may come to fail", "open"], no: ["each run fills the field", "leak"] },
  ask(_file, { store }) {
    const at = guardsOf(store)[0]?.test;
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};
