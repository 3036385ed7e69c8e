/**
 * Fields that are resources although no catalogue knows what they hold: the class itself releases the field where it
 * gives it another value, or registers every other instance of the same class, or the type has a `dispose`; or its end
 * releases others that were made alike.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair, Release } from "../../catalogue/entry.ts";
import { memoryOnlyTypes } from "../../catalogue/words/memory.ts";
import { owningVerbs } from "../../catalogue/words/releases.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf } from "../../facts/variables.ts";
import { lazy } from "../../syntax/lazy.ts";
import { calleeName, enclosingFunction, memberName, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { collectDeclaredFields, INVOKED } from "./declared-fields.ts";
import { collectFieldUses, namesReleasedByCalls } from "./field-uses.ts";
import type { FieldResource, FieldShownBy } from "./fields.ts";
import { collectSiblingFields } from "./sibling-fields.ts";
import { lifeOf } from "../owner/lifecycle.ts";
import { holdsNothing } from "../resource/released-by-name.ts";

/** Collects the fields whose stored values are resources by evidence, those of `known` left out. */
export function collectEvidentFields(file: FileFacts, known: ReadonlySet<TSESTree.Node>): readonly FieldResource[] {
  const fields: FieldResource[] = [];
  const registered = lazy(() => namesRegistered(file));
  for (const { place, value, store } of collectFieldStores(file)) {
    const call = callIn(value);
    if (call === undefined || known.has(call)) continue;
    const shown = findOwned(file, place, store, call, registered);
    if (shown === undefined) continue;
    const [shownBy, verb] = shown;
    fields.push({ resource: { acquisition: call, pair: buildPair(call, verb), confidence: "certain" }, place, store, shownBy });
  }
  const taken = new Set<TSESTree.Node>([...known, ...fields.map(({ resource }) => resource.acquisition)]);
  for (const { acquisition, verb, ...field } of collectSiblingFields(file)) {
    if (!taken.has(acquisition)) fields.push({ resource: { acquisition, pair: buildPair(acquisition, verb), confidence: "certain" }, ...field });
  }
  for (const field of fields) taken.add(field.resource.acquisition);
  for (const { acquisition, verb, ...field } of collectDeclaredFields(file)) {
    if (!taken.has(acquisition)) fields.push({ resource: { acquisition, pair: buildPair(acquisition, verb), confidence: "certain" }, ...field, shownBy: "declared" });
  }
  return fields;
}

/** What shows that the field is owned, and the verb that releases it. */
function findOwned(file: FileFacts, place: Place, store: TSESTree.Node, call: CallNode, registered: () => ReadonlyMap<string, string>): readonly [FieldShownBy, string] | undefined {
  const verb = namesReleasedByCalls(file).has(place.path.at(-1) ?? (place.root.kind === "variable" ? place.root.variable.name : "")) ? releasedWhereReplaced(file, place, store) : undefined;
  // What the constructor is given as the field, its giver ends with the others of its kind, and the latest as well.
  if (verb !== undefined && !isGivenFirst(file, place)) return ["replaced", verb];
  const isRegistered = isLikeRegistered(file, place, call, registered);
  if (isRegistered && !holdsNothing(call, calleeName(call) ?? "")) return ["registered", "dispose"];
  const type = disposableTypeOf(file, call);
  if (type !== undefined && !memoryOnlyTypes.test(type)) return ["type", "dispose"];
  if (verb !== undefined) return ["given", verb];
  return isRegistered || type !== undefined ? ["memory-only", "dispose"] : undefined;
}

/** `constructor(private view: View)`: whoever makes the object gives it its first value. */
function isGivenFirst(file: FileFacts, place: Place): boolean {
  return file.stores.storesTo(place).some(({ site }) => site.type === "TSParameterProperty");
}

interface FieldStore {
  readonly place: Place;
  readonly value: TSESTree.Node;
  readonly store: TSESTree.Node;
}

/** Every value of a call that a member of `this` is given, or a variable that functions share. */
function collectFieldStores(file: FileFacts): FieldStore[] {
  const stores: FieldStore[] = [];
  for (const assignment of file.nodes.assignments) {
    if (assignment.operator !== "=" && assignment.operator !== "??=" && assignment.operator !== "||=") continue;
    if ((assignment.left.type !== "MemberExpression" && assignment.left.type !== "Identifier") || callIn(assignment.right) === undefined) continue;
    const place = file.places.writtenPlaceOf(assignment.left);
    const isOfClosure = place?.root.kind === "variable" && place.path.length === 0 && functionOf(place.root.variable) !== enclosingFunction(assignment);
    if (place !== undefined && (isOfClosure || (place.root.kind === "instance" && place.path.length === 1))) stores.push({ place, value: assignment.right, store: assignment });
  }
  for (const owner of file.nodes.classes) {
    for (const member of owner.body.body) {
      if ((member.type !== "PropertyDefinition" && member.type !== "AccessorProperty") || member.value === null || member.static) continue;
      const name = memberName(member);
      if (name !== undefined) stores.push({ place: file.places.memberOf(file.places.placeOfOwner(owner, false), name), value: member.value, store: member });
    }
  }
  return stores;
}

function callIn(value: TSESTree.Node): CallNode | undefined {
  const node = unwrap(value);
  if (node.type === "AwaitExpression") return callIn(node.argument);
  return node.type === "CallExpression" || node.type === "NewExpression" ? node : undefined;
}

/** `this.listener.dispose(); this.listener = subscribe();`: the verb with which the class lets the old value go. */
function releasedWhereReplaced(file: FileFacts, place: Place, store: TSESTree.Node): string | undefined {
  const uses = collectFieldUses(file, place, undefined).filter((use) => use.isExact);
  for (const use of uses) {
    const verb = use.kind === "release" ? verbAt(use.node) : undefined;
    if (verb === undefined) continue;
    const host = enclosingFunction(use.node);
    const after = uses.filter((write) => write.kind === "write" && enclosingFunction(write.node) === host && write.node.range[0] > use.node.range[0]);
    const isReplaced = after.some((write) => callIn(writtenAt(write.node) ?? write.node) !== undefined);
    const isOwned = isReplaced && (host === enclosingFunction(store) || callIn(store.type === "AssignmentExpression" ? store.right : store)?.type === "CallExpression");
    const isEmptied = verb === INVOKED && after.length > 0 && callIn(store.type === "AssignmentExpression" ? store.right : store)?.type === "CallExpression";
    if (isOwned || isEmptied) return verb;
  }
  return undefined;
}

function verbAt(node: TSESTree.Node): string | undefined {
  const value = wrapped(node);
  const member = value.parent;
  if (member?.type === "CallExpression" && member.callee === value && member.arguments.length === 0) return INVOKED;
  const verb = member?.type === "MemberExpression" ? memberName(member) : undefined;
  return verb !== undefined && owningVerbs.has(verb) ? verb : undefined;
}

function writtenAt(node: TSESTree.Node): TSESTree.Node | undefined {
  const parent = wrapped(node).parent;
  return parent?.type === "AssignmentExpression" ? parent.right : undefined;
}

/** `new X()` where the class gives other `new X()` to its base class to dispose of. */
function isLikeRegistered(file: FileFacts, place: Place, call: CallNode, registered: () => ReadonlyMap<string, string>): boolean {
  const registrar = call.type === "NewExpression" ? registered().get(calleeName(call) ?? "") : undefined;
  return registrar !== undefined && lifeOf(file, place).registrar === registrar;
}

/** The classes whose new instances the file gives to a call of one argument, each with the name of that call. */
function namesRegistered(file: FileFacts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const call of file.nodes.calls) {
    const [argument] = call.arguments;
    const made = argument?.type === "NewExpression" && call.arguments.length === 1 ? calleeName(argument) : undefined;
    const registrar = made === undefined ? undefined : calleeName(call);
    if (made !== undefined && registrar !== undefined) names.set(made, registrar);
  }
  return names;
}

/** The name of the type of a new object with a `dispose` method. */
function disposableTypeOf(file: FileFacts, call: CallNode): string | undefined {
  const origin = file.types.available && call.type === "NewExpression" ? file.types.originOf(call) : undefined;
  return origin !== undefined && origin.module !== "lib" && file.types.hasMember(call, "dispose") === true ? origin.name : undefined;
}

function buildPair(call: CallNode, verb: string): Pair {
  const name = calleeName(call) ?? "the call";
  const isAwaited = wrapped(call).parent?.type === "AwaitExpression";
  return {
    id: "language/owned-field",
    noun: call.type === "NewExpression" ? `a \`${name}\`` : `what \`${name}\` gives`,
    acquire: { form: call.type === "NewExpression" ? "new" : "call", callee: memberOf(anything, name) },
    handle: { from: isAwaited ? "awaited" : "result" },
    releases: [verb, ...owningVerbs].map((method): Release => (method === INVOKED ? { by: "invoke" } : { by: "method", name: method })),
    heldBy: "process",
  };
}
