/** Removals of listeners that read their function, or the object they ask, from a place which the same run has set to null before. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { collectEmptyings, readOf, readsAfter, type Emptying } from "../subjects/listener/emptied-place.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "../subjects/listener/listener-calls.ts";
import { compareCalls, isExact, mayMatch } from "../subjects/listener/listener-match.ts";
import { calleeName, unwrap, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A removal that is given nothing. */
export interface SpentRemoval extends Candidate {
  readonly kind: "spent";
  readonly removed: ListenerCall;
  /** The addition that it would undo. */
  readonly added: ListenerCall;
  readonly emptying: Emptying;
  /** What is empty: the function, or the object that is asked to remove it. */
  readonly part: "listener" | "target";
  /** The function with the removal, where the one that empties only runs it. */
  readonly inside: FunctionNode | undefined;
  readonly calls: ListenerCalls;
}

interface Read {
  readonly place: Place;
  readonly at: TSESTree.Node;
  readonly removed: ListenerCall;
  readonly part: SpentRemoval["part"];
}

const MOST_PAIRS = 20_000;

/** Collects them, one for each removal and place of emptying. */
export function collectSpentRemovals(file: FileFacts): readonly SpentRemoval[] {
  const calls = collectListenerCalls(file);
  if (calls.removed.length === 0 || calls.added.length === 0 || calls.added.length * calls.removed.length > MOST_PAIRS) return [];
  const reads = calls.removed.flatMap((removed) => readsOfRemoval(file, removed));
  const keys = new Set(reads.map(({ place }) => place.key));
  return collectEmptyings(file, keys).flatMap((emptying) => {
    const ofPlace = reads.filter(({ place }) => place.key === emptying.place.key);
    return readsAfter(file, emptying, ofPlace).flatMap(({ read: { removed, part }, inside }): SpentRemoval[] => {
      const added = additionOf(file, calls.added, removed);
      return added === undefined ? [] : [{ kind: "spent", node: inside === undefined ? removed.call : emptying.assignment, removed, added, emptying, part, inside, calls }];
    });
  });
}

/** What the removal reads: its function, and the object where `?.` passes over it without a word. */
function readsOfRemoval(file: FileFacts, removed: ListenerCall): readonly Read[] {
  const listener = removed.listener === undefined ? undefined : readOf(file, removed.listener);
  const callee = unwrap(removed.call.callee);
  const isPassedOver = callee.type === "MemberExpression" && callee.optional && calleeName(removed.call) === removed.verb;
  const target = removed.target === undefined || !isPassedOver ? undefined : readOf(file, removed.target);
  return [...(listener === undefined ? [] : [{ ...listener, removed, part: "listener" as const }]), ...(target === undefined ? [] : [{ ...target, removed, part: "target" as const }])];
}

function additionOf(file: FileFacts, added: readonly ListenerCall[], removed: ListenerCall): ListenerCall | undefined {
  const matching = added.filter((addition) => !addition.isOpen && mayMatch(compareCalls(file, addition, removed)));
  return matching.find((addition) => isExact(compareCalls(file, addition, removed))) ?? matching[0];
}
