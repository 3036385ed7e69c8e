/** Removals that ask an object which has only just arrived, in a branch that asks whether there was another one before it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "../subjects/listener/listener-calls.ts";
import { mentions } from "../subjects/collection/mentioned-place.ts";
import { isOrHolds, listenedSlotOf } from "../subjects/listener/listened-slot.ts";
import { compareCalls, isSameApartFromTarget } from "../subjects/listener/listener-match.ts";
import { enclosingFunction, isFunction, isWithin } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A removal from the object that is about to get the listener, while the one before it has it. */
export interface RemovalFromNewcomer extends Candidate {
  readonly kind: "newcomer";
  readonly removed: ListenerCall;
  readonly added: ListenerCall;
  /** Where the object before it is kept. */
  readonly slot: Place;
  readonly filling: TSESTree.AssignmentExpression;
  readonly calls: ListenerCalls;
}

const MOST_PAIRS = 20_000;

/** Collects them. */
export function collectRemovalsFromNewcomers(file: FileFacts): readonly RemovalFromNewcomer[] {
  const calls = collectListenerCalls(file);
  const { added, removed } = calls;
  if (added.length * removed.length > MOST_PAIRS) return [];
  return removed.flatMap((removal): RemovalFromNewcomer[] => {
    const host = enclosingFunction(removal.call);
    const after = added.filter(({ call }) => enclosingFunction(call) === host && call.range[0] > removal.call.range[1]);
    for (const addition of after) {
      const found = isSameApartFromTarget(compareCalls(file, addition, removal)) ? listenedSlotOf(file, addition, true) : undefined;
      const value = found === undefined ? undefined : file.places.placeOf(found.value);
      if (found === undefined || value === undefined || found.filling.range[0] < removal.call.range[1] || !isAskedOf(file, removal, value)) continue;
      const asksForOld = testsAround(removal.call).some((test) => mentions(file, test, found.slot) && !mentions(file, test, value));
      return asksForOld ? [{ kind: "newcomer", node: removal.call, removed: removal, added: addition, slot: found.slot, filling: found.filling, calls }] : [];
    }
    return [];
  });
}

function isAskedOf(file: FileFacts, { target }: ListenerCall, value: Place): boolean {
  const place = target === undefined ? undefined : file.places.placeOf(target);
  return place !== undefined && isOrHolds(value, place);
}

/** The conditions under which a node runs, within its function. */
function testsAround(node: TSESTree.Node): readonly TSESTree.Expression[] {
  const tests: TSESTree.Expression[] = [];
  for (let at: TSESTree.Node = node; at.parent != null && !isFunction(at.parent); at = at.parent) {
    const { parent } = at;
    if ((parent.type === "IfStatement" || parent.type === "ConditionalExpression") && !isWithin(at, parent.test)) tests.push(parent.test);
    if (parent.type === "LogicalExpression" && parent.right === at) tests.push(parent.left);
  }
  return tests;
}
