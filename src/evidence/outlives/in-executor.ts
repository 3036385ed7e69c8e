import type { Candidate } from "../../candidates/candidate.ts";
import { calleeName, enclosingFunction } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const inExecutor: Evidence<Candidate, "yes" | "no"> = {
  id: "outlives/in-executor",
  asks: "Does it belong to a promise, with which a loop ends?",
  levels: { yes: ["it ends when its promise settles", "no leak"], no: ["it belongs to no promise", "open"] },
  ask(_file, { node }) {
    for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
      if (at.parent.type === "NewExpression" && calleeName(at.parent) === "Promise") return { level: "yes", basis: "shown", at: at.parent };
    }
    return { level: "no", basis: "shown" };
  },
};
