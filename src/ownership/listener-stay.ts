/** Listeners that nothing removes: whether one outlives what put it on its target, and how sure that is. */
import type { TSESTree } from "@typescript-eslint/utils";

import { weakest, type Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { ValueLifetime } from "../facts/value-lifetime.ts";
import { calleeName, enclosingFunction, receiverOf, wrapped } from "../syntax/tree.ts";
import { runsAgainForSameTarget } from "./effects.ts";
import { hasRemoval, hasRemovedSibling, isOnAbort, targetLifetimeOf } from "./listeners.ts";
import type { Owner } from "./owner.ts";
import type { Resource } from "./resource.ts";
import { emitterLifetimeOf } from "./subscriptions/emitter-lifetime.ts";
import { isSingleton, scopeOf } from "./subscriptions/subscription-scope.ts";

/** From so many listeners on, a function that removes none of them is the program's table of handlers. */
const TABLE_SIZE = 4;

/** Answers how sure it is that the listener stays on its target longer than it should; undefined if nothing says so. */
export function stayOf(file: FileFacts, resource: Resource, owner: Owner, listeners: readonly Resource[]): Confidence | undefined {
  const stay = judge(file, resource, owner, listeners);
  // A sibling that is removed proves what the pair of verbs does here.
  return stay === undefined || hasRemovedSibling(file, resource, listeners) ? stay : weakest(resource.confidence, stay);
}

function judge(file: FileFacts, resource: Resource, owner: Owner, listeners: readonly Resource[]): Confidence | undefined {
  const target = receiverOf(resource.acquisition);
  const lifetime = targetLifetimeOf(file, resource);
  if (lifetime === "own" || owner.kind === "process" || isResultKept(resource) || hasRemoval(file, resource)) return undefined;
  if (owner.kind === "effect") return lifetime === "process" || (target !== undefined && runsAgainForSameTarget(file, resource.acquisition, target)) ? "certain" : "likely";
  const isTold = isOnAbort(resource) || hasRemovedSibling(file, resource, listeners);
  if (lifetime === "process") return owner.teardown === undefined ? stayWithProgram(file, resource, owner, listeners) : isOfSingleton(file, resource) && !isTold ? "likely" : "certain";
  if (lifetime === "outside" && target !== undefined) return stayWithStranger(file, target, owner, isTold);
  return isTold ? "likely" : undefined;
}

/** Without anything that ends the owner, only code that runs again and again piles listeners up. */
function stayWithProgram(file: FileFacts, resource: Resource, owner: Owner, listeners: readonly Resource[]): Confidence | undefined {
  if (owner.kind === "starter") return undefined;
  if (owner.kind === "call") return isInTable(file, resource, listeners) ? undefined : "likely";
  return isOfSingleton(file, resource) || isInTable(file, resource, listeners) ? undefined : "likely";
}

/** A class that by its name exists once ends with the program, whatever its methods are called. */
export function isOfSingleton(file: FileFacts, { acquisition }: Resource): boolean {
  const scope = scopeOf(file, acquisition);
  return scope !== undefined && isSingleton(scope);
}

/** What is handed to a method may be a child as well as a service; what the object itself ends takes its listeners along. */
function stayWithStranger(file: FileFacts, target: TSESTree.Node, owner: Owner, isTold: boolean): Confidence | undefined {
  if (isTold) return owner.teardown === undefined ? "likely" : "certain";
  const lifetime = emitterLifetimeOf(file, target);
  return owner.teardown === undefined || lifetime === "own" || lifetime === "parameter" ? undefined : "likely";
}

function isInTable(file: FileFacts, resource: Resource, listeners: readonly Resource[]): boolean {
  const lifetimeOf = (one: Resource): ValueLifetime => targetLifetimeOf(file, one);
  const setUp = enclosingFunction(resource.acquisition);
  return listeners.filter((other) => other.pair.handle.from === "identity" && enclosingFunction(other.acquisition) === setUp && lifetimeOf(other) === "process").length >= TABLE_SIZE;
}

/** A call whose result is put somewhere gives a handle; only `addEventListener` is known to give nothing. */
function isResultKept({ acquisition }: Resource): boolean {
  if (calleeName(acquisition) === "addEventListener") return false;
  const value = wrapped(acquisition);
  const { parent } = value;
  if (parent?.type === "CallExpression" || parent?.type === "NewExpression") return parent.callee !== value;
  return parent !== undefined && ["ArrayExpression", "AssignmentExpression", "VariableDeclarator", "PropertyDefinition", "Property", "ReturnStatement"].includes(parent.type);
}
