/** The calls of a file that add and remove listeners, taken apart: target, event, listener, what comes after. */
import type { TSESTree } from "@typescript-eslint/utils";

import { clearingVerbs, listenerVerbs, signalClearing, type ListenerVerbs } from "../../catalogue/data/listener-verbs.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { isFunction, memberName, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";

/** One call that adds or removes. Parts that are not there are undefined; `isOpen` where the arguments cannot be told apart. */
export interface ListenerCall {
  readonly call: TSESTree.CallExpression;
  readonly verb: string;
  readonly verbs: ListenerVerbs;
  /** The object it is put on; undefined for the global object. */
  readonly target: TSESTree.Node | undefined;
  readonly event: TSESTree.Node | undefined;
  readonly listener: TSESTree.Node | undefined;
  /** What stands between event and listener: a selector. */
  readonly selector: TSESTree.Node | undefined;
  readonly third: TSESTree.Node | undefined;
  readonly isOpen: boolean;
}

/** What a file does with listeners. */
export interface ListenerCalls {
  readonly added: readonly ListenerCall[];
  readonly removed: readonly ListenerCall[];
  /** Calls that remove all listeners of their object. */
  readonly cleared: readonly TSESTree.CallExpression[];
}

const MOST_CALLS = 1500;

/** The first family that has a verb. */
const familyOfVerb: ReadonlyMap<string, ListenerVerbs> = new Map([...listenerVerbs].reverse().flatMap((family) => [...family.add, ...family.remove].map((verb) => [verb, family] as const)));

const collected = new WeakMap<FileFacts, ListenerCalls>();

/** Collects the listener calls of a file; none where there are too many to compare. */
export function collectListenerCalls(file: FileFacts): ListenerCalls {
  const calls = collected.get(file) ?? findListenerCalls(file);
  collected.set(file, calls);
  return calls;
}

const taken = new WeakMap<ListenerCalls, ReadonlyMap<TSESTree.Node, ListenerCall>>();

/** A call of the file taken apart; undefined where it neither adds nor removes a listener by its verb. */
export function listenerCallOf(file: FileFacts, call: TSESTree.Node): ListenerCall | undefined {
  const calls = collectListenerCalls(file);
  const known = taken.get(calls) ?? new Map([...calls.added, ...calls.removed].map((one) => [one.call, one] as const));
  taken.set(calls, known);
  return known.get(call);
}

/** What a call puts its listener on: what stands before the verb, or comes first, as in `on(window, "resize", f)`; undefined for the global object. */
export function targetOfListener(file: FileFacts, call: CallNode): TSESTree.Node | undefined {
  const parts = listenerCallOf(file, call);
  return parts === undefined ? receiverOf(call) : parts.target;
}

function findListenerCalls(file: FileFacts): ListenerCalls {
  const added: ListenerCall[] = [];
  const removed: ListenerCall[] = [];
  const cleared: TSESTree.CallExpression[] = [];
  for (const call of file.calls.whose((name) => familyOfVerb.has(name) || clearingVerbs.has(name) || signalClearing.has(name))) {
    if (call.type !== "CallExpression") continue;
    const callee = unwrap(call.callee);
    const verb = callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" ? memberName(callee) : undefined;
    if (verb === undefined) continue;
    if (clearingVerbs.has(verb) || signalClearing.has(verb)) cleared.push(call);
    const verbs = familyOfVerb.get(verb);
    const parts = verbs === undefined ? undefined : takeApart(file, call, callee, verb, verbs);
    if (parts === undefined) continue;
    if (parts.verbs.add.has(verb)) added.push(parts);
    else removed.push(parts);
  }
  return added.length + removed.length > MOST_CALLS ? { added: [], removed: [], cleared: [] } : { added, removed, cleared };
}

/** Whether an argument is text as it is written: the name of an event, not an object or a function. */
function isWrittenText(node: TSESTree.Node | undefined): boolean {
  if (node === undefined) return false;
  const value = unwrap(node);
  return (value.type === "Literal" && typeof value.value === "string") || value.type === "TemplateLiteral";
}

/** Whether an argument comes from another file, which may give a name to a text there. */
function isImported(file: FileFacts, node: TSESTree.Node | undefined): boolean {
  return node?.type === "Identifier" && file.variables.variableOf(node)?.defs[0]?.type === "ImportBinding";
}

/** Whether an argument is such text, or the name that the file gives to one for good: `const OPENED = `open${SUFFIX}``. */
function isKnownText(file: FileFacts, node: TSESTree.Node | undefined): boolean {
  if (isWrittenText(node)) return true;
  if (node?.type === "ConditionalExpression") return isKnownText(file, node.consequent) && isKnownText(file, node.alternate);
  const variable = node?.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  return variable !== undefined && isWrittenText(initializerOf(variable));
}

type Parts = Pick<ListenerCall, "target" | "event" | "listener" | "selector" | "third" | "isOpen">;

const OPEN: Omit<Parts, "target"> = { event: undefined, listener: undefined, selector: undefined, third: undefined, isOpen: true };

function takeApart(file: FileFacts, call: TSESTree.CallExpression, callee: TSESTree.Node, verb: string, verbs: ListenerVerbs): ListenerCall | undefined {
  const receiver = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  if (verb === "bind" && (receiver === undefined || isFunctionBind(file, receiver, call))) return undefined;
  const given: readonly TSESTree.Node[] = call.arguments;
  if (call.arguments.some((argument) => argument.type === "SpreadElement")) return { call, verb, verbs, target: receiver, ...OPEN };
  // `on(window, "resize", f)` and `this.on(window, "resize", f)` name their target first.
  const isPassedTarget = receiver === undefined ? verbs.family !== "dom" || given.length > 3 || isWrittenText(given[1]) : isTargetBeside(file, receiver, given);
  const target = isPassedTarget ? given[0] : receiver;
  if (isPassedTarget && (target === undefined || verbs.family === "file")) return fileCall(call, verb, verbs, given);
  return { call, verb, verbs, target, ...partsOfCall(isPassedTarget ? given.slice(1) : given, verbs) };
}

/** Whether the first of several arguments is the target, by the event that follows, or since it is that in another call on the same receiver. */
function isTargetBeside(file: FileFacts, receiver: TSESTree.Node, given: readonly TSESTree.Node[]): boolean {
  const [first, second] = given;
  if (given.length < 3 || first === undefined || isKnownText(file, first)) return false;
  if (isKnownText(file, second)) return isWrittenText(second) || !isImported(file, first);
  return second !== undefined && file.functions.functionValueOf(second) === undefined && passedTargets(file).has(pairOf(file, receiver, first) ?? "");
}

const passed = new WeakMap<FileFacts, ReadonlySet<string>>();

/** What is given before a written event, each with what has the verb: `Events.on(player, "pause", f)`. */
function passedTargets(file: FileFacts): ReadonlySet<string> {
  const known = passed.get(file) ?? new Set(file.calls.whose((name) => familyOfVerb.has(name)).flatMap((call) => {
    const [first, second] = call.arguments;
    const receiver = receiverOf(call);
    return receiver !== undefined && first !== undefined && call.arguments.length > 2 && isWrittenText(second) ? (pairOf(file, receiver, first) ?? []) : [];
  }));
  passed.set(file, known);
  return known;
}

function pairOf(file: FileFacts, receiver: TSESTree.Node, first: TSESTree.Node): string | undefined {
  const [verbs, target] = [file.places.placeOf(receiver)?.key, file.places.placeOf(first)?.key];
  return verbs === undefined || target === undefined ? undefined : `${verbs} ${target}`;
}

/** `watchFile(path, listener)` of `node:fs` has no object to put the listener on but the file. */
function fileCall(call: TSESTree.CallExpression, verb: string, verbs: ListenerVerbs, given: readonly TSESTree.Node[]): ListenerCall | undefined {
  return verbs.family === "file" ? { call, verb, verbs, target: undefined, ...partsOfCall(given, verbs) } : undefined;
}

function partsOfCall(given: readonly TSESTree.Node[], verbs: ListenerVerbs): Omit<Parts, "target"> {
  const none = { event: undefined, listener: undefined, selector: undefined, third: undefined, isOpen: false };
  const [first, second, third] = given;
  if (first === undefined) return none;
  // An object of listeners: which events it names is not read.
  if (unwrap(first).type === "ObjectExpression") return OPEN;
  if (verbs.family === "signal" || (given.length === 1 && verbs.withoutEvent && !isWrittenText(first))) return { ...none, listener: first, third: second };
  if (isWrittenText(first) && isWrittenText(second)) return { ...none, event: first, selector: second, listener: third };
  // `fs.watchFile(path, options, listener)`.
  if (verbs.family === "file" && third !== undefined) return { ...none, event: first, listener: third };
  return { ...none, event: first, listener: second, third };
}

/** `handler.bind(this)` makes a function; `$(el).bind("click", f)` adds a listener. */
function isFunctionBind(file: FileFacts, receiver: TSESTree.Node, call: TSESTree.CallExpression): boolean {
  const [first, second] = call.arguments;
  return !isWrittenText(first) || second === undefined || isFunction(receiver) || file.functions.functionValueOf(receiver) !== undefined;
}
