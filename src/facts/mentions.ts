/** Where a file mentions a place or a member name: one index for all analyses. Members are resolved only when their name is asked for. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { lazy } from "../syntax/lazy.ts";
import { memberName } from "../syntax/tree.ts";
import type { NodeIndex } from "./node-index.ts";
import type { Place, Places } from "./places.ts";
import type { Variable } from "./variables.ts";

export interface Mentions {
  /** Every expression that names the place, aliases included; not the declarator that gives a variable its first value. */
  of(place: Place): readonly TSESTree.Node[];
  /** Every expression that names a member so, on whatever object. */
  membersNamed(name: string): readonly TSESTree.MemberExpression[];
}

/** The name under which members are kept that are named by a symbol variable, or only at run time. */
const COMPUTED = "[computed]";

/** Builds the index, each half when it is first asked for. */
export function buildMentions(scopes: readonly TSESLint.Scope.Scope[], nodes: NodeIndex, places: Places): Mentions {
  const members = lazy(() => membersByName(nodes));
  const identifiers = lazy(() => identifiersByPlace(scopes, places));
  const known = new Map<string, readonly TSESTree.Node[]>();
  const collect = ({ path, key }: Place): readonly TSESTree.Node[] => {
    const name = path.at(-1);
    const named = name === undefined ? [] : (members().get(name.startsWith("[symbol ") ? COMPUTED : name) ?? []);
    return [...(identifiers().get(key) ?? []), ...named.filter((member) => places.placeOf(member)?.key === key)];
  };
  return {
    of(place) {
      const found = known.get(place.key) ?? collect(place);
      known.set(place.key, found);
      return found;
    },
    membersNamed: (name) => members().get(name) ?? [],
  };
}

function membersByName(nodes: NodeIndex): ReadonlyMap<string, TSESTree.MemberExpression[]> {
  const byName = new Map<string, TSESTree.MemberExpression[]>();
  for (const member of nodes.members) add(byName, memberName(member) ?? COMPUTED, member);
  return byName;
}

/** All references of one variable name the same place, so that one of them is resolved for all. */
function identifiersByPlace(scopes: readonly TSESLint.Scope.Scope[], places: Places): ReadonlyMap<string, TSESTree.Node[]> {
  const byVariable = new Map<Variable | string, TSESTree.Node[]>();
  for (const scope of scopes) {
    for (const { identifier, init, resolved } of scope.references) {
      if (init !== true && identifier.type === "Identifier") add(byVariable, resolved ?? identifier.name, identifier);
    }
  }
  const byPlace = new Map<string, TSESTree.Node[]>();
  for (const references of byVariable.values()) {
    const place = references[0] === undefined ? undefined : places.placeOf(references[0]);
    if (place !== undefined) byPlace.set(place.key, [...(byPlace.get(place.key) ?? []), ...references]);
  }
  return byPlace;
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
