/** Assignments that end a collection for good: what fills it then looks for that and leaves, and nothing makes it anew. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { enclosingFunction, isFunction, unwrap, walk } from "../../syntax/tree.ts";
import { isSentinel, type Collection } from "./collection.ts";
import type { Operation } from "./operations.ts";

/** Whether a removal is the switch that turns off all that a collection is for: no entry of one that is still wanted goes so. */
export function isSwitchedOff(file: FileFacts, { place, creation, replacements }: Collection, removal: Operation, inserts: readonly Operation[]): boolean {
  const switches = replacements.filter(({ value }) => value !== undefined && isSentinel(value));
  if (removal.isForeign || !switches.some(({ site }) => site === removal.node) || switches.length !== replacements.length) return false;
  // Made where it is declared, and never again.
  const isMadeOnce = file.stores.storesTo(place).every((store) => store === creation || store.site === creation.site || switches.includes(store));
  if (!isMadeOnce || enclosingFunction(removal.node) === undefined || !isMadeAtFirst(file, creation.site, place)) return false;
  return inserts.length > 0 && inserts.every(({ node }) => looksFirst(file, node, place));
}

/** Whether the collection is there from the beginning: `start() { visits = new Map() }` and `if (!visits) visits = []` make it anew. */
function isMadeAtFirst(file: FileFacts, site: TSESTree.Node, { root }: Place): boolean {
  const around = enclosingFunction(site);
  if (site.type !== "AssignmentExpression" || around === undefined) return true;
  const isOfOwner = root.kind === "instance" && (root.owner === around || (file.functions.factOf(around).role === "constructor" && file.functions.factOf(around).owner === root.owner));
  return isOfOwner && site.operator === "=" && site.parent.type === "ExpressionStatement" && site.parent.parent === around.body;
}

/** `if (visits === null) return;`, `visits?.set(…)`, `if (visits) visits.set(…)`. */
function looksFirst(file: FileFacts, insert: TSESTree.Node, place: Place): boolean {
  const around = enclosingFunction(insert);
  if (around === undefined) return false;
  let looks = false;
  walk(around.body, file.visitorKeys, (node) => {
    if (looks || (isFunction(node) && node !== around)) return false;
    if (node.type === "IfStatement" || node.type === "ConditionalExpression") looks = asksWhetherThere(file, node.test, place);
    if (node.type === "LogicalExpression") looks = asksWhetherThere(file, node.left, place);
    if (node.type === "MemberExpression" && node.optional) looks = isThePlace(file, node.object, place);
    return !looks;
  });
  return looks;
}

function asksWhetherThere(file: FileFacts, test: TSESTree.Node, place: Place): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" && asksWhetherThere(file, node.argument, place);
    case "LogicalExpression":
      return asksWhetherThere(file, node.left, place) || asksWhetherThere(file, node.right, place);
    case "BinaryExpression":
      return (isSentinel(node.right) && isThePlace(file, node.left, place)) || (isSentinel(node.left) && isThePlace(file, node.right, place));
    default:
      return isThePlace(file, node, place);
  }
}

function isThePlace(file: FileFacts, expression: TSESTree.Node, place: Place): boolean {
  return file.places.placeOf(unwrap(expression))?.key === place.key;
}
