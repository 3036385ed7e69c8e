/** A store of one entry: a key that is kept beside its value, and compared by identity to tell whether the value still holds. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import type { Store } from "../facts/stores.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { isLeftByEarlierCall } from "../subjects/key/kept-references.ts";
import type { FreshForm } from "../subjects/key/key-form.ts";
import { enclosingFunction, isNothing, unwrap, wrapped } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

export interface RememberedKey extends Candidate {
  /** The key as it is now, one side of the comparison. */
  readonly key: TSESTree.Node;
  /** Where the key of last time is kept. */
  readonly place: Place;
  /** The object that the key is: the call makes it before it compares. */
  readonly made: FreshForm;
  /** The write that keeps it after the comparison. */
  readonly kept: Store;
}

/** Collects them: comparisons of what is kept with a new object that the same call then keeps there. */
export function collectRememberedKeys(file: FileFacts): readonly RememberedKey[] {
  return file.nodes.equalities.flatMap((test) => {
    const { left, right } = test;
    if (left.type === "PrivateIdentifier" || isPlainlyCompared(left) || isPlainlyCompared(right)) return [];
    return findRemembered(file, test, left, right) ?? findRemembered(file, test, right, left) ?? [];
  });
}

/** Most comparisons are with a literal, which is no object. */
function isPlainlyCompared(node: TSESTree.Node): boolean {
  return isNothing(node) || ["Literal", "TemplateLiteral", "UnaryExpression", "BinaryExpression"].includes(unwrap(node).type);
}

function findRemembered(file: FileFacts, test: TSESTree.Node, last: TSESTree.Node, key: TSESTree.Node): RememberedKey | undefined {
  const place = ["Identifier", "MemberExpression"].includes(unwrap(last).type) ? file.places.placeOf(last) : undefined;
  if (place === undefined || place.root.kind === "global" || !isLeftByEarlierCall(place, test)) return undefined;
  const later = file.stores.storesTo(place).filter(({ value, site }) => value !== undefined && !isNothing(value) && isAfterwards(site, test));
  const made = later.length === 0 ? undefined : buildKeyForm(file, key);
  if (made?.kind !== "fresh" || made.isShared) return undefined;
  const kept = later.find(({ value }) => value !== undefined && isSameMaking(file, value, made));
  return kept !== undefined && hasValueBeside(file, place, kept, test) ? { node: test, key, place, made, kept } : undefined;
}

/** Whether something is kept with the key that is read again for the same one: an object with more than the key, or a place beside it. */
function hasValueBeside(file: FileFacts, place: Place, { site }: Store, test: TSESTree.Node): boolean {
  if (site.type === "Property") return site.parent.type === "ObjectExpression" && site.parent.properties.length > 1;
  const home = enclosingFunction(test);
  const holder = file.places.holderOf(place)?.key;
  return file.nodes.assignments.some(({ left }) => {
    const other = left.range[0] > test.range[1] && enclosingFunction(left) === home ? file.places.writtenPlaceOf(left) : undefined;
    if (other === undefined || other.key === place.key || !isLeftByEarlierCall(other, test) || file.places.holderOf(other)?.key !== holder) return false;
    return file.mentions.of(other).some((mention) => mention.parent !== left.parent && wrapped(mention).parent?.type !== "AssignmentExpression");
  });
}

function isSameMaking(file: FileFacts, value: TSESTree.Node, made: FreshForm): boolean {
  const form = buildKeyForm(file, value);
  return form.kind === "fresh" && form.at === made.at;
}

function isAfterwards(site: TSESTree.Node, test: TSESTree.Node): boolean {
  return site.range[0] > test.range[1] && enclosingFunction(site) === enclosingFunction(test);
}
