/** Subscriptions that are dropped: each call of the file that hands out how to take a listener off, where nobody keeps that. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { InstanceOwner } from "../facts/this-owner.ts";
import { fateOf } from "../subjects/handle/handle-fate.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { findSubscribingCall, isOwed, isSubscription, mayBeSubscribing, readSubscribingCall, type SubscribingCall } from "../subjects/subscription/subscribing-calls.ts";
import { subscriptionOf } from "../subjects/subscription/subscription.ts";
import { scopeOf, siblingsOf, type Siblings } from "../subjects/subscription/subscription-scope.ts";
import { wrapped } from "../syntax/tree.ts";
import type { OfResource } from "./of-resource.ts";

export interface DroppedSubscription extends OfResource {
  readonly found: SubscribingCall;
  readonly scope: InstanceOwner | undefined;
  /** The variable that has its end, and that nobody reads. */
  readonly variable: string | undefined;
  /** What the scope does with its others; undefined where they were not counted. */
  siblings(): Siblings | undefined;
}

interface Drop {
  readonly resource: Resource;
  readonly variable: string | undefined;
}

/** Collects them; `resources` are those that the catalogue knows. */
export function collectDroppedSubscriptions(file: FileFacts, resources: readonly Resource[]): readonly DroppedSubscription[] {
  const catalogued = new Map(resources.filter(isSubscription).map((resource) => [resource.acquisition, resource]));
  const taken = new Set(resources.filter((resource) => !isSubscription(resource)).map((resource) => resource.acquisition));
  const drops = new Map<SubscribingCall, Drop>();
  for (const call of mayBeSubscribing(file, catalogued)) {
    if (call.type !== "CallExpression" || taken.has(call) || !mayBeDropped(file, call)) continue;
    const found = readSubscribingCall(file, call, catalogued.has(call));
    const drop = found === undefined ? undefined : findDrop(file, catalogued.get(call) ?? subscriptionOf(found));
    // A variable with a catalogued subscription is followed like any other handle.
    if (found !== undefined && drop !== undefined && (drop.variable === undefined || !catalogued.has(call))) drops.set(found, drop);
  }
  const owed = [...drops.keys()].filter((found) => isOwed(file, found));
  const byScope = groupByScope(file, owed, catalogued);
  const isDropped = (other: SubscribingCall): boolean => drops.has(other);
  return [...drops].map(([found, { resource, variable }]) => {
    const scope = scopeOf(file, found.call);
    const siblings = (): Siblings | undefined => {
      const others = byScope.get(scope);
      return others === undefined ? undefined : siblingsOf(file, found, others, isDropped);
    };
    return { node: found.call, resource, owner: ownerOf(file, found.call), found, scope, variable, siblings };
  });
}

/** A first look at where the value goes, before anything is asked about the call. */
function mayBeDropped(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const parent = wrapped(call).parent;
  switch (parent?.type) {
    case "ExpressionStatement":
    case "UnaryExpression":
    case "LogicalExpression":
    case "ConditionalExpression":
    case "SequenceExpression":
      return true;
    case "VariableDeclarator":
      return parent.id.type === "Identifier" && file.variables.variableOf(parent.id)?.references.some((reference) => reference.isRead()) === false;
    default:
      return false;
  }
}

/** The subscriptions of each scope that drops one, the dropped ones among them. */
function groupByScope(file: FileFacts, dropped: readonly SubscribingCall[], catalogued: ReadonlyMap<unknown, Resource>): Map<InstanceOwner | undefined, SubscribingCall[]> {
  const groups = new Map<InstanceOwner | undefined, SubscribingCall[]>();
  for (const found of dropped) {
    const scope = scopeOf(file, found.call);
    const group = groups.get(scope);
    if (group === undefined) groups.set(scope, [found]);
    else group.push(found);
  }
  if (groups.size === 0) return groups;
  const known = new Set<unknown>(dropped.map(({ call }) => call));
  for (const call of file.nodes.calls) {
    if (call.type !== "CallExpression" || known.has(call)) continue;
    const group = groups.get(scopeOf(file, call));
    const found = group === undefined ? undefined : findSubscribingCall(file, call, catalogued.has(call));
    if (found !== undefined) group?.push(found);
  }
  return groups;
}

/** The subscription as a resource, where nobody has its end, or a variable has it that nobody reads. */
function findDrop(file: FileFacts, resource: Resource): Drop | undefined {
  const fate = fateOf(file, resource);
  // What has further members in use is no end of a subscription but a stream, or the emitter again.
  if (fate.kind === "discarded") return fate.at.type === "MemberExpression" ? undefined : { resource, variable: undefined };
  if (fate.kind !== "variable" || fate.variable.references.some((reference) => reference.isRead())) return undefined;
  return { resource, variable: fate.variable.name };
}
