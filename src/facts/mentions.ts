/** Where a file mentions a place or a member name: one index for all analyses. Members are resolved only when their name is asked for. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { lazy } from "../syntax/lazy.ts";
import { bySource, memberName } from "../syntax/tree.ts";
import type { NodeIndex } from "./node-index.ts";
import { mayNameOther, type Place, type Places } from "./places.ts";
import type { Variable } from "./variables.ts";

export interface Mentions {
  /** Every expression that names the place, aliases included; not the declarator that gives a variable its first value. */
  of(place: Place): readonly TSESTree.Node[];
  /** Every expression that names a member so, on whatever object. */
  membersNamed(name: string): readonly TSESTree.MemberExpression[];
  /** Every member expression whose name is one of these, in source order. */
  membersNamedOneOf(names: ReadonlySet<string>): readonly TSESTree.MemberExpression[];
  /** Every member expression that names the place. */
  membersAt(place: Place): readonly TSESTree.MemberExpression[];
}

/** The name under which members are kept that are named by a symbol variable, or only at run time. */
export const COMPUTED = "[computed]";

/** Builds the index, each half when it is first asked for. */
export function buildMentions(scopes: readonly TSESLint.Scope.Scope[], nodes: NodeIndex, places: Places): Mentions {
  const members = lazy(() => membersByName(nodes));
  const identifiers = lazy(() => identifiersByPlace(scopes, places));
  const known = new Map<string, readonly TSESTree.Node[]>();
  const membersAt = ({ path, key }: Place): readonly TSESTree.MemberExpression[] => {
    const name = path.at(-1);
    const named = name === undefined ? [] : (members().get(name.startsWith("[symbol ") ? COMPUTED : name) ?? []);
    return named.filter((member) => places.placeOf(member)?.key === key);
  };
  return {
    of(place) {
      const found = known.get(place.key) ?? [...identifiers()(place), ...membersAt(place)];
      known.set(place.key, found);
      return found;
    },
    membersNamed: (name) => members().get(name) ?? [],
    membersNamedOneOf(names) {
      const byName = members();
      const lists: (readonly TSESTree.MemberExpression[])[] = [];
      for (const name of names) {
        const list = byName.get(name);
        if (list !== undefined) lists.push(list);
      }
      return lists.length < 2 ? (lists[0] ?? []) : lists.flat().sort(bySource);
    },
    membersAt,
  };
}

function membersByName(nodes: NodeIndex): ReadonlyMap<string, TSESTree.MemberExpression[]> {
  const byName = new Map<string, TSESTree.MemberExpression[]>();
  for (const member of nodes.members) add(byName, memberName(member) ?? COMPUTED, member);
  return byName;
}

/** The identifiers of one variable, or of one global, with its rank by first mention. */
interface Group {
  readonly rank: number;
  readonly identifiers: TSESTree.Node[];
}

/**
 * All references of one variable name the same place, so that one of them is resolved for all; and most variables are
 * their own place, which needs no asking.
 */
function identifiersByPlace(scopes: readonly TSESLint.Scope.Scope[], places: Places): (place: Place) => readonly TSESTree.Node[] {
  const groups = new Map<Variable | string, Group>();
  for (const scope of scopes) {
    for (const { identifier, init, resolved } of scope.references) {
      if (init === true || identifier.type !== "Identifier") continue;
      const key = resolved === null || resolved.defs.length === 0 ? identifier.name : resolved;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { rank: groups.size, identifiers: [identifier] });
      else group.identifiers.push(identifier);
    }
  }
  const aliasesOf = new Map<string, Group[]>();
  for (const [variable, group] of groups) {
    if (typeof variable === "string" || !mayNameOther(variable)) continue;
    const place = places.placeOf(group.identifiers[0] as TSESTree.Node);
    if (place !== undefined) add(aliasesOf, place.key, group);
  }
  const ownOf = ({ root, path }: Place): Group | undefined => {
    if (path.length > 0) return undefined;
    if (root.kind === "global") return groups.get(root.name);
    return root.kind === "variable" && !mayNameOther(root.variable) ? groups.get(root.variable) : undefined;
  };
  return (place) => {
    const named = ownOf(place);
    const aliases = aliasesOf.get(place.key) ?? [];
    if (aliases.length === 0) return named?.identifiers ?? [];
    return [...aliases, ...(named === undefined ? [] : [named])].sort((one, other) => one.rank - other.rank).flatMap(({ identifiers }) => identifiers);
  };
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
