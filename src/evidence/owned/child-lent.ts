import type { UnendedChild } from "../../candidates/unended-child.ts";
import { heldByChild, isOnlyLent } from "../../subjects/child/child-of-owner.ts";
import type { Evidence } from "../evidence.ts";

export const childLent: Evidence<UnendedChild, "yes" | "no"> = {
  id: "owned/child-lent",
  asks: "Is the object only lent to others that the owner makes, whose files call no end of it?",
  levels: {
    yes: ["the classes that the owner gives it to call no method that ends it", "leak"],
    no: ["what the owner gives it to may end it", "no leak"],
  },
  ask(file, { place, made, uses }) {
    const held = heldByChild(file, place, made);
    if (held === undefined) return { level: "unknown", basis: "project" };
    const given = uses().filter(({ kind, isExact }) => kind === "escape" && isExact).map(({ node }) => node);
    return { level: isOnlyLent(file, given, held) ? "yes" : "no", basis: "project", at: given[0] };
  },
};
