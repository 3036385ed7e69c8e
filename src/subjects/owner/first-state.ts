/** What the tests of an owner come to while its fields still have the values that it begins with. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { Store } from "../../facts/stores.ts";
import { declaratorOf } from "../../facts/variables.ts";
import { isTrue, knownValueOf, type Known } from "../../syntax/known-values.ts";
import { enclosingFunction, isNothing, unwrap } from "../../syntax/tree.ts";

const LARGEST_TEST = 30;

/** The fields and shared variables that a test reads; undefined where it reads anything else, or calls. */
export function placesOfTest(file: FileFacts, test: TSESTree.Node, left = { nodes: LARGEST_TEST }): readonly Place[] | undefined {
  const node = unwrap(test);
  if (--left.nodes < 0) return undefined;
  switch (node.type) {
    case "Literal":
      return [];
    case "UnaryExpression":
      return placesOfTest(file, node.argument, left);
    case "BinaryExpression":
    case "LogicalExpression": {
      const sides = [node.left, node.right].map((side) => placesOfTest(file, side, left));
      return sides.includes(undefined) ? undefined : sides.flatMap((places) => places ?? []);
    }
    case "Identifier":
    case "MemberExpression": {
      if (isNothing(node)) return [];
      const place = placeRead(file, node);
      return place === undefined ? undefined : [place];
    }
    default:
      return undefined;
  }
}

/** Whether a test holds with the first values of what it reads; undefined where these do not tell. */
export function holdsAtFirst(file: FileFacts, test: TSESTree.Node): boolean | undefined {
  const value = valueAtFirst(file, test);
  return value === undefined ? undefined : isTrue(value);
}

/** The writes of a place that give it its first value: where it is declared, and those of the constructor. */
export function firstStores(file: FileFacts, place: Place): readonly Store[] {
  return file.stores.storesTo(place).filter(({ site }) => {
    const host = enclosingFunction(site);
    return site.type === "PropertyDefinition" || site.type === "VariableDeclarator" || (host !== undefined && file.functions.factOf(host).role === "constructor");
  });
}

/** The field that `this.lines.length` is about, or the field itself. */
function placeRead(file: FileFacts, node: TSESTree.Identifier | TSESTree.MemberExpression): Place | undefined {
  const place = file.places.placeOf(node);
  if (place === undefined) return undefined;
  const isMember = place.root.kind === "instance" ? place.path.length === 1 : place.root.kind === "variable" && place.path.length === 0;
  if (isMember) return place.root.kind === "variable" && place.root.variable.defs[0]?.type !== "Variable" ? undefined : place;
  const holder = isSizeOfHolder(place) ? file.places.holderOf(place) : undefined;
  const isOfMember = holder?.root.kind === "instance" ? holder.path.length === 1 : holder?.root.kind === "variable" && holder.path.length === 0 && holder.root.variable.defs[0]?.type === "Variable";
  return isOfMember ? holder : undefined;
}

function isSizeOfHolder({ path }: Place): boolean {
  return path.at(-1) === "length" || path.at(-1) === "size";
}

function valueAtFirst(file: FileFacts, test: TSESTree.Node): Known | undefined {
  return knownValueOf(test, (node) => {
    const place = placeRead(file, node);
    const first = place === undefined ? undefined : firstValueOf(file, place);
    if (place === undefined || first === undefined || file.places.placeOf(node) === place) return first;
    return first === "empty" ? { value: 0 } : undefined;
  });
}

/** What the place is first given: a value that is written out, an empty collection, or nothing. */
function firstValueOf(file: FileFacts, place: Place): Known | undefined {
  const stores = firstStores(file, place);
  const [store] = stores;
  if (stores.length > 1) return undefined;
  if (store === undefined) return isDeclaredEmpty(file, place) ? { value: undefined } : undefined;
  const value = store.value === undefined ? undefined : unwrap(store.value);
  if (value === undefined) return undefined;
  const isEmptyList = value.type === "ArrayExpression" && value.elements.length === 0;
  const isEmptyStore = value.type === "NewExpression" && value.arguments.length === 0 && value.callee.type === "Identifier" && (value.callee.name === "Map" || value.callee.name === "Set") && file.variables.isGlobal(value.callee);
  if (isEmptyList || isEmptyStore) return "empty";
  return value.type === "Literal" || isNothing(value) ? valueAtFirst(file, value) : undefined;
}

/** `let last;` and `#last?: string`: nothing but its declaration says what it begins with. */
function isDeclaredEmpty(file: FileFacts, { root, path }: Place): boolean {
  if (root.kind === "variable") return declaratorOf(root.variable)?.init === null;
  if (root.kind !== "instance" || root.owner.type === "ObjectExpression" || !("superClass" in root.owner) || root.owner.superClass !== null) return false;
  return root.owner.body.body.some((member) => member.type === "PropertyDefinition" && member.value === null && !member.definite && file.places.memberOf(file.places.placeOfOwner(root.owner, false), nameOfField(member)).path[0] === path[0]);
}

function nameOfField({ key }: TSESTree.PropertyDefinition): string {
  return key.type === "PrivateIdentifier" ? `#${key.name}` : key.type === "Identifier" ? key.name : "";
}
