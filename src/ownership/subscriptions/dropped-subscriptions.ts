/** Subscriptions whose end is dropped, by an object that ends before what it listens to. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair, Release } from "../../catalogue/entry.ts";
import { applicationNames, endingStreamNames } from "../../catalogue/data/subscriptions.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { calleeName, decoratorsOf, enclosingFunction, isClass, isFunction, memberName, receiverOf, wrapped, type CallNode } from "../../syntax/tree.ts";
import { returnedValues } from "../../subjects/owner/closure-ends.ts";
import { emitterLifetimeOf, isOfService, type EmitterLifetime } from "../../subjects/subscription/emitter-lifetime.ts";
import { fateOf } from "../../subjects/handle/handle-fate.ts";
import { ownerOf, type Owner } from "../../subjects/owner/owner.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { returnsRemover } from "../../subjects/subscription/returned-remover.ts";
import { isBoundedStream, isSingleAnswer, streamOf } from "../../subjects/subscription/streams.ts";
import { findSubscribingCall, isSubscription, mayBeSubscribing, type SubscribingCall } from "../../subjects/subscription/subscribing-calls.ts";
import { endingOf, isSingleton, scopeOf, siblingsOf, withFullestTeardown, type Ending, type Siblings } from "../../subjects/subscription/subscription-scope.ts";

/** A subscription that nobody can end any more. */
export interface DroppedSubscription {
  readonly resource: Resource;
  readonly owner: Owner;
  readonly confidence: Confidence;
  /** The variable that has its end, and that nobody reads. */
  readonly variable: string | undefined;
}

/** Collects the subscriptions of the file that are dropped and outlive their owner; `resources` are those that the catalogue knows. */
export function collectDroppedSubscriptions(file: FileFacts, resources: readonly Resource[]): readonly DroppedSubscription[] {
  const catalogued = new Map(resources.filter(isSubscription).map((resource) => [resource.acquisition, resource]));
  const taken = new Set(resources.filter((resource) => !isSubscription(resource)).map((resource) => resource.acquisition));
  const drops = new Map<SubscribingCall, Drop>();
  for (const call of mayBeSubscribing(file, catalogued)) {
    if (call.type !== "CallExpression" || taken.has(call) || !mayBeDropped(file, call)) continue;
    const found = findSubscribingCall(file, call, catalogued.has(call));
    const drop = found === undefined ? undefined : findDrop(file, catalogued.get(call) ?? resourceOf(found));
    // A variable with a catalogued subscription is followed like any other handle.
    if (found !== undefined && drop !== undefined && (drop.variable === undefined || !catalogued.has(call))) drops.set(found, drop);
  }
  const byScope = groupByScope(file, drops, catalogued);
  return [...drops].flatMap(([found, { resource, variable }]) => {
    const isCatalogued = catalogued.has(found.call);
    const scope = scopeOf(file, found.call);
    const siblings = siblingsOf(file, found, byScope.get(scope) ?? [], (other) => drops.has(other));
    const acting = ownerOf(file, found.call);
    const owner = withFullestTeardown(file, scope, acting);
    const confidence = judge(file, found, acting, siblings, isCatalogued);
    return confidence === undefined ? [] : [{ resource, owner, confidence: weakest(confidence, isCatalogued ? "certain" : resource.confidence), variable }];
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
function groupByScope(file: FileFacts, drops: ReadonlyMap<SubscribingCall, Drop>, catalogued: ReadonlyMap<unknown, Resource>): Map<InstanceOwner | undefined, SubscribingCall[]> {
  const groups = new Map<InstanceOwner | undefined, SubscribingCall[]>();
  const known = new Set<unknown>();
  for (const found of drops.keys()) {
    const scope = scopeOf(file, found.call);
    const group = groups.get(scope);
    if (group === undefined) groups.set(scope, [found]);
    else group.push(found);
    known.add(found.call);
  }
  if (groups.size === 0) return groups;
  for (const call of file.nodes.calls) {
    if (call.type !== "CallExpression" || known.has(call)) continue;
    const group = groups.get(scopeOf(file, call));
    const found = group === undefined ? undefined : findSubscribingCall(file, call, catalogued.has(call));
    if (found !== undefined) group?.push(found);
  }
  return groups;
}

interface Drop {
  readonly resource: Resource;
  readonly variable: string | undefined;
}

/** The subscription as a resource, where nobody has its end, or a variable has it that nobody reads. */
function findDrop(file: FileFacts, resource: Resource): Drop | undefined {
  const fate = fateOf(file, resource);
  // What has further members in use is no end of a subscription but a stream, or the emitter again.
  if (fate.kind === "discarded") return fate.at.type === "MemberExpression" ? undefined : { resource, variable: undefined };
  if (fate.kind !== "variable" || fate.variable.references.some((reference) => reference.isRead())) return undefined;
  return { resource, variable: fate.variable.name };
}

function resourceOf({ call, kind, cleanup }: SubscribingCall): Resource {
  const verb = cleanup === "unsubscribe" || (cleanup === undefined && kind === "stream") ? "unsubscribe" : "dispose";
  const verbs = [verb, "dispose", "unsubscribe", "close", "remove", "off", "stop", "destroy", "cancel", "disconnect"];
  const methods = [...new Set(verbs)].map((name): Release => ({ by: "method", name }));
  const releases: readonly Release[] = cleanup === "call" ? [{ by: "invoke" }, ...methods] : [...methods, { by: "invoke" }];
  const pair: Pair = {
    id: "language/subscription",
    noun: kind === "other" ? "what it sets up" : "the listener",
    acquire: { form: "call", callee: memberOf(anything, calleeName(call) ?? "") },
    handle: { from: "result" },
    releases,
    heldBy: "receiver",
  };
  return { acquisition: call, pair, confidence: "certain" };
}

function judge(file: FileFacts, found: SubscribingCall, owner: Owner, siblings: Siblings, isCatalogued: boolean): Confidence | undefined {
  if (owner.kind === "process") return undefined;
  const lifetime = lifetimeOf(file, found);
  if (lifetime === undefined || lifetime === "own") return undefined;
  if (owner.kind === "effect") return judgeInEffect(file, found);
  const scope = scopeOf(file, found.call);
  const ending = scope === undefined ? "none" : endingOf(file, scope, owner);
  if (scope !== undefined && isRootService(scope)) return undefined;
  if (ending === "none") return judgeWithoutEnd(file, found, owner, lifetime, siblings, isCatalogued);
  const isShared = lifetime === "process" || isOfService(file, emitterOf(file, found) ?? found.call);
  const confidence = judgeInObject(found, lifetime, isShared, ending, siblings);
  if (confidence === undefined || scope === undefined || !isSingleton(scope)) return confidence;
  // What is a part of the program keeps what it listens to, whatever else it ends.
  if (lifetime === "injected" && isSingleton(scope, applicationNames)) return undefined;
  return siblings.kept > siblings.dropped ? "likely" : undefined;
}

/** How long the emitter lives; undefined where the subscription ends by itself. */
function lifetimeOf(file: FileFacts, { call, kind }: SubscribingCall): EmitterLifetime | undefined {
  if (kind === "stream") {
    const stream = streamOf(file, call);
    if (stream === undefined || isBoundedStream(file, stream) || isSingleAnswer(stream) || isEnding(stream.source)) return undefined;
    const lifetime = emitterLifetimeOf(file, stream.source);
    // What a constant of the module was made as: whatever made it, it stays.
    return lifetime === "unknown" && isMadeByModule(stream.source) ? "process" : lifetime;
  }
  const receiver = receiverOf(call);
  if (receiver !== undefined && (kind === "event" || receiver.type !== "ThisExpression")) return emitterLifetimeOf(file, receiver);
  if (receiver !== undefined && !returnsRemover(file, call)) return "own";
  // A function is given what it puts something on.
  const [first] = call.arguments;
  return first !== undefined && emitterLifetimeOf(file, first) === "own" ? "own" : "unknown";
}

/** Whether the expression stands at the top level, where it is evaluated once and for good. */
function isMadeByModule(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) if (isFunction(at) || isClass(at)) return false;
  return true;
}

/** The parameters of a route end with the component that the route shows; a notifier of an end comes once. */
function isEnding(source: TSESTree.Node): boolean {
  const name = source.type === "MemberExpression" ? memberName(source) : source.type === "Identifier" ? source.name : undefined;
  return name !== undefined && (/^(?:params|queryParams|paramMap|queryParamMap|data|fragment)$/.test(name) || endingStreamNames.test(name));
}

/** An object that ends: its own habit with such subscriptions makes the dropped one sure. */
function judgeInObject({ call, kind, evidence }: SubscribingCall, lifetime: EmitterLifetime, isShared: boolean, ending: Ending, { kept, dropped, isEmitterKept }: Siblings): Confidence | undefined {
  const isHabit = kept > 0 && kept > dropped;
  const isSureEnd = ending !== "pausing";
  if (isEmitterKept && isSureEnd && isHabit) return "certain";
  if (receiverOf(call) === undefined) return isHabit && isSureEnd ? "certain" : ending === "final" ? "likely" : undefined;
  if (lifetime === "parameter" || lifetime === "unknown") return isEmitterKept || (isHabit && (kind === "stream" || (kind === "other" && lifetime === "unknown"))) ? "likely" : undefined;
  // A list of disposables, the other subscriptions or a service tell that the object is to end this one.
  if (!isHabit && !isShared && ending !== "registry" && kind !== "stream") return undefined;
  if (evidence === "shaped") return "likely";
  return isHabit && isSureEnd && isShared ? "certain" : "likely";
}

/** What is listened to. */
function emitterOf(file: FileFacts, { call, kind }: SubscribingCall): TSESTree.Node | undefined {
  return kind === "stream" ? streamOf(file, call)?.source : receiverOf(call);
}

/** An effect that keeps nothing leaves one listener behind each time it runs again. */
function judgeInEffect(file: FileFacts, { call, evidence }: SubscribingCall): Confidence | undefined {
  const effect = enclosingFunction(call);
  if (effect !== undefined && returnedValues(file, effect).length > 0) return "likely";
  return evidence === "shaped" ? "likely" : "certain";
}

/** Tokens outlive the calls they are given to, and most are never cancelled. */
const CANCELLATION = /^on(?:Did|Will)?(?:Cancel|Abort)/;

/** Whether the token is the parameter of a callback: whoever calls it makes and ends the token. */
function isGivenByCaller(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  if (receiver?.type === "MemberExpression" && isCancelledHere(file, receiver.object)) return true;
  const owner = receiver?.type === "Identifier" ? file.variables.variableOf(receiver)?.defs[0]?.node : undefined;
  return isFunction(owner) && owner.type !== "FunctionDeclaration" && file.functions.factOf(owner).name === undefined;
}

/** `source.token`, where the file cancels or disposes of `source`: the token ends with the work it is for. */
function isCancelledHere(file: FileFacts, source: TSESTree.Node): boolean {
  const key = file.places.placeOf(source)?.key;
  const isOfSource = (call: CallNode): boolean => {
    const receiver = receiverOf(call);
    return receiver !== undefined && file.places.placeOf(receiver)?.key === key;
  };
  return key !== undefined && ["cancel", "dispose"].some((name) => file.calls.named(name).some(isOfSource));
}

/** Where nothing ends: a listener on something shared by all instances, or in a function that tidies up after itself. */
function judgeWithoutEnd(file: FileFacts, { call, evidence }: SubscribingCall, owner: Owner, lifetime: EmitterLifetime, { isEmitterKept }: Siblings, isCatalogued: boolean): Confidence | undefined {
  if (isEmitterKept) return "likely";
  if (isOfOwnClass(file, call)) return evidence === "shaped" ? undefined : "likely";
  if (evidence !== "shaped" && tidiesUp(file, call)) {
    const isCancellation = CANCELLATION.test(calleeName(call) ?? "");
    if (isCancellation && isGivenByCaller(file, call)) return undefined;
    return lifetime === "parameter" && isCancellation ? "certain" : "likely";
  }
  return isCatalogued && owner.kind === "call" && (lifetime === "process" || lifetime === "parameter") ? "likely" : undefined;
}

/** `Session.changes.event(…)` inside `Session`: each instance adds a listener to what all of them share. */
function isOfOwnClass(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  const root = receiver === undefined ? undefined : file.places.placeOf(receiver)?.root;
  const scope = scopeOf(file, call);
  return root?.kind === "static" && isClass(scope) && root.owner === scope;
}

/** A promise executor that clears its timer when it settles, and leaves the listener. */
function tidiesUp(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const executor = enclosingFunction(call);
  const parent = executor?.parent;
  if (executor === undefined || parent?.type !== "NewExpression" || calleeName(parent) !== "Promise") return false;
  const [from, to] = executor.range;
  return file.nodes.calls.some((other) => other.range[0] > from && other.range[1] < to && /^clear(?:Timeout|Interval)$|^dispose$|^remove\w*Listener$/.test(calleeName(other) ?? ""));
}

/** An Angular service of the root lives as long as the page. */
function isRootService(scope: TSESTree.Node): boolean {
  if (!isClass(scope)) return false;
  return decoratorsOf(scope).some(({ expression }) => {
    const options = expression.type === "CallExpression" && calleeName(expression) === "Injectable" ? expression.arguments[0] : undefined;
    return options?.type === "ObjectExpression" && options.properties.some((property) => property.type === "Property" && memberName(property) === "providedIn");
  });
}
