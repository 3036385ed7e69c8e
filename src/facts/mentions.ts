/** Where a file mentions a place or a member name: one index for all analyses, built when the first of them asks. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { memberName } from "../syntax/tree.ts";
import type { NodeIndex } from "./node-index.ts";
import type { Place, Places } from "./places.ts";

export interface Mentions {
  /** Every expression that names the place, aliases included; not the declarator that gives a variable its first value. */
  of(place: Place): readonly TSESTree.Node[];
  /** Every expression that names a member so, on whatever object. */
  membersNamed(name: string): readonly TSESTree.MemberExpression[];
}

/** Builds the index. */
export function buildMentions(scopes: readonly TSESLint.Scope.Scope[], nodes: NodeIndex, places: Places): Mentions {
  const byPlace = new Map<string, TSESTree.Node[]>();
  const byName = new Map<string, TSESTree.MemberExpression[]>();
  const addPlaced = (node: TSESTree.Node): void => {
    const place = places.placeOf(node);
    if (place !== undefined) add(byPlace, place.key, node);
  };
  for (const scope of scopes) {
    for (const { identifier, init } of scope.references) {
      if (init !== true && identifier.type === "Identifier") addPlaced(identifier);
    }
  }
  for (const member of nodes.members) {
    addPlaced(member);
    const name = memberName(member);
    if (name !== undefined) add(byName, name, member);
  }
  return { of: (place) => byPlace.get(place.key) ?? [], membersNamed: (name) => byName.get(name) ?? [] };
}

function add<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
