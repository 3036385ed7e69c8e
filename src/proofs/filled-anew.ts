import type { GrowingCollection } from "../candidates/growing-collection.ts";
import { isRenewal } from "../subjects/collection/collection.ts";
import { enclosingFunction, isWithin } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** `this.rows = []; for (...) this.rows.push(row)`. */
export const filledAnew: Proof<GrowingCollection> = {
  id: "proof/filled-anew",
  says: "all that is put in follows, in the same function, on a fresh value",
  find(file, { collection: { creation }, operations }) {
    const around = enclosingFunction(creation.site);
    if (around === undefined || !isRenewal(file, creation)) return false;
    return operations.every(({ kind, node }) => kind !== "insert" || (isWithin(node, around) && node.range[0] > creation.site.range[0])) && creation.site;
  },
};
