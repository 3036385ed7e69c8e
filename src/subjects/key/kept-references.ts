/** References that a component's hooks hand out: one object for all calls of the component, which keeps a value in one member. */
import type { TSESTree } from "@typescript-eslint/utils";

import { referenceMakers, referenceMember } from "../../catalogue/words/keyed-stores.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, unwrap } from "../../syntax/tree.ts";

/** Finds what a reference is made with: `new Map()` for `seen.current`, where `const seen = useRef(new Map())`. */
export function heldByReference({ root, path }: Place): TSESTree.Node | undefined {
  return root.kind === "variable" && path.length === 1 && path[0] === referenceMember ? referenceMadeBy(root.variable)?.arguments[0] : undefined;
}

/** Answers whether a call of the function around a node finds at a place what an earlier call has left there. */
export function isLeftByEarlierCall({ root, path }: Place, node: TSESTree.Node): boolean {
  if (root.kind !== "variable" || functionOf(root.variable) !== enclosingFunction(node)) return true;
  return path[0] === referenceMember && referenceMadeBy(root.variable) !== undefined;
}

function referenceMadeBy(variable: Variable): TSESTree.CallExpression | undefined {
  const init = initializerOf(variable);
  const made = init === undefined ? undefined : unwrap(init);
  return made?.type === "CallExpression" && referenceMakers.has(calleeName(made) ?? "") ? made : undefined;
}
