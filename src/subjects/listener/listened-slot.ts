/** Slots: places that outlive a function and are given the object which the function puts a listener on. */
import type { TSESTree } from "@typescript-eslint/utils";

import { gettingOne } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, receiverOf, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import type { ListenerCall } from "./listener-calls.ts";
import { compareCalls, isSameApartFromTarget } from "./listener-match.ts";

export interface ListenedSlot {
  readonly slot: Place;
  /** The assignment that puts the object there. */
  readonly filling: TSESTree.AssignmentExpression;
  /** What it is given. */
  readonly value: TSESTree.Node;
  readonly host: FunctionNode;
}

/**
 * The slot that gets what the listener is put on, in the same function, from what that function is given; with `isPartToo` also where the
 * listener is put on a part of it. A part may be replaced, and end, by itself: only what is done to it beside says that it is the slot's.
 */
export function listenedSlotOf(file: FileFacts, { call, target }: ListenerCall, isPartToo = false): ListenedSlot | undefined {
  const host = enclosingFunction(call);
  if (host === undefined || target === undefined) return undefined;
  const place = file.places.placeOf(target);
  for (const filling of assignmentsIn(file, host)) {
    const slot = filling.operator === "=" ? file.places.writtenPlaceOf(filling.left) : undefined;
    if (slot === undefined || place === undefined || !isSlotBeyond(host, slot)) continue;
    const value = unwrap(filling.right);
    const isOf = (whole: Place | undefined): boolean => (isPartToo ? isOrHolds(whole, place) : whole?.key === place.key);
    const isListened = isOf(file.places.placeOf(value)) || (isOf(slot) && filling.range[1] <= target.range[0]);
    if (isListened && isGivenBy(file, host, value)) return { slot, filling, value, host };
  }
  return undefined;
}

/** Whether a place is the other or what has it as a part: `pane` and `pane.process.stdout`. */
export function isOrHolds(whole: Place | undefined, { key }: Place): boolean {
  return whole !== undefined && (key === whole.key || key.startsWith(`${whole.key}.`));
}

const assignments = new WeakMap<FileFacts, ReadonlyMap<FunctionNode | undefined, readonly TSESTree.AssignmentExpression[]>>();

function assignmentsIn(file: FileFacts, host: FunctionNode): readonly TSESTree.AssignmentExpression[] {
  const known = assignments.get(file) ?? sortAssignments(file);
  assignments.set(file, known);
  return known.get(host) ?? [];
}

function sortAssignments(file: FileFacts): ReadonlyMap<FunctionNode | undefined, readonly TSESTree.AssignmentExpression[]> {
  const sorted = new Map<FunctionNode | undefined, TSESTree.AssignmentExpression[]>();
  for (const assignment of file.nodes.assignments) {
    const host = enclosingFunction(assignment);
    const list = sorted.get(host);
    if (list === undefined) sorted.set(host, [assignment]);
    else list.push(assignment);
  }
  return sorted;
}

/** A field, or a variable (or a member of one) of a function around this one. */
export function isSlotBeyond(host: FunctionNode, { root, path }: Place): boolean {
  if (root.kind === "instance" || root.kind === "static") return path.length > 0;
  if (root.kind !== "variable") return false;
  const maker = functionOf(root.variable);
  return maker === undefined || (maker !== host && isWithin(host, maker));
}

/** Whether the value is a parameter of the function, or a part of one, or is found in one: with each call it may be another object. */
function isGivenBy(file: FileFacts, host: FunctionNode, value: TSESTree.Node): boolean {
  const root = file.places.placeOf(value)?.root;
  if (root?.kind !== "variable") return false;
  const found = unwrap(initializerOf(root.variable) ?? value);
  const finder = found.type === "CallExpression" && gettingOne.has(calleeName(found) ?? "") ? receiverOf(found) : undefined;
  const holder = finder === undefined ? root : file.places.placeOf(finder)?.root;
  return holder?.kind === "variable" && isParameterOf(host, holder.variable);
}

function isParameterOf(host: FunctionNode, { defs: [definition] }: Variable): boolean {
  return definition?.type === "Parameter" && isFunction(definition.node) && definition.node === host;
}

/** The removals of the file that take this listener off what the slot has by then. */
export function removalsFrom(file: FileFacts, slot: Place, added: ListenerCall, removed: readonly ListenerCall[], isPartToo = false): readonly ListenerCall[] {
  return removed.filter((removal) => {
    const place = removal.target === undefined ? undefined : file.places.placeOf(removal.target);
    if (place === undefined || !(isPartToo ? isOrHolds(slot, place) : place.key === slot.key)) return false;
    return isSameApartFromTarget(compareCalls(file, added, removal));
  });
}
