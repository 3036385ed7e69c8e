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

/** The name under which an index by name keeps a member expression. */
export function nameInIndex(member: TSESTree.MemberExpression): string {
  return memberName(member) ?? COMPUTED;
}

/** The name under which an index by name keeps the expressions of a member of a place. */
export function memberInIndex(name: string): string {
  return name.startsWith("[symbol ") ? COMPUTED : name;
}

/** Builds the index, each half when it is first asked for. */
export function buildMentions(scopes: readonly TSESLint.Scope.Scope[], declared: readonly Variable[], nodes: NodeIndex, places: Places): Mentions {
  const members = lazy(() => membersByName(nodes));
  const identifiers = lazy(() => identifiersByPlace(scopes, declared, places));
  const known = new Map<string, readonly TSESTree.Node[]>();
  const byPlace = new Map<string, ReadonlyMap<string, readonly TSESTree.MemberExpression[]>>();
  // Sorted by place once a name: a file of many classes has many places whose members go by the same name.
  const membersAt = ({ path, key }: Place): readonly TSESTree.MemberExpression[] => {
    const name = path.at(-1);
    if (name === undefined) return [];
    const index = memberInIndex(name);
    const sorted = byPlace.get(index) ?? sortByPlace(members().get(index) ?? [], places);
    byPlace.set(index, sorted);
    return sorted.get(key) ?? [];
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

function sortByPlace(named: readonly TSESTree.MemberExpression[], places: Places): ReadonlyMap<string, readonly TSESTree.MemberExpression[]> {
  const byPlace = new Map<string, TSESTree.MemberExpression[]>();
  for (const member of named) {
    const key = places.placeOf(member)?.key;
    if (key !== undefined) add(byPlace, key, member);
  }
  return byPlace;
}

function membersByName(nodes: NodeIndex): ReadonlyMap<string, TSESTree.MemberExpression[]> {
  const byName = new Map<string, TSESTree.MemberExpression[]>();
  for (const member of nodes.members) add(byName, nameInIndex(member), member);
  return byName;
}

/** A variable's references are known to it; what may be another name for the place, and the globals of a name, are sorted when first asked for. */
function identifiersByPlace(scopes: readonly TSESLint.Scope.Scope[], declared: readonly Variable[], places: Places): (place: Place) => readonly TSESTree.Node[] {
  const globals = lazy(() => globalsByName(scopes));
  const aliasesOf = new Map<string, Variable[]>();
  for (const variable of declared) {
    if (!mayNameOther(variable)) continue;
    const mention = mentionsOf(variable).at(0);
    const place = mention === undefined ? undefined : places.placeOf(mention);
    if (place !== undefined) add(aliasesOf, place.key, variable);
  }
  const ownOf = ({ root, path }: Place): readonly TSESTree.Node[] => {
    if (path.length > 0) return [];
    if (root.kind === "global") return globals().get(root.name) ?? [];
    return root.kind === "variable" && !mayNameOther(root.variable) ? mentionsOf(root.variable) : [];
  };
  return (place) => [...(aliasesOf.get(place.key) ?? []).flatMap(mentionsOf), ...ownOf(place)].sort(bySource);
}

/** The identifiers that name a variable, but for the one that gives it its first value. */
function mentionsOf({ references }: Variable): TSESTree.Node[] {
  return references.filter(({ identifier, init }) => init !== true && identifier.type === "Identifier").map(({ identifier }) => identifier);
}

function globalsByName(scopes: readonly TSESLint.Scope.Scope[]): ReadonlyMap<string, readonly TSESTree.Node[]> {
  const byName = new Map<string, TSESTree.Node[]>();
  for (const scope of scopes) {
    for (const { identifier, init, resolved } of scope.references) {
      if (init !== true && identifier.type === "Identifier" && (resolved === null || resolved.defs.length === 0)) add(byName, identifier.name, identifier);
    }
  }
  return byName;
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
