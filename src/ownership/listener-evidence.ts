/** What shows that a listener outlives its use where the file neither removes it nor ends its owner for sure. */
import type { TSESTree } from "@typescript-eslint/utils";

import { repeatedHooks } from "../catalogue/data/subscriptions.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { FunctionFact } from "../facts/functions.ts";
import { isMadeRepeatedly } from "../facts/instantiations.ts";
import { calleeName, decoratorsOf, enclosingFunction, isClass, memberName, receiverOf, unwrap, walk, wrapped, type CallNode, type ClassNode, type FunctionNode } from "../syntax/tree.ts";
import { isReleaseName } from "../subjects/handle/field-uses.ts";
import { reachedFrom, standsIn } from "../facts/reach.ts";
import type { Resource } from "../subjects/resource/resource.ts";

/** Verbs that set going again what an end has stopped. */
const STARTING = /^(?:re)?(?:start|open|connect|resume|schedule|arm|play|run|listen|subscribe|observe)(?:[A-Z]\w*)?$/;

/** Whether many objects put the same listener on what lives as long as the program: there is one for each of them. */
export function isPutOnByMany(file: FileFacts, { acquisition }: Resource): boolean {
  for (let at = enclosingFunction(acquisition); at !== undefined; at = enclosingFunction(at)) {
    const { owner, name } = file.functions.factOf(at);
    if (owner === undefined) continue;
    if (repeatedHooks.has(name ?? "")) return true;
    if (isClass(owner)) return isMadeRepeatedly(file, owner) || isComponent(file, owner);
    return owner.type === "ObjectExpression" && isHookTable(owner) && usesThis(file, at);
  }
  return false;
}

/** A component by its base or decorator: its framework makes one wherever its tag stands. */
function isComponent(file: FileFacts, owner: ClassNode): boolean {
  const { componentBases, componentDecorators } = file.catalogue.lifecycles;
  const decorated = decoratorsOf(owner).some(({ expression }) => componentDecorators.has((expression.type === "CallExpression" ? calleeName(expression) : undefined) ?? ""));
  const base = owner.superClass === null ? undefined : unwrap(owner.superClass);
  const name = base?.type === "Identifier" ? base.name : base?.type === "MemberExpression" ? memberName(base) : undefined;
  return decorated || componentBases.has(name ?? "");
}

/** `on: { init() { … } }` at the top level: its functions run for whichever object the table is mixed into, and `this` is that object. */
function isHookTable(table: TSESTree.ObjectExpression): boolean {
  const property = wrapped(table).parent;
  return property?.type === "Property" && /^(?:on|hooks|methods|lifetimes|listeners|created|mounted)$/.test(memberName(property) ?? "") && enclosingFunction(table) === undefined;
}

function usesThis(file: FileFacts, node: FunctionNode): boolean {
  let uses = false;
  walk(node.body, file.visitorKeys, (child) => {
    if (child.type === "ThisExpression") uses = true;
    return !uses;
  });
  return uses;
}

/** Whether the listener settles the promise whose executor puts it on: there is one for each promise. */
export function settlesPromise(file: FileFacts, { acquisition }: Resource): boolean {
  const executor = enclosingFunction(acquisition);
  return executor !== undefined && isSettledBy(file, acquisition, executor);
}

/** Whether the listener that the call puts on settles a promise in whose executor it stands, however deep. */
export function settlesPromiseAround(file: FileFacts, call: CallNode): boolean {
  for (let at = enclosingFunction(call); at !== undefined; at = enclosingFunction(at)) if (isSettledBy(file, call, at)) return true;
  return false;
}

function isSettledBy(file: FileFacts, acquisition: CallNode, executor: FunctionNode): boolean {
  const parent = wrapped(executor).parent;
  if (parent?.type !== "NewExpression" || calleeName(parent) !== "Promise") return false;
  const settles = (node: TSESTree.Node): boolean => node.type === "Identifier" && file.variables.variableOf(node)?.defs[0]?.node === executor;
  return runsAny(file, acquisition, settles);
}

/** Whether an argument of the call is such a function, or a function of the file whose body calls one. */
export function runsAny(file: FileFacts, call: CallNode, isOne: (callee: TSESTree.Node) => boolean): boolean {
  return call.arguments.some((argument) => {
    const listener = file.functions.functionValueOf(argument);
    if (listener === undefined) return isOne(unwrap(argument));
    let found = false;
    walk(listener.body, file.visitorKeys, (node) => {
      if (node.type === "CallExpression" && isOne(unwrap(node.callee))) found = true;
      return !found;
    });
    return found;
  });
}

/** Whether the listener sets going again what the teardown stops: after the end, the next event brings it back to life. */
export function restartsWhatEnds(file: FileFacts, { acquisition }: Resource, teardown: FunctionFact): boolean {
  const reach = reachedFrom(file, [teardown.node]);
  const stopped = new Set(file.nodes.calls.filter((call) => standsIn(call, reach) && isEnding(calleeName(call))).flatMap((call) => keyOfReceiver(file, call) ?? []));
  if (stopped.size === 0) return false;
  const listeners = acquisition.arguments.flatMap((argument) => file.functions.functionValueOf(argument) ?? []);
  const run = reachedFrom(file, listeners);
  return file.nodes.calls.some((call) => STARTING.test(calleeName(call) ?? "") && standsIn(call, run) && stopped.has(keyOfReceiver(file, call) ?? ""));
}

function isEnding(name: string | undefined): boolean {
  return name === "stop" || name === "pause" || isReleaseName(name);
}

function keyOfReceiver(file: FileFacts, call: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const receiver = receiverOf(call);
  const place = receiver === undefined ? undefined : file.places.placeOf(receiver);
  return place?.root.kind === "instance" && place.path.length > 0 ? place.key : undefined;
}
