/** Whether the teardown of a field's owner forgets the field. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { valueLifetimeOf } from "../facts/value-lifetime.ts";
import { calleeName, enclosingFunction, isClass, memberName, receiverOf, unwrap, wrapped, type ClassNode, type FunctionNode } from "../syntax/tree.ts";
import { findSuperClass } from "./family.ts";
import { collectFieldUses, isReleaseName, type FieldUse } from "./field-uses.ts";
import type { FieldFinding } from "./field-finding.ts";
import type { FieldResource } from "./fields.ts";
import { lifeOf, type Life } from "./lifecycle.ts";
import { armsItselfAgain, callbackOf, isOverSoon, isShort, looksBeforeActing } from "./pending-work.ts";
import { reachedFrom, standsIn } from "./reach.ts";

/** Answers what is wrong with how the field's owner ends; undefined where nothing is, or nothing tells. */
export function judgeForgotten(file: FileFacts, field: FieldResource): FieldFinding | undefined {
  const life = lifeOf(file, field.place);
  if (life === undefined || life.isOpaque) return undefined;
  const uses = collectFieldUses(file, field.place, field.resource);
  if (uses.some((use) => use.kind === "register" || (use.kind === "release" && (!use.isExact || standsIn(use.node, life.reach))))) return undefined;
  if (uses.some((use) => use.kind === "escape" && use.isExact && standsIn(use.node, life.reach))) return undefined;
  if (isHandedOn(field.store) || isReleasedByFactory(life, uses) || isOwnedByOther(file, field, life) || mayBeReleasedByBase(file, field, life, uses)) return undefined;
  const weight = weightOf(file, field, life, uses);
  if (weight === undefined) return undefined;
  if (life.teardown === undefined && life.registrar === undefined) return judgeUnended(file, field, life, uses, weight);
  const confidence = life.kind === "module" || life.effort === "none" && life.registrar === undefined ? "likely" : weight;
  return { reason: "forgotten", confidence: weakerIf(isReleasedElsewhere(file, field, life, uses), confidence), teardown: life.teardown, other: undefined, hook: life.registrar };
}

function weakerIf(condition: boolean, confidence: Confidence): Confidence {
  return condition ? "likely" : confidence;
}

/** `this.disposables.push((this.item = make()))`: the list it is given to disposes of it. */
function isHandedOn(store: TSESTree.Node): boolean {
  const parent = store.type === "AssignmentExpression" ? wrapped(store).parent : undefined;
  return parent?.type === "CallExpression" || parent?.type === "NewExpression" || parent?.type === "ArrayExpression";
}

/** A function that releases its own variable in its own body lets nothing outlive it. */
function isReleasedByFactory(life: Life, uses: readonly FieldUse[]): boolean {
  return life.kind === "closure" && uses.some((use) => use.kind === "release" && enclosingFunction(use.node) === life.owner);
}

/** `this.scope.child()` where the teardown ends `this.scope`, and `this.data.session` where it calls on `this.data` to end. */
function isOwnedByOther(file: FileFacts, { resource, place }: FieldResource, life: Life): boolean {
  const owners = new Set<string>();
  const receiver = receiverOf(resource.acquisition);
  const made = receiver === undefined || resource.pair.handle.from === "receiver" ? undefined : file.places.placeOf(receiver);
  if (made !== undefined && made.path.length > 0 && made.root.kind === "instance") owners.add(made.key);
  if (place.path.length === 2) owners.add(place.key.slice(0, place.key.lastIndexOf(".")));
  if (owners.size === 0) return false;
  return file.nodes.calls.some((call) => {
    const target = standsIn(call, life.reach) ? receiverOf(call) : undefined;
    const key = target === undefined ? undefined : file.places.placeOf(target)?.key;
    return key !== undefined && owners.has(key) && (key !== made?.key || isReleaseName(calleeName(call)));
  });
}

/** A base class outside the file may release the field, if it knows it, or call the method here that does. */
function mayBeReleasedByBase(file: FileFacts, { place }: FieldResource, life: Life, uses: readonly FieldUse[]): boolean {
  const owner = place.root.kind === "instance" ? place.root.owner : undefined;
  const name = place.path[0];
  if (!isClass(owner) || name === undefined || name.startsWith("#")) return false;
  const declared = owner.body.body.find((member) => (member.type === "PropertyDefinition" || member.type === "AccessorProperty") && memberName(member) === name);
  if (declared !== undefined && "accessibility" in declared && declared.accessibility === "private" && !callsAbstract(file, owner, life)) return isReleasedInHook(file, owner, life, uses);
  if (callsAbstract(file, owner, life)) return true;
  if (owner.superClass === null || findSuperClass(file, owner) !== undefined) return false;
  return (declared === undefined && file.stores.storesTo(place).length === 0) || (declared === undefined && callsSuper(file, life) && !isAssignedInConstructor(file, place)) || isReleasedInHook(file, owner, life, uses);
}

/** Whether a method that a base class can call, being visible to it, releases the field. */
function isReleasedInHook(file: FileFacts, owner: ClassNode, life: Life, uses: readonly FieldUse[]): boolean {
  if (owner.superClass === null || findSuperClass(file, owner) !== undefined || !callsSuper(file, life)) return false;
  return uses.some((use) => {
    const host = use.kind === "release" ? enclosingFunction(use.node) : undefined;
    const method = host?.parent.type === "MethodDefinition" ? host.parent : undefined;
    return method !== undefined && (method.override || method.accessibility === "protected");
  });
}

function callsSuper(file: FileFacts, life: Life): boolean {
  return file.nodes.calls.some((call) => receiverOf(call)?.type === "Super" && standsIn(call, life.reach));
}

function isAssignedInConstructor(file: FileFacts, place: FieldResource["place"]): boolean {
  return file.stores.storesTo(place).some(({ site }) => {
    const host = enclosingFunction(site);
    return host !== undefined && file.functions.factOf(host).role === "constructor";
  });
}

/** Whether the teardown calls a method that only a subclass defines. */
function callsAbstract(file: FileFacts, owner: ClassNode, life: Life): boolean {
  const abstracts = new Set(owner.body.body.flatMap((member) => (member.type === "TSAbstractMethodDefinition" ? (memberName(member) ?? []) : [])));
  if (abstracts.size === 0) return false;
  return file.nodes.calls.some((call) => standsIn(call, life.reach) && receiverOf(call)?.type === "ThisExpression" && abstracts.has(calleeName(call) ?? ""));
}

/** How much the resource matters once its owner has ended; undefined where it does not. */
function weightOf(file: FileFacts, { resource }: FieldResource, life: Life, uses: readonly FieldUse[]): Confidence | undefined {
  const exact = uses.filter((use) => use.isExact);
  const isUnreferenced = exact.some((use) => isUnref(use.node)) || isUnref(resource.acquisition);
  const escapes = exact.some((use) => use.kind === "escape");
  const isOwned = resource.pair.id === "language/owned-field";
  if (isOwned && escapes) return undefined;
  const isTouchedAtEnd = exact.some((use) => use.kind === "member" && standsIn(use.node, life.reach));
  if (resource.pair.endsByItself === true) {
    const isLoop = armsItselfAgain(file, resource);
    if (isUnreferenced || looksBeforeActing(file, resource, life.reach)) return undefined;
    if (!isLoop && isOverSoon(file, resource)) return undefined;
    const isMissed = isLoop || (life.effort === "releases" && life.teardown?.rank !== "pausing");
    return isMissed && !escapes && !isShort(file, resource) ? "certain" : "likely";
  }
  return isUnreferenced || escapes || isTouchedAtEnd || isHeldByOwn(file, resource) ? "likely" : "certain";
}

/** An observer of what the same object made dies with it. */
function isHeldByOwn(file: FileFacts, { pair, acquisition }: FieldResource["resource"]): boolean {
  const [target] = acquisition.arguments;
  return pair.heldBy === "argument" && target !== undefined && valueLifetimeOf(file, target) === "own";
}

function isUnref(node: TSESTree.Node): boolean {
  const member = wrapped(node).parent;
  const call = member?.type === "MemberExpression" ? wrapped(member).parent : undefined;
  return call?.type === "CallExpression" && unwrap(call.callee) === member && calleeName(call) === "unref";
}

/** Whether some code outside the teardown releases the field for another reason than to fill it again. */
function isReleasedElsewhere(file: FileFacts, field: FieldResource, life: Life, uses: readonly FieldUse[]): boolean {
  const host = enclosingFunction(field.resource.acquisition);
  const callback = callbackOf(file, field.resource.acquisition);
  const whereFilled = new Set<FunctionNode>(host === undefined ? [] : reachedFrom(file, [host]));
  const writers = uses.filter((use) => use.kind === "write").flatMap((use) => enclosingFunction(use.node) ?? []);
  return uses.some((use) => {
    if (use.kind !== "release" || standsIn(use.node, life.reach)) return false;
    const releaser = enclosingFunction(use.node);
    if (releaser === undefined || (callback !== undefined && reachedFrom(file, [callback]).has(releaser) && releaser !== host)) return true;
    return !whereFilled.has(releaser) && !(writers.includes(releaser) && refills(file, field, releaser));
  });
}

/** Whether a function gives the field a new resource after releasing the old one. */
function refills(file: FileFacts, field: FieldResource, host: FunctionNode): boolean {
  return file.stores.storesTo(field.place).some(({ site, value }) => {
    const node = value === undefined ? undefined : unwrap(value);
    return enclosingFunction(site) === host && (node?.type === "CallExpression" || node?.type === "NewExpression" || node?.type === "AwaitExpression");
  });
}

/** An owner without any teardown: a component that its framework ends, or a class of which there is more than one. */
function judgeUnended(file: FileFacts, field: FieldResource, life: Life, uses: readonly FieldUse[], weight: Confidence): FieldFinding | undefined {
  const isLasting = field.resource.pair.endsByItself !== true || armsItselfAgain(file, field.resource);
  const isReleased = isReleasedElsewhere(file, field, life, uses);
  const finding = (confidence: Confidence): FieldFinding => ({ reason: "no-teardown", confidence, teardown: undefined, other: undefined, hook: life.missingHook });
  if (life.missingHook !== undefined) return isLasting ? finding(weakerIf(isReleased || life.kind === "closure", weight)) : isReleased ? undefined : finding("likely");
  if (life.kind !== "instance" || !isLasting || isReleased || field.resource.pair.heldBy !== "process") return undefined;
  const { owner } = life;
  return isClass(owner) && isMadeRepeatedly(file, owner) ? finding("likely") : undefined;
}

/** Whether a function of the file makes instances of the class, so that there is no telling how many. */
function isMadeRepeatedly(file: FileFacts, owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
  return file.nodes.calls.some((call) => {
    const callee = unwrap(call.callee);
    const definition = call.type === "NewExpression" && callee.type === "Identifier" ? file.variables.variableOf(callee)?.defs[0] : undefined;
    return definition?.node === owner && enclosingFunction(call) !== undefined;
  });
}
