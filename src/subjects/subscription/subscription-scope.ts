/** The object or factory that a subscription belongs to, and what it does with its other subscriptions. */
import type { TSESTree } from "@typescript-eslint/utils";

import { disposableBases, registryMethods, singletonNames } from "../../catalogue/data/subscriptions.ts";
import { endingHooks, partialEnds, plainEnds, shownDecorators } from "../../catalogue/words/ending.ts";
import { endingWithComponent } from "../../catalogue/words/streams.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { calleeName, decoratorsOf, enclosingFunction, isClass, isWithin, receiverOf, unwrap, wrapped, type CallNode, type ClassNode } from "../../syntax/tree.ts";
import { hookOfScript } from "../owner/component-life.ts";
import type { Owner } from "../owner/owner.ts";
import { isKeptForItsEnd, isLastingRegistration } from "./registries.ts";
import { isBoundedStream, notifiersOf, streamOf } from "./streams.ts";
import type { SubscribingCall } from "./subscribing-calls.ts";
import { teardownRankOf, type TeardownRank } from "../owner/teardown-names.ts";

/** The class, object or outermost function around a node; undefined at the top level. */
export function scopeOf(file: FileFacts, node: TSESTree.Node): InstanceOwner | undefined {
  let outermost: InstanceOwner | undefined;
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const { owner } = file.functions.factOf(at);
    if (owner !== undefined && owner.type !== "ObjectExpression") return owner;
    outermost = at;
  }
  for (let at: TSESTree.Node | undefined = outermost ?? node; at !== undefined; at = at.parent ?? undefined) if (isClass(at)) return at;
  return outermost;
}

/** How clearly the scope ends: by a method of its own, by a list of disposables, by a stop that a start may follow, or not at all. */
export type Ending = "final" | "registry" | "pausing" | "none";

/** Answers how the scope of a subscription ends. */
export function endingOf(file: FileFacts, scope: InstanceOwner, owner: Owner): Ending {
  if (hookOfScript(file, scope) !== undefined) return "final";
  const ranks = file.functions.membersOf(scope).map((fact) => (fact.isStatic ? undefined : rankOf(file, fact)));
  if (ranks.includes("final") || (owner.teardown !== undefined && rankOf(file, owner.teardown) === "final")) return "final";
  if (isClass(scope) && (hasDisposableBase(scope) || registersForThis(file, scope))) return "registry";
  return ranks.includes("pausing") || teardownRankOf(file, owner.teardown?.name) === "pausing" ? "pausing" : "none";
}

/** The owner with the teardown that does the most: a framework's hook or `dispose` before a `close` that may mean something else; never one that only pauses. */
export function withFullestTeardown(file: FileFacts, scope: InstanceOwner | undefined, found: Owner): Owner {
  const owner = teardownRankOf(file, found.teardown?.name) === "final" ? found : { ...found, teardown: undefined };
  if (scope === undefined || found.teardown === undefined) return owner;
  const members = file.functions.membersOf(scope).filter((fact) => !fact.isStatic);
  const teardown = members.find(({ name }) => endingHooks.test(name ?? "")) ?? members.find(({ name }) => plainEnds.test(name ?? ""));
  return teardown === undefined ? owner : { ...owner, teardown };
}

function hasDisposableBase(scope: ClassNode): boolean {
  const { superClass } = scope;
  // Parsers of plain JavaScript leave the list of interfaces out.
  const interfaces = (scope as Partial<ClassNode>).implements ?? [];
  const base = superClass === null ? undefined : unwrap(superClass);
  const call = base?.type === "CallExpression" ? base.callee : base;
  const names = [call, ...interfaces.map(({ expression }) => expression)].map((node) => (node?.type === "Identifier" ? node.name : ""));
  return names.some((name) => disposableBases.test(name));
}

/** The rank of a teardown of the object itself: one that is told what to end ends something else. */
function rankOf(file: FileFacts, { name, node }: FunctionFact): TeardownRank | undefined {
  const rank = teardownRankOf(file, name);
  return rank === "final" && (node.params.length > 0 || partialEnds.test(name ?? "")) ? "pausing" : rank;
}

/** Whether a class by its name exists once (`names` tells which names), and is no component. */
export function isSingleton(scope: InstanceOwner, names: RegExp = singletonNames): boolean {
  if (!isClass(scope) || scope.id === null) return false;
  if (decoratorsOf(scope).some(({ expression }) => expression.type === "CallExpression" && shownDecorators.test(calleeName(expression) ?? ""))) return false;
  const interfaces = (scope as Partial<ClassNode>).implements ?? [];
  return [scope.id, ...interfaces.map(({ expression }) => expression)].some((node) => node.type === "Identifier" && names.test(node.name));
}

/** `this._register(x)`, `this.toDispose.push(x)`, and in Angular `takeUntilDestroyed()` or `inject(DestroyRef)`. */
function registersForThis(file: FileFacts, scope: InstanceOwner): boolean {
  return file.nodes.calls.some((call) => {
    if (!isWithin(call, scope)) return false;
    if (isLastingRegistration(call)) return rootOf(receiverOf(call))?.type === "ThisExpression";
    const [first] = call.arguments;
    return calleeName(call) === "takeUntilDestroyed" || (calleeName(call) === "inject" && first?.type === "Identifier" && first.name === "DestroyRef");
  });
}

function rootOf(node: TSESTree.Node | undefined): TSESTree.Node | undefined {
  let at = node === undefined ? undefined : unwrap(node);
  while (at?.type === "MemberExpression") at = unwrap(at.object);
  return at;
}

/** What a scope does with the subscriptions beside one: how many of the same kind it keeps and drops, and whether it keeps one of the same emitter. */
export interface Siblings {
  readonly kept: number;
  readonly dropped: number;
  readonly isEmitterKept: boolean;
}

/** Counts what the scope does with the other subscriptions of the same kind. */
export function siblingsOf(file: FileFacts, one: SubscribingCall, others: readonly SubscribingCall[], isDropped: (other: SubscribingCall) => boolean): Siblings {
  let [kept, dropped, isEmitterKept] = [0, 0, false];
  for (const other of others) {
    if (other === one || !isSameKind(one, other)) continue;
    if (isKept(file, other)) {
      kept += 1;
      isEmitterKept ||= isSameEmitter(file, one, other);
    } else if (isDropped(other)) dropped += 1;
  }
  return { kept, dropped, isEmitterKept };
}

function isSameKind(one: SubscribingCall, other: SubscribingCall): boolean {
  return one.kind === other.kind && (one.kind !== "other" || calleeName(one.call) === calleeName(other.call));
}

const kept = new WeakMap<SubscribingCall, boolean>();

/** Whether the subscription ends with its owner: kept for it, or bounded by the owner's own notifier. */
function isKept(file: FileFacts, found: SubscribingCall): boolean {
  const known = kept.get(found) ?? endsWithOwner(file, found);
  kept.set(found, known);
  return known;
}

function endsWithOwner(file: FileFacts, { call, kind }: SubscribingCall): boolean {
  if (isKeptForItsEnd(call) || isCollected(call)) return true;
  const stream = kind === "stream" ? streamOf(file, call) : undefined;
  if (stream === undefined || !isBoundedStream(file, stream)) return false;
  return notifiersOf(stream).length > 0 || endingWithComponent.test(file.sourceCode.getText(call));
}

/** `this.undos.push(onDidCancel(f))`: whoever collects ends is to call them, whatever the list is called. */
function isCollected(call: CallNode): boolean {
  const parent = wrapped(call).parent;
  return parent?.type === "CallExpression" && parent.callee !== call && registryMethods.test(calleeName(parent) ?? "") && receiverOf(parent)?.type === "MemberExpression";
}

function isSameEmitter(file: FileFacts, one: SubscribingCall, other: SubscribingCall): boolean {
  const keys = [one, other].map(({ call }) => {
    const receiver = receiverOf(call);
    return receiver === undefined ? undefined : file.places.placeOf(receiver)?.key;
  });
  return keys[0] !== undefined && keys[0] === keys[1];
}
