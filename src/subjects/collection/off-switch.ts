/** What ends a collection for good: an assignment, or a flag that is set beside. What fills it then looks for that and leaves, and nothing takes it back. */
import type { TSESTree } from "@typescript-eslint/utils";

import { walking } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf } from "../../facts/variables.ts";
import { enclosingFunction, isFunction, isWithin, memberName, unwrap, walk } from "../../syntax/tree.ts";
import { isSentinel, type Collection } from "./collection.ts";
import { outermost } from "./element-operations.ts";
import type { Operation } from "./operations.ts";

/**
 * Whether a removal is the switch that turns off all that a collection is for: no entry of one that is still wanted goes so. An
 * object whose own flag is set for good has ended.
 */
export function switchedOffBy(file: FileFacts, collection: Collection, removal: Operation, inserts: readonly Operation[]): "switched-off" | "owner-end" | undefined {
  if (removal.isForeign || inserts.length === 0 || isHandedOver(file, collection.place, removal.node)) return undefined;
  if (isTakenAway(file, collection, removal, inserts)) return "switched-off";
  const flag = flagsSetWith(file, removal).find((one) => inserts.every(({ node }) => looksFirst(file, node, one)));
  return flag === undefined ? undefined : flag.root.kind === "instance" ? "owner-end" : "switched-off";
}

/** `for (const message of this.queue) socket.send(message); this.queue = undefined;`: what was kept until then goes where it was kept for. */
function isHandedOver(file: FileFacts, place: Place, removal: TSESTree.Node): boolean {
  const around = enclosingFunction(removal);
  return around !== undefined && file.mentions.of(place).some((mention) => {
    if (!isWithin(mention, around)) return false;
    const whole = outermost(mention);
    const { parent } = whole;
    if (parent?.type === "MemberExpression") return parent.object === whole && (parent.computed || walking.has(memberName(parent) ?? ""));
    return parent?.type === "SpreadElement" || parent?.type === "CallExpression" || ((parent?.type === "ForOfStatement" || parent?.type === "ForInStatement") && parent.right === whole);
  });
}

/** `visits = null`, after which nothing is put in. */
function isTakenAway(file: FileFacts, { place, creation, replacements }: Collection, removal: Operation, inserts: readonly Operation[]): boolean {
  const switches = replacements.filter(({ value }) => value !== undefined && isSentinel(value));
  if (!switches.some(({ site }) => site === removal.node) || switches.length !== replacements.length) return false;
  // Made where it is declared, and never again.
  const isMadeOnce = file.stores.storesTo(place).every((store) => store === creation || store.site === creation.site || switches.includes(store));
  if (!isMadeOnce || enclosingFunction(removal.node) === undefined || !isMadeAtFirst(file, creation.site, place)) return false;
  return inserts.every(({ node }) => looksFirst(file, node, place));
}

/** `quiet = true; told.clear();`: the flags that are set for good where the collection is emptied. */
function flagsSetWith(file: FileFacts, { kind, node }: Operation): readonly Place[] {
  const around = kind === "empty" ? enclosingFunction(node) : undefined;
  if (around === undefined || file.functions.factOf(around).role === "constructor") return [];
  return file.nodes.assignments.flatMap((assignment) => {
    const place = enclosingFunction(assignment) === around && constantOf(assignment.right) !== undefined ? file.places.placeOf(assignment.left) : undefined;
    return place !== undefined && isSetForGood(file, place, assignment) ? [place] : [];
  });
}

/** Whether a place of the module or of an object begins as one constant, and is only ever given the other one later. */
function isSetForGood(file: FileFacts, place: Place, { right }: TSESTree.AssignmentExpression): boolean {
  if (place.path.length === 0 && (place.root.kind !== "variable" || functionOf(place.root.variable) !== undefined)) return false;
  const set = constantOf(right);
  const [first, ...later] = file.stores.storesTo(place);
  const isFirst = first !== undefined && isMadeAtFirst(file, first.site, place) && first.value !== undefined && constantOf(first.value) !== undefined && constantOf(first.value) !== set;
  return isFirst && later.length > 0 && later.every(({ value }) => value !== undefined && constantOf(value) === set);
}

/** `true`, `false`, `null`: written out. */
function constantOf(expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  return isSentinel(node) ? (node.type === "Literal" ? node.raw : "undefined") : undefined;
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
