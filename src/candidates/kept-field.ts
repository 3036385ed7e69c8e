/** Fields that keep a resource: each may keep it longer than their owner lives, and lose it to another before its release. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { functionOf } from "../facts/variables.ts";
import { collectEvidentFields } from "../subjects/handle/evident-fields.ts";
import { collectFieldUses, type FieldUse } from "../subjects/handle/field-uses.ts";
import { collectFieldResources, type FieldResource } from "../subjects/handle/fields.ts";
import { eventsHeardBy } from "../subjects/listener/heard-events.ts";
import { lifeOf, type Life } from "../subjects/owner/lifecycle.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { lazy } from "../syntax/lazy.ts";
import { calleeName, enclosingFunction, isWithin, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A candidate in an owner that may end. */
export interface Owned extends Candidate {
  /** How the owner ends. */
  readonly life: () => Life;
}

/** A resource in an owner that may end. */
export interface OwnedResource extends Owned {
  readonly resource: Resource;
}

/** A field that keeps something, whatever shows that it has to be released. */
export interface HeldField extends OwnedResource, Omit<FieldResource, "shownBy"> {
  /** All that the file does with the field. */
  readonly uses: () => readonly FieldUse[];
}

export interface KeptField extends HeldField, FieldResource {}

/** A field that a method or a listener fills: a second run may find it full. */
export interface Refilled extends HeldField {
  readonly method: FunctionNode;
}

export interface RefilledField extends KeptField, Refilled {}

/** The fields that keep one of the resources, or what the file shows to be one. */
export function collectKeptFields(file: FileFacts, resources: readonly Resource[]): readonly KeptField[] {
  const known = new Set<TSESTree.Node>(resources.filter(({ pair }) => pair.handle.from !== "identity").map(({ acquisition }) => acquisition));
  return [...collectFieldResources(file, resources), ...collectEvidentFields(file, known)].map((field) => ({
    ...field,
    // What came by way of a constant is kept where that is stored.
    node: isWithin(field.resource.acquisition, field.store) || field.shownBy !== "declared" ? field.resource.acquisition : field.store,
    life: () => lifeOf(file, field.place),
    uses: lazy(() => collectFieldUses(file, field.place, field.resource)),
  }));
}

/** The same field where a function that may run again fills it: a method of its object, or what hears an event; undefined for initialisers and constructors. */
export function refilledFieldOf<Of extends HeldField>(file: FileFacts, field: Of): (Of & Refilled) | undefined {
  const { store, place } = field;
  if (store.type !== "AssignmentExpression" || store.operator !== "=") return undefined;
  let method = enclosingFunction(store);
  if (method?.parent.type === "NewExpression" && calleeName(method.parent) === "Promise") method = enclosingFunction(method);
  if (method === undefined || (place.root.kind === "variable" && functionOf(place.root.variable) === method)) return undefined;
  if (eventsHeardBy(file, method).length > 0) return { ...field, method };
  if (place.root.kind !== "instance") return undefined;
  const { role, isStatic } = file.functions.factOf(method);
  return !isStatic && (role === "method" || role === "setup" || role === "teardown") ? { ...field, method } : undefined;
}
