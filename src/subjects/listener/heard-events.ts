/** Functions that an event calls, by what puts them on it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { memberName, receiverOf, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { listeningCallsOf } from "./listening-calls.ts";

/** One place that puts a function on an event. */
export interface HeardEvent {
  /** The name of the event, where it is written out. */
  readonly name: string | undefined;
  /** The function is taken off when it has run once. */
  readonly isOnce: boolean;
  readonly at: TSESTree.Node;
}

/** Whether an event so heard tells that something has ended: `"close"`, and `tabs.onRemoved`, which the listener is put on. */
export function isEndEvent({ name, at }: HeardEvent): boolean {
  return endingEvents.has(name ?? nameOfSlot(at)?.replace(/^on(?=[A-Z])/, "").toLowerCase() ?? "");
}

/** `onCreated` of `tabs.onCreated.addListener(f)`: the event is what the listener is put on. */
export function nameOfSlot(at: TSESTree.Node): string | undefined {
  const receiver = at.type === "CallExpression" ? receiverOf(at) : undefined;
  const slot = receiver === undefined ? undefined : unwrap(receiver);
  return slot?.type === "MemberExpression" ? memberName(slot) : undefined;
}

const known = new WeakMap<FileFacts, ReadonlyMap<FunctionNode, readonly HeardEvent[]>>();

/** The events that call a function of the file. */
export function eventsHeardBy(file: FileFacts, listener: FunctionNode): readonly HeardEvent[] {
  const heard = known.get(file) ?? collectHeard(file);
  known.set(file, heard);
  return heard.get(listener) ?? [];
}

function collectHeard(file: FileFacts): ReadonlyMap<FunctionNode, readonly HeardEvent[]> {
  const byListener = new Map<FunctionNode, HeardEvent[]>();
  const add = (listener: TSESTree.Node | undefined, event: HeardEvent): void => {
    const node = listener === undefined ? undefined : functionOfListener(file, listener);
    for (const heard of node === undefined ? [] : [node, ...calledAtOnce(file, node)]) byListener.set(heard, [...(byListener.get(heard) ?? []), event]);
  };
  for (const { call, verb, verbs, event, listener, third } of listeningCallsOf(file).added) {
    if (verbs.family === "channel" || verbs.family === "file") continue;
    add(listener, { name: event === undefined ? undefined : nameOfEvent(event), isOnce: /once/i.test(verb) || (third !== undefined && saysOnce(third)), at: call });
  }
  for (const { left, right } of file.nodes.assignments) {
    const name = left.type === "MemberExpression" ? /^on([a-z]+)$/.exec(memberName(left) ?? "")?.[1] : undefined;
    if (name !== undefined) add(right, { name, isOnce: false, at: left });
  }
  return byListener;
}

/** The function, also by way of `f.bind(this)`. */
function functionOfListener(file: FileFacts, listener: TSESTree.Node): FunctionNode | undefined {
  const node = unwrap(listener);
  const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
  return file.functions.functionValueOf(callee?.type === "MemberExpression" && memberName(callee) === "bind" ? callee.object : node);
}

/** What a listener does nothing else than call: `() => this.play()`. */
function calledAtOnce(file: FileFacts, { body }: FunctionNode): readonly FunctionNode[] {
  const [only, ...others] = body.type === "BlockStatement" ? body.body : [body];
  const call = only?.type === "ExpressionStatement" ? unwrap(only.expression) : only === undefined ? undefined : unwrap(only);
  const called = others.length === 0 && call?.type === "CallExpression" ? file.functions.calledFunction(call) : undefined;
  return called === undefined ? [] : [called];
}

function nameOfEvent(event: TSESTree.Node): string | undefined {
  const node = unwrap(event);
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

function saysOnce(options: TSESTree.Node): boolean {
  const node = unwrap(options);
  return node.type !== "ObjectExpression" || node.properties.some((property) => property.type !== "Property" || memberName(property) === "once");
}
