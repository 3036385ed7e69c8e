/** The resources of a file that a field keeps: a member of an object, or a variable that functions share. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { closureFieldOf, isUsedWithin } from "./closure-fields.ts";
import { fateOf } from "./handle-fate.ts";
import type { Resource } from "../resource/resource.ts";

/**
 * How the file shows that a field keeps what has to be released: the catalogue knows it (`catalogue`), the class releases it
 * where it gives the field another value (`replaced`) or gives its like to what disposes of it (`registered`), or its type has
 * a `dispose` (`type`), its declared type has an end (`declared`), or the end of its owner releases others that were made alike (`siblings`, and `siblings-memory` where
 * they seem to hold nothing but memory). What is shown otherwise and holds nothing but memory is `memory-only`; what its giver may end is `given`.
 */
export type FieldShownBy = "catalogue" | "replaced" | "registered" | "type" | "declared" | "siblings" | "siblings-memory" | "memory-only" | "given";

export interface FieldResource {
  readonly resource: Resource;
  readonly place: Place;
  /** The assignment or property that stores the handle; the acquisition itself where the field had the handle before. */
  readonly store: TSESTree.Node;
  readonly shownBy: FieldShownBy;
}

const LONGEST_PATH = 2;

/** Collects the resources whose handle a field keeps. */
export function collectFieldResources(file: FileFacts, resources: readonly Resource[]): readonly FieldResource[] {
  const known = new Set<TSESTree.Node>(resources.map(({ acquisition }) => acquisition));
  return resources.flatMap((resource): FieldResource[] => {
    const found = findField(file, resource, known);
    return found === undefined || !isField(found.place, resource) ? [] : [{ resource, ...found, shownBy: "catalogue" }];
  });
}

type Found = Pick<FieldResource, "place" | "store">;

function findField(file: FileFacts, resource: Resource, known: ReadonlySet<TSESTree.Node>): Found | undefined {
  const { handle: { from }, id } = resource.pair;
  // What a call takes and gives back itself is held for that call, whatever keeps the lock.
  if (from === "receiver" && id === "language/released-by-name") return undefined;
  if (from === "receiver" || from === "argument") return findKeptHandle(file, resource);
  if (from !== "result" && from !== "awaited") return undefined;
  const property = findPropertyAround(resource.acquisition);
  if (property !== undefined) return ofProperty(file, property);
  const fate = fateOf(file, resource);
  if (fate.kind === "kept") return { place: fate.place, store: storeAround(fate.at) };
  if (fate.kind === "handed-over") return storedByCaller(file, resource, known);
  return fate.kind === "variable" ? (storedLater(file, fate.variable) ?? keptInClosure(file, fate.variable, resource)) : undefined;
}

/** What the end of a factory may release. What it has no hold of is lost once the factory has returned, and no field. */
function keptInClosure(file: FileFacts, variable: Variable, resource: Resource): Found | undefined {
  const place = isUsedWithin(variable) ? closureFieldOf(file, variable, resource) : undefined;
  return place === undefined ? undefined : { place, store: storeAround(wrapped(resource.acquisition)) };
}

/** `const arm = () => setTimeout(…); … timer = arm();`: a function of the file returns the handle, and its caller keeps it; none for a call that is a resource of its own. */
function storedByCaller(file: FileFacts, resource: Resource, known: ReadonlySet<TSESTree.Node>): Found | undefined {
  const host = enclosingFunction(resource.acquisition);
  const parent = wrapped(resource.acquisition).parent;
  if (host === undefined || (parent !== host && parent?.type !== "ReturnStatement")) return undefined;
  for (const call of file.nodes.calls) {
    if (call.type !== "CallExpression" || calleeName(call) === "bind" || known.has(call) || file.functions.calledFunction(call) !== host) continue;
    const fate = fateOf(file, { ...resource, acquisition: call });
    if (fate.kind === "kept") return { place: fate.place, store: storeAround(fate.at) };
  }
  return undefined;
}

/** `this.observer.observe(element)`: the field had the handle before. */
function findKeptHandle(file: FileFacts, resource: Resource): Found | undefined {
  const { acquisition, pair } = resource;
  const callee = unwrap(acquisition.callee);
  const handle = pair.handle.from === "argument" ? acquisition.arguments[pair.handle.index] : callee.type === "MemberExpression" ? callee.object : undefined;
  if (handle === undefined) return undefined;
  const place = file.places.placeOf(handle);
  if (place === undefined) return undefined;
  if (place.root.kind === "variable" && place.path.length === 0) {
    const { variable } = place.root;
    return functionOf(variable) === enclosingFunction(acquisition) ? (storedLater(file, variable) ?? keptInClosure(file, variable, resource)) : { place, store: acquisition };
  }
  return { place, store: acquisition };
}

/** `const timer = setInterval(…); this.timer = timer;` */
function storedLater(file: FileFacts, variable: Variable): Found | undefined {
  for (const reference of variable.references) {
    const value = wrapped(reference.identifier);
    const parent = value.parent;
    if (parent?.type !== "AssignmentExpression" || parent.right !== value || parent.operator !== "=") continue;
    const place = file.places.writtenPlaceOf(parent.left);
    if (place?.root.kind === "instance" && place.path.length > 0) return { place, store: parent };
  }
  return undefined;
}

/** `timer = setInterval(…)` as a field of a class, also behind a condition or a null default. */
function findPropertyAround(acquisition: TSESTree.Node): TSESTree.PropertyDefinition | TSESTree.AccessorProperty | undefined {
  for (let value = wrapped(acquisition); ; ) {
    const parent = value.parent;
    if (parent === undefined) return undefined;
    if (parent.type === "PropertyDefinition" || parent.type === "AccessorProperty") return parent.value === value ? parent : undefined;
    const isBranch = (parent.type === "ConditionalExpression" && parent.test !== value) || (parent.type === "LogicalExpression" && (parent.right === value || parent.operator !== "&&"));
    if (!isBranch) return undefined;
    value = wrapped(parent);
  }
}

function ofProperty(file: FileFacts, property: TSESTree.PropertyDefinition | TSESTree.AccessorProperty): Found | undefined {
  const name = memberName(property);
  if (name === undefined || property.static) return undefined;
  const owner = file.places.placeOfOwner(property.parent.parent, false);
  return { place: file.places.memberOf(owner, name), store: property };
}

function storeAround(at: TSESTree.Node): TSESTree.Node {
  return at.parent?.type === "AssignmentExpression" || at.parent?.type === "VariableDeclarator" ? at.parent : at;
}

/** A member of `this`, a variable that outlives the call, or `ref.current` of such a one. */
function isField(place: Place, { pair }: Resource): boolean {
  if (place.root.kind === "instance") return place.path.length === 1 || (place.path.length === LONGEST_PATH && pair.id.startsWith("timers/"));
  if (place.root.kind !== "variable" || place.root.variable.defs[0]?.type !== "Variable") return false;
  return place.path.length === 0 || (place.path.length === 1 && place.path[0] === "current");
}
