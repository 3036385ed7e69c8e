import type { OfResource } from "../../candidates/of-resource.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import { isParameter } from "../../facts/variables.ts";
import { receiverOf, unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const givenSource: Evidence<OfResource, "caller" | "own"> = {
  id: "outlives/given-source",
  asks: "Who has what it is taken of?",
  levels: {
    caller: ["what it is taken of comes from the caller, who may be done with it", "open"],
    own: ["what it is taken of is made here, of memory alone, and goes with it", "no leak"],
  },
  ask(file, { resource: { acquisition } }) {
    const receiver = receiverOf(acquisition);
    let at = receiver;
    while (at?.type === "MemberExpression" || at?.type === "CallExpression") at = at.type === "CallExpression" ? receiverOf(at) : unwrap(at.object);
    if (receiver === undefined || at === undefined) return { level: "unknown", basis: "shown" };
    if (isParameter(file.variables, at)) return { level: "caller", basis: "shown", at };
    return { level: receiver === at && valueLifetimeOf(file, receiver) === "own" ? "own" : "unknown", basis: "shown", at };
  },
};
