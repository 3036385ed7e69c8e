import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldWay } from "../candidates/held-way.ts";
import { writesOf } from "../facts/variables.ts";
import { isWithin, unwrap } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** `if (timedOut) return;` where only the timer's own callback sets the flag. */
export const afterOwnEnd: Proof<HeldWay> = {
  id: "proof/after-own-end",
  says: "that way is taken only when it has ended by itself",
  find(file, { node: acquisition, resource, way }) {
    if (resource.pair.endsByItself !== true) return false;
    const edge = way.edges.find(({ kind, condition }) => {
      const flag = condition === undefined ? undefined : unwrap(condition);
      const variable = flag?.type === "Identifier" ? file.variables.variableOf(flag) : undefined;
      if (variable === undefined) return false;
      const writes = writesOf(variable);
      const later = writes.filter(({ init }) => init !== true);
      const isTurned = later.length > 0 && later.every(({ identifier, writeExpr }) => isWithin(identifier, acquisition) && truthOf(writeExpr) === (kind === "true"));
      return isTurned && writes.every(({ init, writeExpr }) => init !== true || truthOf(writeExpr) === (kind !== "true"));
    });
    return edge?.condition ?? false;
  },
};

function truthOf(value: TSESTree.Node | null | undefined): boolean | undefined {
  const node = value == null ? undefined : unwrap(value);
  return node?.type === "Literal" ? Boolean(node.value) : undefined;
}
