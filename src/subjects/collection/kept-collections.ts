/** The collections of a file that may outlive what fills them, with all that is done with each. */
import type { TSESTree } from "@typescript-eslint/utils";

import { filling } from "../../catalogue/words/collection-methods.ts";
import { hasTag } from "../../facts/declared-tags.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { lazy } from "../../syntax/lazy.ts";
import { memberName, wrapped } from "../../syntax/tree.ts";
import { findCollection, type Collection } from "./collection.ts";
import { containerLifetime, type ContainerLifetime } from "./container-lifetime.ts";
import { collectOperations, type Operation } from "./operations.ts";
import { fillingMethodsOf } from "./own-collections.ts";
import { mayGrow } from "./rewrites.ts";

export interface KeptCollection {
  readonly collection: Collection;
  readonly lifetime: ContainerLifetime;
  readonly operations: readonly Operation[];
}

/** Whether a collection may outlive its entries for all that its declaration and the name of its owner say. */
export function mayOutliveEntries(file: FileFacts, { collection, lifetime }: KeptCollection): boolean {
  return lifetime.passing === undefined && !hasTag(file, collection.creation.site, "bounded");
}

/** Collects the collections that something is put into and that outlive a call, each once. */
export function collectKeptCollections(file: FileFacts): readonly KeptCollection[] {
  const seen = new Set<string>();
  const found: KeptCollection[] = [];
  const consider = (expression: TSESTree.Node): void => {
    const place = file.places.placeOf(expression);
    if (place === undefined || seen.has(place.key)) return;
    seen.add(place.key);
    // Asked first: most of what is filled is a local variable that goes with its call.
    const lifetime = containerLifetime(file, place);
    const collection = lifetime === undefined ? undefined : findCollection(file, place);
    if (collection === undefined || lifetime === undefined) return;
    const operations = lazy(() => collectOperations(file, collection));
    found.push({
      collection,
      lifetime,
      get operations() {
        return operations();
      },
    });
  };
  const ownFilling = fillingMethodsOf(file);
  for (const member of file.nodes.members) if (mayFill(member, ownFilling)) consider(member.object);
  for (const { left, right, operator } of file.nodes.assignments) if (operator === "=" && mayGrow(right)) consider(left);
  for (const argument of handedOn(file)) consider(argument);
  return found;
}

/** `x.push`, `x[k] = v`, `x[k]++`, `push.apply(x)`: whatever puts something in without a helper of the file. */
function mayFill(member: TSESTree.MemberExpression, ownFilling: ReadonlySet<string>): boolean {
  const name = memberName(member);
  if (name !== undefined) return filling.has(name) || ownFilling.has(name);
  const outer = wrapped(member);
  const parent = outer.parent;
  return (parent?.type === "AssignmentExpression" && parent.left === outer) || parent?.type === "UpdateExpression";
}

/** What is handed to functions of this file, which may put something in. */
function handedOn(file: FileFacts): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  for (const call of file.nodes.calls) {
    if (call.type !== "CallExpression" || call.callee.type === "MemberExpression" && call.callee.object.type !== "ThisExpression") continue;
    if (!call.arguments.some(isNamed) || file.functions.calledFunction(call) === undefined) continue;
    found.push(...call.arguments.filter(isNamed));
  }
  return found;
}

function isNamed({ type }: TSESTree.Node): boolean {
  return type === "Identifier" || type === "MemberExpression";
}
