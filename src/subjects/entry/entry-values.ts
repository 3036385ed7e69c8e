/** Expressions whose value is an entry of a collection. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { unwrap } from "../../syntax/tree.ts";
import type { Collection } from "../collection/collection.ts";
import { mentions } from "../collection/mentioned-place.ts";

/** Whether an expression names the collection, as `map.get(key)` does, or is a variable that began as such a one. */
export function isEntryOf(file: FileFacts, expression: TSESTree.Node, { place }: Collection): boolean {
  const node = unwrap(expression);
  if (node.type !== "Identifier") return mentions(file, node, place);
  const definition = file.variables.variableOf(node)?.defs[0]?.node;
  return definition?.type === "VariableDeclarator" && definition.init !== null && mentions(file, definition.init, place);
}
