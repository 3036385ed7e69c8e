/** Where a file mentions a place: one index for all collections, built when the first of them is looked at. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { memberName } from "../syntax/tree.ts";

export interface References {
  /** Every expression that names the place, aliases included. */
  referencesTo(place: Place): readonly TSESTree.Node[];
  /** Members of the same name on another object, which may be the same field of another or an unknown instance. */
  foreignReferencesTo(place: Place): readonly TSESTree.Node[];
  /** Every expression that names a member so. */
  membersNamed(name: string): readonly TSESTree.MemberExpression[];
}

/** Builds the index. */
export function buildReferences(file: FileFacts): References {
  const byPlace = new Map<string, TSESTree.Node[]>();
  const byName = new Map<string, TSESTree.MemberExpression[]>();
  const add = (node: TSESTree.Node): void => {
    const place = file.places.placeOf(node);
    if (place === undefined) return;
    const known = byPlace.get(place.key);
    if (known === undefined) byPlace.set(place.key, [node]);
    else known.push(node);
  };
  for (const scope of file.sourceCode.scopeManager?.scopes ?? []) {
    for (const reference of scope.references) {
      if (reference.init !== true && reference.identifier.type === "Identifier") add(reference.identifier);
    }
  }
  for (const member of file.nodes.members) {
    add(member);
    const name = memberName(member);
    if (name === undefined) continue;
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [member]);
    else known.push(member);
  }
  return {
    referencesTo: (place) => byPlace.get(place.key) ?? [],
    foreignReferencesTo(place) {
      const name = place.path.at(-1);
      if (name === undefined) return [];
      return (byName.get(name) ?? []).filter((member) => file.places.placeOf(member)?.key !== place.key);
    },
    membersNamed: (name) => byName.get(name) ?? [],
  };
}
