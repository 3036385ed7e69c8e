/** Streams: what a subscription listens to, and whether something on the way ends it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { boundingOperators, notifiedOperators, streamingCalls } from "../../catalogue/data/subscriptions.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { calleeName, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";

export interface Stream {
  /** What is listened to, before any operator. */
  readonly source: TSESTree.Node;
  /** The operators on the way, the first applied first. */
  readonly operators: readonly TSESTree.CallExpressionArgument[];
}

/** The stream that `stream.subscribe(…)` listens to, followed through pipes and constants. */
export function streamOf(file: FileFacts, call: CallNode): Stream | undefined {
  const receiver = receiverOf(call);
  if (receiver === undefined) return undefined;
  const operators: TSESTree.CallExpressionArgument[] = [];
  let source = receiver;
  for (let depth = 0; depth < 12; depth++) {
    const next = stepDown(file, source);
    if (next === undefined) break;
    operators.unshift(...next.operators);
    source = unwrap(next.source);
  }
  return { source, operators };
}

function stepDown(file: FileFacts, node: TSESTree.Node): Stream | undefined {
  if (node.type === "CallExpression") {
    const name = calleeName(node);
    const receiver = receiverOf(node);
    if (receiver !== undefined && name === "pipe") return { source: receiver, operators: node.arguments };
    if (receiver !== undefined && name === "asObservable") return { source: receiver, operators: [] };
    // What a function of the file gives, if it gives but one thing.
    const callee = file.functions.calledFunction(node);
    const [given, ...others] = callee === undefined || callee.async || callee.generator ? [] : file.functions.returnedBy(callee);
    return given === undefined || others.length > 0 ? undefined : { source: given, operators: [] };
  }
  if (node.type === "Identifier") {
    const variable = file.variables.variableOf(node);
    const init = variable === undefined ? undefined : initializerOf(variable);
    return init === undefined ? undefined : { source: init, operators: [] };
  }
  if (node.type !== "MemberExpression") return undefined;
  // A field that is given one stream, with its operators, is that stream.
  const place = file.places.placeOf(node);
  const [store, ...others] = place === undefined ? [] : file.stores.storesTo(place);
  const value = store?.value === undefined || others.length > 0 ? undefined : unwrap(store.value);
  return value?.type === "CallExpression" && calleeName(value) === "pipe" ? { source: value, operators: [] } : undefined;
}

/** Whether an operator ends the subscription; unread operators (spread, or from elsewhere) count as such. */
export function isBoundedStream(file: FileFacts, stream: Stream): boolean {
  return stream.operators.some((operator) => operator.type === "SpreadElement" || isBounding(file, operator));
}

function isBounding(file: FileFacts, operator: TSESTree.Expression): boolean {
  const node = unwrap(operator);
  if (node.type === "CallExpression") return boundingOperators.test(calleeName(node) ?? "");
  if (node.type !== "Identifier") return node.type !== "ArrowFunctionExpression";
  const variable = file.variables.variableOf(node);
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init === undefined || isBounding(file, init);
}

/** The notifiers whose emission ends the subscription: the arguments of `takeUntil`. */
export function notifiersOf(stream: Stream): readonly TSESTree.Node[] {
  return stream.operators.flatMap((operator) => {
    const node = unwrap(operator);
    const [notifier] = node.type === "CallExpression" && notifiedOperators.has(calleeName(node) ?? "") ? node.arguments : [];
    return notifier === undefined ? [] : [unwrap(notifier)];
  });
}

/** The operators of the file that end with a notifier, each with that. */
export function callsWithNotifier(file: FileFacts): readonly (readonly [TSESTree.CallExpression, TSESTree.Node])[] {
  return file.calls.whose((name) => notifiedOperators.has(name)).flatMap((call) => {
    const [notifier] = call.arguments;
    return call.type !== "CallExpression" || notifier === undefined ? [] : [[call, unwrap(notifier)] as const];
  });
}

/** Whether the expression is given to an operator as its notifier. */
export function isNotifier(node: TSESTree.Node): boolean {
  const parent = wrapped(node).parent;
  return parent?.type === "CallExpression" && unwrap(parent.callee) !== node && notifiedOperators.has(calleeName(parent) ?? "");
}

/** Whether the source is asked for one answer, as a request is, and ends with it; what cannot be read counts as such. */
export function isSingleAnswer(stream: Stream): boolean {
  const { source } = stream;
  if (source.type === "Identifier" || source.type === "MemberExpression") return false;
  return source.type !== "CallExpression" || !streamingCalls.test(calleeName(source) ?? "");
}
