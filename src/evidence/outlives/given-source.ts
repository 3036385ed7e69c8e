import type { OfResource } from "../../candidates/of-resource.ts";
import { isParameter } from "../../facts/variables.ts";
import { receiverOf, unwrap } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const givenSource: Evidence<OfResource, "yes" | "no"> = {
  id: "outlives/given-source",
  asks: "Does the caller give what it is taken of?",
  levels: {
    yes: ["what it is taken of comes from the caller, who may be done with it", "open"],
    no: ["what it is taken of does not come from the caller", "leak"],
  },
  ask(file, { resource: { acquisition } }) {
    let at = receiverOf(acquisition);
    while (at?.type === "MemberExpression" || at?.type === "CallExpression") at = at.type === "CallExpression" ? receiverOf(at) : unwrap(at.object);
    return shownAt(at !== undefined && isParameter(file.variables, at) ? at : undefined);
  },
};
