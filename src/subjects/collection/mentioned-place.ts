/** Whether a piece of code names a place. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { walk } from "../../syntax/tree.ts";

/** Whether `test` mentions the place: the guards of lazy creation and of size limits. */
export function mentions(file: FileFacts, test: TSESTree.Node, place: Place): boolean {
  let found = false;
  walk(test, file.visitorKeys, (node) => {
    if ((node.type === "Identifier" || node.type === "MemberExpression") && file.places.placeOf(node)?.key === place.key) found = true;
    return !found;
  });
  return found;
}
