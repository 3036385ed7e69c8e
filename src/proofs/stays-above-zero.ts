import type { TSESTree } from "@typescript-eslint/utils";

import type { KeptEntry } from "../candidates/kept-entry.ts";
import { isEntryOf } from "../subjects/entry/entry-values.ts";
import { isFunction } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** `if (count > 1) counts.set(key, count - 1)`. */
export const staysAboveZero: Proof<KeptEntry> = {
  id: "proof/stays-above-zero",
  says: "its count never comes down to zero there",
  find(file, { end: { node }, kept: { collection } }) {
    if (node.type === "UpdateExpression" || (node.type === "AssignmentExpression" && node.operator !== "=")) return false;
    for (let at: TSESTree.Node = node; at.parent != null && !isFunction(at); at = at.parent) {
      const parent: TSESTree.Node = at.parent;
      if (parent.type !== "IfStatement" || parent.consequent !== at || parent.test.type !== "BinaryExpression") continue;
      const { left, operator, right } = parent.test;
      const limit = right.type === "Literal" && typeof right.value === "number" ? right.value : 0;
      if (isEntryOf(file, left, collection) && limit >= (operator === ">" ? 1 : operator === ">=" ? 2 : Infinity)) return parent.test;
    }
    return false;
  },
};
