/** Calls that put a listener on something and hand out how to take it off. */
import type { TSESTree } from "@typescript-eslint/utils";

import { addingNames, disposableEventNames, eventNames, lastEvents } from "../../catalogue/data/subscriptions.ts";
import { scopedModules } from "../../catalogue/data/lifecycles.ts";
import { listenerWords, slowingCalls } from "../../catalogue/words/listening.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { CleanupAnswer } from "../../types/type-questions.ts";
import { bySource, calleeName, isFunction, memberName, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";
import type { Resource } from "../resource/resource.ts";
import { callsEventValue, declaredEndOf } from "./event-values.ts";
import { hasRemovers, returnsRemover } from "./returned-remover.ts";

/**
 * How the code tells that the call hands out its end:
 * - `known`: by type, by the function called in the same file, by the catalogue;
 * - `named`: by a name that only such APIs use (`onDidChange`, `subscribe`);
 * - `shaped`: it looks like one (`onData(listener)`).
 */
export type HandleEvidence = "known" | "named" | "shaped";

export interface SubscribingCall {
  readonly call: TSESTree.CallExpression;
  readonly kind: "event" | "stream" | "other";
  readonly evidence: HandleEvidence;
  readonly cleanup: CleanupAnswer | undefined;
  readonly isCatalogued: boolean;
}

/** The calls that can subscribe. Without types, and without a function in the file that gives a remover back, only a few names do. */
export function mayBeSubscribing(file: FileFacts, catalogued: ReadonlyMap<CallNode, unknown>): readonly CallNode[] {
  if (file.types.available || hasRemovers(file)) return file.nodes.calls;
  const named = file.calls.whose((name) => name === "subscribe" || eventNames.test(name));
  const declared = file.nodes.calls.filter((call) => call.callee.type === "Identifier" && isFunction(call.arguments[0]) && declaredEndOf(file, call) !== undefined);
  return catalogued.size + declared.length === 0 ? named : [...new Set([...named, ...declared, ...catalogued.keys()])].sort(bySource);
}

/** Reads a call as one that subscribes, by its form: what takes care of its end is asked afterwards. */
export function readSubscribingCall(file: FileFacts, call: TSESTree.CallExpression, isCatalogued: boolean): SubscribingCall | undefined {
  const name = calleeName(call);
  const kind = name === undefined ? undefined : subscribingKindOf(file, call, name);
  // Without types only a function of the same file can tell; asking it comes first, as it is the cheaper question.
  if (name === undefined || kind === undefined || (kind === "other" && !isCatalogued && !file.types.available && !returnsRemover(file, call))) return undefined;
  if (kind === "other" && !isCatalogued && !mayHandOut(file, call, name)) return undefined;
  const cleanup = (file.types.available ? file.types.cleanupOf(call) : undefined) ?? (kind === "event" && receiverOf(call) === undefined ? declaredEndOf(file, call) : undefined);
  if (kind === "other" && !isCatalogued && cleanup === "none") return undefined;
  if (isCatalogued || cleanup !== undefined || returnsRemover(file, call)) return { call, kind, evidence: "known", cleanup, isCatalogued };
  if (kind === "other") return undefined;
  return { call, kind, evidence: kind === "stream" || disposableEventNames.test(name) ? "named" : "shaped", cleanup, isCatalogued };
}

/** Such a call with an end that somebody has to see to. */
export function findSubscribingCall(file: FileFacts, call: TSESTree.CallExpression, isCatalogued: boolean): SubscribingCall | undefined {
  if (comesOnce(call) || takesDisposables(call)) return undefined;
  const found = readSubscribingCall(file, call, isCatalogued);
  return found !== undefined && isOwed(file, found) ? found : undefined;
}

/** Whether the end of such a call is its caller's to see to. */
export function isOwed(file: FileFacts, found: SubscribingCall): boolean {
  return !comesOnce(found.call) && !takesDisposables(found.call) && !endsWithScope(file, found) && givesNoEnd(file, found) === undefined;
}

/** Whether by its name the event comes once, when its emitter begins or ends. */
export function comesOnce(call: CallNode): boolean {
  return lastEvents.test(calleeName(call) ?? "");
}

/** What its type says the call gives instead of an end: nothing, or its receiver again. */
export function givesNoEnd(file: FileFacts, { call, cleanup, isCatalogued }: SubscribingCall): "nothing" | "receiver" | undefined {
  if (cleanup === undefined) return undefined;
  if (cleanup === "none" && !isCatalogued) return "nothing";
  return givesReceiverBack(file, call) ? "receiver" : undefined;
}

/** Whether a reactive framework, by its own functions or by hooks, ends it with the scope around it. */
export function endsWithScope(file: FileFacts, { call, kind, isCatalogued }: SubscribingCall): boolean {
  return kind === "other" && !isCatalogued && (/^use[A-Z]/.test(calleeName(call) ?? "") || isScopedImport(file, call));
}

/** Whether a catalogued acquisition is a subscription: its receiver keeps it, and its result ends it. */
export function isSubscription({ pair, acquisition }: Resource): boolean {
  if (pair.handle.from !== "result" || acquisition.type !== "CallExpression") return false;
  return pair.heldBy === "receiver" || (pair.id === "language/disposable" && addingNames.test(calleeName(acquisition) ?? ""));
}

function subscribingKindOf(file: FileFacts, call: TSESTree.CallExpression, name: string): SubscribingCall["kind"] | undefined {
  if (name === "subscribe" && receiverOf(call) !== undefined) return isTopic(call.arguments[0]) ? undefined : "stream";
  if (callsEventValue(file, call) && isListener(file, call.arguments[0])) return "event";
  if (eventNames.test(name)) return receiverOf(call) !== undefined && isListener(file, call.arguments[0]) ? "event" : undefined;
  return "other";
}

/** A function whose name or listener argument says that it adds something. */
function mayHandOut(file: FileFacts, call: TSESTree.CallExpression, name: string): boolean {
  return addingNames.test(name) || call.arguments.some((argument) => isListener(file, argument));
}

function isScopedImport(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const module = file.imports.importedValueOf(unwrap(call.callee))?.module;
  return module !== undefined && (scopedModules.has(module) || module.startsWith("@vueuse/"));
}

/** Whether an argument is a function that will be called later. */
function isListener(file: FileFacts, argument: TSESTree.Node | undefined): boolean {
  if (argument === undefined || argument.type === "SpreadElement") return false;
  const node = unwrap(argument);
  if (isFunction(node) || file.functions.functionValueOf(node) !== undefined) return true;
  if (node.type === "CallExpression") return calleeName(node) === "bind" || slowingCalls.test(calleeName(node) ?? "");
  const name = node.type === "Identifier" ? node.name : node.type === "MemberExpression" ? memberName(node) : undefined;
  return name !== undefined && listenerWords.test(name);
}

/** `onDidChange(listener, this, this.disposables)`: the disposable goes onto the list by itself. */
export function takesDisposables(call: CallNode): boolean {
  return call.arguments.length >= 3 && eventNames.test(calleeName(call) ?? "");
}

function isTopic(argument: TSESTree.Node | undefined): boolean {
  const node = argument === undefined ? undefined : unwrap(argument);
  return node?.type === "Literal" || node?.type === "TemplateLiteral" || node?.type === "ArrayExpression";
}

function givesReceiverBack(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  const given = file.types.originOf(call);
  const own = receiver === undefined ? undefined : file.types.originOf(receiver);
  return own !== undefined && given?.name === own.name && given.module === own.module;
}
