/** Listeners on what joins a collection, which are taken off again when it leaves: whether the end of the owner thinks of those still in it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { inserting, removing } from "../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { isSlotBeyond } from "../subjects/listener/listened-slot.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "../subjects/listener/listener-calls.ts";
import { freshnessOf } from "../subjects/listener/listener-identity.ts";
import { compareCalls, isSameApartFromTarget } from "../subjects/listener/listener-match.ts";
import { lifeOf, type Life } from "../subjects/owner/lifecycle.ts";
import { calleeName, enclosingFunction, memberName, receiverOf, unwrap, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";
import { resourceOfListener } from "./forgotten-listener.ts";
import type { OfResource } from "./of-resource.ts";

export interface CollectedTarget extends Candidate, OfResource {
  readonly added: ListenerCall;
  /** The collection that the object joins. */
  readonly collection: Place;
  /** The removals from those that leave. */
  readonly removals: readonly ListenerCall[];
  readonly life: Life;
  readonly calls: ListenerCalls;
}

const MOST_PAIRS = 20_000;

/** Collects them. */
export function collectCollectedTargets(file: FileFacts): readonly CollectedTarget[] {
  const calls = collectListenerCalls(file);
  const { added, removed } = calls;
  if (removed.length === 0 || added.length * removed.length > MOST_PAIRS) return [];
  return added.flatMap((addition): CollectedTarget[] => {
    const host = enclosingFunction(addition.call);
    const collection = host === undefined || addition.isOpen ? undefined : collectionOf(file, host, addition);
    if (host === undefined || collection === undefined || addition.listener === undefined || freshnessOf(file, addition.listener) !== undefined) return [];
    const removals = removed.filter((removal) => isOfLeaving(file, addition, removal, host, collection));
    const life = lifeOf(file, collection);
    if (removals.length === 0 || life.teardown === undefined) return [];
    const owner = { kind: "instance", teardown: file.functions.factOf(life.teardown.node) } as const;
    return [{ node: addition.call, added: addition, resource: resourceOfListener(addition), owner, collection, removals, life, calls }];
  });
}

/** The collection into which the same function puts what it listens to. */
function collectionOf(file: FileFacts, host: FunctionNode, { target }: ListenerCall): Place | undefined {
  const key = target === undefined ? undefined : file.places.placeOf(target)?.key;
  if (key === undefined) return undefined;
  for (const call of file.calls.directlyIn(host)) {
    const receiver = receiverOf(call);
    const isPutIn = receiver !== undefined && inserting.has(calleeName(call) ?? "") && call.arguments.some((argument) => file.places.placeOf(unwrap(argument))?.key === key);
    const collection = isPutIn ? file.places.placeOf(receiver) : undefined;
    if (collection !== undefined && isSlotBeyond(host, collection)) return collection;
  }
  for (const { left, right } of file.nodes.assignments) {
    if (left.type !== "MemberExpression" || !left.computed || memberName(left) !== undefined || enclosingFunction(left) !== host || file.places.placeOf(right)?.key !== key) continue;
    const collection = file.places.placeOf(left.object);
    if (collection !== undefined && isSlotBeyond(host, collection)) return collection;
  }
  return undefined;
}

/** Whether the removal is for the same listener, in a function that takes something out of the collection. */
function isOfLeaving(file: FileFacts, addition: ListenerCall, removal: ListenerCall, host: FunctionNode, collection: Place): boolean {
  const leaving = enclosingFunction(removal.call);
  if (leaving === undefined || leaving === host) return false;
  return isSameApartFromTarget(compareCalls(file, addition, removal)) && file.mentions.of(collection).some((mention) => enclosingFunction(mention) === leaving && isTakingOut(mention));
}

/** `items.delete(item)`, `items.splice(…)`, `delete items[id]`, `items = items.filter(…)`. */
function isTakingOut(mention: TSESTree.Node): boolean {
  const { parent } = mention;
  if (parent?.type === "AssignmentExpression") return parent.left === mention;
  if (parent?.type !== "MemberExpression" || parent.object !== mention) return false;
  const outer = parent.parent;
  if (outer.type === "UnaryExpression") return outer.operator === "delete";
  return outer.type === "CallExpression" && outer.callee === parent && removing.has(memberName(parent) ?? "");
}
