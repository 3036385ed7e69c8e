/** Signals with `connect` and `disconnect`: a slot that is a closure can be taken off only with the same closure. */
import type { TSESTree } from "@typescript-eslint/utils";

import { lastSignals, repeatedHooks, signalModules } from "../../catalogue/data/subscriptions.ts";
import type { Pair } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";
import { emitterLifetimeOf } from "../../subjects/subscription/emitter-lifetime.ts";
import { ownerOf, type Owner } from "../../subjects/owner/owner.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { endingOf, isSingleton, scopeOf } from "../../subjects/subscription/subscription-scope.ts";

/** A slot that stays on a signal. */
export interface SignalConnection {
  readonly resource: Resource;
  readonly owner: Owner;
  readonly confidence: Confidence;
  /** The signal. */
  readonly target: TSESTree.Node;
}

/** The sender keeps the slot until `disconnect` is given it again: https://lumino.readthedocs.io/en/latest/api/interfaces/signaling.ISignal.html */
const PAIR: Pair = {
  id: "language/signal-connection",
  noun: "a signal connection",
  acquire: { form: "call", callee: memberOf(anything, "connect") },
  handle: { from: "identity" },
  releases: [{ by: "receiver-method", name: "disconnect", same: [0, 1] }],
  heldBy: "receiver",
};

/** Collects the closures connected to signals that outlive what they close over; `known` are judged elsewhere. */
export function collectSignalConnections(file: FileFacts, known: readonly Resource[]): readonly SignalConnection[] {
  if (![...file.imports.modules].some((module) => signalModules.test(module))) return [];
  const taken = new Set(known.map((resource) => resource.acquisition));
  return file.nodes.calls.flatMap((call) => {
    const target = taken.has(call) ? undefined : signalOf(call);
    const [slot] = call.arguments;
    if (call.type !== "CallExpression" || target === undefined || slot === undefined) return [];
    // With a `this` argument the slot goes when the data of that object is cleared, as widgets do when disposed.
    if (call.arguments.length > 1 || isTakenOff(file, target)) return [];
    const closure = file.functions.functionValueOf(slot);
    if (closure === undefined || !outlives(file, call, target, closure)) return [];
    return [{ resource: { acquisition: call, pair: PAIR, confidence: "likely" as const }, owner: ownerOf(file, call), confidence: "likely" as const, target }];
  });
}

/** The signal of `sender.changed.connect(slot)`. */
function signalOf(call: TSESTree.Node): TSESTree.MemberExpression | undefined {
  if (call.type !== "CallExpression" || calleeName(call) !== "connect") return undefined;
  const receiver = receiverOf(call);
  return receiver?.type === "MemberExpression" && !lastSignals.test(memberName(receiver) ?? "") ? receiver : undefined;
}

function isTakenOff(file: FileFacts, signal: TSESTree.MemberExpression): boolean {
  return file.nodes.calls.some((call) => {
    const receiver = calleeName(call) === "disconnect" ? receiverOf(call) : undefined;
    return receiver?.type === "MemberExpression" && memberName(receiver) === memberName(signal);
  });
}

function outlives(file: FileFacts, call: TSESTree.CallExpression, signal: TSESTree.MemberExpression, closure: FunctionNode): boolean {
  const around = enclosingFunction(call);
  if (around === undefined) return false;
  const lifetime = emitterLifetimeOf(file, signal);
  const isRepeated = repeatedHooks.has(file.functions.factOf(around).name ?? "");
  if (isRepeated) return lifetime === "injected" || lifetime === "process";
  const owner = ownerOf(file, call);
  const scope = scopeOf(file, call);
  if (scope !== undefined && isSingleton(scope)) return false;
  if (scope !== undefined && endingOf(file, scope, owner) === "final") return lifetime === "injected" || lifetime === "process";
  return isOfOuterFunction(file, signal, around) && closesOverLocals(file, closure, around);
}

/** Whether the sender belongs to a function around the one that connects, which is run on demand: a command, a handler. */
function isOfOuterFunction(file: FileFacts, signal: TSESTree.MemberExpression, around: FunctionNode): boolean {
  const root = file.places.placeOf(signal)?.root;
  if (root?.kind !== "variable" || file.functions.factOf(around).role === "constructor") return false;
  const isOnDemand = around.parent.type === "Property" || around.parent.type === "MethodDefinition";
  const outer = functionOf(root.variable);
  return isOnDemand && outer !== undefined && outer !== around && isWithin(around, outer);
}

function closesOverLocals(file: FileFacts, closure: FunctionNode, around: FunctionNode): boolean {
  let closes = false;
  walk(closure.body, file.visitorKeys, (node) => {
    const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
    if (variable !== undefined && !isFunction(unwrap(node)) && functionOf(variable) === around) closes = true;
    return !closes;
  });
  return closes;
}
