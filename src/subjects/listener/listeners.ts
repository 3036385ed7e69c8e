/** Listeners: acquisitions that hand out no handle and are released by repeating their arguments. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Release } from "../../catalogue/entry.ts";
import { pageObjects } from "../../catalogue/data/global-objects.ts";
import { eventRemovers } from "../../catalogue/words/event-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { valueLifetimeOf, type ValueLifetime } from "../../facts/value-lifetime.ts";
import { calleeName, enclosingFunction, isFunction, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { isSameReceiver } from "../resource/releases.ts";
import { listenerCallOf, targetOfListener, type ListenerCall } from "./listener-calls.ts";
import { mayRemoveEvent } from "./event-names.ts";
import { compareCalls, mayMatch } from "./listener-match.ts";
import { isOfAnother } from "./cleared-target.ts";
import { isNameOf } from "./listener-identity.ts";
import type { Resource } from "../resource/resource.ts";

const removals = new WeakMap<Resource, boolean>();

/** Whether some call of the file can remove this listener. */
export function hasRemoval(file: FileFacts, resource: Resource): boolean {
  const known = removals.get(resource) ?? findsRemoval(file, resource);
  removals.set(resource, known);
  return known;
}

function findsRemoval(file: FileFacts, resource: Resource, counts: (call: CallNode) => boolean = () => true): boolean {
  return spellingsOf(file, resource).some((release) => {
    return release.by === "receiver-method" && callsThatMayEnd(file, resource, release).some((call) => canRemove(file, resource, call, release) && counts(call));
  });
}

/** The calls of the file that can remove this listener. */
export function removalsOf(file: FileFacts, resource: Resource): readonly CallNode[] {
  return spellingsOf(file, resource).flatMap((release) => {
    return release.by === "receiver-method" ? callsThatMayEnd(file, resource, release).filter((call) => canRemove(file, resource, call, release)) : [];
  });
}

/** The releases, and the same by the other verbs of emitters that a program has of its own: no target of the platform has both. */
function spellingsOf(file: FileFacts, { acquisition, pair }: Resource): readonly Release[] {
  const target = targetOfListener(file, acquisition);
  const isOnPage = target !== undefined && pageObjects.test(globalPathOf(file, target)?.join(".") ?? "");
  return isOnPage ? pair.releases : pair.releases.flatMap(withOtherVerbs);
}

function withOtherVerbs(release: Release): readonly Release[] {
  if (release.by !== "receiver-method" || release.name !== "removeEventListener") return [release];
  return "same" in release ? [release, ...[...eventRemovers].filter((name) => name !== release.name).map((name): Release => ({ by: "receiver-method", name, same: release.same }))] : [release];
}

/** Whether some call takes this listener off later; a constructor that clears an event makes room, and ends nothing of its own. */
function isTakenOff(file: FileFacts, resource: Resource): boolean {
  return hasRemoval(file, resource) && findsRemoval(file, resource, (call) => !standsInConstructor(file, call));
}

function standsInConstructor(file: FileFacts, call: CallNode): boolean {
  const host = enclosingFunction(call);
  return host !== undefined && (file.functions.factOf(host).role === "constructor" || file.functions.membersOf(host).length > 0);
}

/** Whether it waits for an abort: signals as a rule outlive the call, and most are never aborted. */
export function isOnAbort(file: FileFacts, resource: Resource): boolean {
  const { acquisition } = resource;
  const [event] = acquisition.arguments;
  // An emitter may have an event of that name too; only signals take listeners by this verb.
  if (event?.type !== "Literal" || event.value !== "abort" || calleeName(acquisition) !== "addEventListener") return false;
  // A request or a reader can be aborted as well, and tells more than that.
  const key = keyOfTarget(file, resource);
  return key === undefined || !file.calls.named("addEventListener").some((call) => tellsOther(call) && keyOf(file, call) === key);
}

function tellsOther({ arguments: [event] }: CallNode): boolean {
  return event?.type === "Literal" && event.value !== "abort";
}

/** Whether another listener that the same function puts on the same object is removed somewhere: then this one is forgotten. */
export function hasRemovedSibling(file: FileFacts, resource: Resource, listeners: readonly Resource[]): boolean {
  const key = keyOfTarget(file, resource);
  return key !== undefined && removedBeside(file, resource, listeners).some((other) => other !== resource && keyOfTarget(file, other) === key);
}

const removed = new WeakMap<readonly Resource[], readonly Resource[]>();

/** Those of the listeners beside one that some call of the file can remove; each function's are asked about once. */
function removedBeside(file: FileFacts, resource: Resource, listeners: readonly Resource[]): readonly Resource[] {
  const beside = listenersBeside(resource, listeners);
  const known = removed.get(beside) ?? beside.filter((other) => isTakenOff(file, other));
  removed.set(beside, known);
  return known;
}

const NONE: readonly Resource[] = [];
const groups = new WeakMap<readonly Resource[], ReadonlyMap<FunctionNode | undefined, readonly Resource[]>>();

/** The listeners that the same function adds, this one among them. */
export function listenersBeside({ acquisition }: Resource, all: readonly Resource[]): readonly Resource[] {
  const known = groups.get(all) ?? groupByFunction(all);
  groups.set(all, known);
  return known.get(enclosingFunction(acquisition)) ?? NONE;
}

function groupByFunction(all: readonly Resource[]): ReadonlyMap<FunctionNode | undefined, readonly Resource[]> {
  const grouped = new Map<FunctionNode | undefined, Resource[]>();
  for (const resource of all) {
    if (resource.pair.handle.from !== "identity") continue;
    const owner = enclosingFunction(resource.acquisition);
    const group = grouped.get(owner);
    if (group === undefined) grouped.set(owner, [resource]);
    else group.push(resource);
  }
  return grouped;
}

function keyOfTarget(file: FileFacts, { acquisition }: Resource): string | undefined {
  return keyOf(file, acquisition);
}

function keyOf(file: FileFacts, call: CallNode): string | undefined {
  const target = targetOfListener(file, call);
  return target === undefined ? undefined : (file.places.placeOf(target)?.key ?? keyOfAccess(file, unwrap(target)));
}

/** `Client.get()`: each call without arguments gives the same object, unless it makes what it gives. */
function keyOfAccess(file: FileFacts, target: TSESTree.Node): string | undefined {
  if (target.type !== "CallExpression" || target.arguments.length > 0 || valueLifetimeOf(file, target) === "own") return undefined;
  const key = file.places.placeOf(unwrap(target.callee))?.key;
  return key === undefined ? undefined : `${key}()`;
}

/** How long the object lives that the listener is put on. */
export function targetLifetimeOf(file: FileFacts, resource: Resource): ValueLifetime {
  const target = targetOfListener(file, resource.acquisition);
  if (target !== undefined) return valueLifetimeOf(file, target);
  // Without a receiver it is the window's own, or a function that somebody gave.
  const callee = unwrap(resource.acquisition.callee);
  return callee.type === "Identifier" && (file.variables.variableOf(callee)?.defs.length ?? 0) > 0 ? "unknown" : "process";
}

/** Whether this call removes the listener through this kind of release. */
export function canRemove(file: FileFacts, resource: Resource, call: CallNode, release: Release): boolean {
  if (call === resource.acquisition || release.by !== "receiver-method" || calleeName(call) !== release.name) return false;
  const [added, removed] = "all" in release ? [] : [listenerCallOf(file, resource.acquisition), listenerCallOf(file, call)];
  if (added !== undefined && removed !== undefined && areComparable(resource, added, removed)) return mayMatch(compareCalls(file, added, removed));
  for (const argument of call.arguments) if (argument.type === "SpreadElement") return true;
  const hasAll = "all" in release || call.arguments.length === 0;
  if (hasAll && isOfAnother(file, resource, call)) return false;
  if (hasAll) return mayBeSame(file, resource.acquisition.arguments[0], call.arguments[0]) || call.arguments.length === 0;
  if ("argument" in release) return isSameReceiver(file, resource.acquisition, call);
  return release.same.every((index) => index >= call.arguments.length || mayBeSame(file, resource.acquisition.arguments[index], call.arguments[index]));
}

/**
 * Whether the two calls name the same parts. `off(EVENT)` takes all listeners off, and of `Events.on(object, "event", f)` an entry of the
 * catalogue takes what holds the functions for the target.
 */
type ReceiverRelease = Extract<Release, { readonly by: "receiver-method" }>;

const byEvents = new WeakMap<FileFacts, Map<string, ReadonlyMap<unknown, readonly CallNode[]>>>();
/** Stands for an event that is not written out. */
const ANY_EVENT = Symbol("any event");

/** The calls of a release that may be for the event of a listener: most name another one, and a file may have hundreds of them. */
function callsThatMayEnd(file: FileFacts, { acquisition }: Resource, release: ReceiverRelease): readonly CallNode[] {
  const event = "argument" in release || ("same" in release && !release.same.includes(0)) ? ANY_EVENT : eventNamed(acquisition);
  if (event === ANY_EVENT) return file.calls.named(release.name);
  const ofFile = byEvents.get(file) ?? new Map<string, ReadonlyMap<unknown, readonly CallNode[]>>();
  byEvents.set(file, ofFile);
  const ofName = ofFile.get(release.name) ?? sortByEvent(file.calls.named(release.name));
  ofFile.set(release.name, ofName);
  return [...(ofName.get(event) ?? []), ...(ofName.get(ANY_EVENT) ?? [])];
}

function sortByEvent(calls: readonly CallNode[]): ReadonlyMap<unknown, readonly CallNode[]> {
  const sorted = new Map<unknown, CallNode[]>();
  for (const call of calls) {
    const event = eventNamed(call);
    const known = sorted.get(event);
    if (known === undefined) sorted.set(event, [call]);
    else known.push(call);
  }
  return sorted;
}

/** The one event that a call names; a text may stand for several, or for a part of them. */
function eventNamed({ arguments: [event] }: CallNode): unknown {
  return event?.type === "Literal" && typeof event.value === "string" && /^[\w:-]+$/.test(event.value) ? event.value : ANY_EVENT;
}

function areComparable({ acquisition }: Resource, added: ListenerCall, removed: ListenerCall): boolean {
  const isOnReceiver = added.target === receiverOf(acquisition);
  if (!isOnReceiver && !(isPassed(added) && isPassed(removed))) return false;
  return removed.listener !== undefined && (added.event === undefined) === (removed.event === undefined);
}

/** `Events.on(player, "pause", f)`: the target comes first. */
function isPassed({ call, target, listener }: ListenerCall): boolean {
  return target !== undefined && listener !== undefined && call.arguments[0] === target;
}

/** Whether two arguments can be the same value: texts by their text, functions by their place, the rest is not known to differ. */
function mayBeSame(file: FileFacts, one: TSESTree.Node | undefined, other: TSESTree.Node | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [first, second] = [unwrap(one), unwrap(other)];
  if (first.type === "Literal" && second.type === "Literal") return first.value === second.value || (typeof first.value === "string" && typeof second.value === "string" && mayRemoveEvent(first.value, second.value));
  // A function with a name of its own takes itself off by it.
  if (isFunction(first)) return isNameOf(file, second, first);
  if (isFunction(second)) return false;
  const [firstFunction, secondFunction] = [file.functions.functionValueOf(first), file.functions.functionValueOf(second)];
  if (firstFunction !== undefined && secondFunction !== undefined) return firstFunction === secondFunction;
  const [firstPlace, secondPlace] = [file.places.placeOf(first), file.places.placeOf(second)];
  if (firstPlace === undefined || secondPlace === undefined) return true;
  if (areMembersOfOneConstant(firstPlace, secondPlace)) return firstPlace.key === secondPlace.key;
  return firstPlace.key === secondPlace.key || isLocalName(firstPlace.root.kind) || isLocalName(secondPlace.root.kind);
}

/** `EVENT.COPY` and `EVENT.PASTE` are two events. */
function areMembersOfOneConstant(one: Place, other: Place): boolean {
  const isSameRoot = one.root.kind === "variable" && other.root.kind === "variable" && one.root.variable === other.root.variable;
  return isSameRoot && one.path.length > 0 && other.path.length === one.path.length;
}

/** A variable may hold what another place holds; two different fields of the same object are two functions. */
function isLocalName(kind: string): boolean {
  return kind === "variable";
}
