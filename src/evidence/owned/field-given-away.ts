import type { KeptField } from "../../candidates/kept-field.ts";
import { standsIn } from "../../facts/reach.ts";
import { wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const fieldGivenAway: Evidence<KeptField, "at-end" | "before" | "no"> = {
  id: "owned/field-given-away",
  asks: "Is the field given to code that the file does not show?",
  levels: {
    "at-end": ["the end of its owner gives it to code that may release it", "no leak"],
    "before": ["other code may have it, and release it", "open"],
    "no": ["nobody else has it", "leak"],
  },
  ask(_file, { uses, life, store }) {
    const escapes = uses().filter(({ kind, isExact }) => kind === "escape" && isExact);
    const atEnd = escapes.find(({ node }) => standsIn(node, life().reach));
    if (atEnd !== undefined) return { level: "at-end", basis: "shown", at: atEnd.node };
    const before = escapes[0]?.node ?? takerOf(store);
    return { level: before === undefined ? "no" : "before", basis: "shown", at: before };
  },
};

/** What gets the value together with the field: `list.push((this.item = make()))`. */
function takerOf(store: KeptField["store"]): KeptField["store"] | undefined {
  const taker = store.type === "AssignmentExpression" ? wrapped(store).parent : undefined;
  return taker?.type === "CallExpression" || taker?.type === "NewExpression" || taker?.type === "ArrayExpression" ? taker : undefined;
}
