/** Things that no call releases and that need none: one for the whole module or page, in the service of the program, or ended by the other side. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../catalogue/data/lifecycles.ts";
import { addingNames } from "../catalogue/data/subscriptions.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { latchesOf } from "../facts/latch.ts";
import { valueLifetimeOf } from "../facts/value-lifetime.ts";
import { functionOf, initializerOf, type Variable } from "../facts/variables.ts";
import { calleeName, enclosingFunction, isWithin, memberName, receiverOf, unwrap, walk, wrapped, type FunctionNode } from "../syntax/tree.ts";
import { settlesPromiseAround } from "../subjects/listener/settling-listener.ts";
import type { Resource } from "../subjects/resource/resource.ts";

const LISTENING = /^(?:on|once|addListener|prependListener|addEventListener)$/;

/** Whether somebody waits for the end of what the variable has: `socket.once("end", () => resolve())`. The other side makes it. */
export function isEndAwaited(file: FileFacts, variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const member = wrapped(identifier).parent;
    const call = member?.type === "MemberExpression" && LISTENING.test(memberName(member) ?? "") ? wrapped(member).parent : undefined;
    if (call?.type !== "CallExpression" || unwrap(call.callee) !== member) return false;
    const [event] = call.arguments;
    return event?.type === "Literal" && endingEvents.has(String(event.value)) && settlesPromiseAround(file, call);
  });
}

/** Whether what may last goes on serving: a function that others keep uses it, or it tells nobody in particular what it sees. */
export function isInService(file: FileFacts, { pair, acquisition }: Resource, variable: Variable): boolean {
  if (pair.longLived !== true) return false;
  if (pair.handle.from === "receiver" && isWatcherForAll(file, variable)) return true;
  const host = enclosingFunction(acquisition);
  return variable.references.some(({ identifier }) => {
    const user = outermostBelow(identifier, host);
    return user !== undefined && isKeptByOther(file, user, variable);
  });
}

/** `new Observer((entries) => log(entries))`: the callback calls nothing that the function around it was given or has made. */
function isWatcherForAll(file: FileFacts, variable: Variable): boolean {
  const made = initializerOf(variable);
  const callback = made?.type === "NewExpression" && made.arguments[0] !== undefined ? file.functions.functionValueOf(made.arguments[0]) : undefined;
  if (callback === undefined) return false;
  let servesCall = false;
  walk(callback.body, file.visitorKeys, (node) => {
    const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
    const called = callee?.type === "Identifier" ? file.variables.variableOf(callee) : undefined;
    if (called !== undefined && isOfCall(called, callback)) servesCall = true;
    return !servesCall;
  });
  return !servesCall;
}

/** A parameter or variable of a function around the callback. */
function isOfCall(variable: Variable, callback: FunctionNode): boolean {
  const scope = functionOf(variable);
  return scope !== undefined && scope !== callback && isWithin(callback, scope) && variable.defs.some(({ type }) => type === "Parameter" || type === "Variable");
}

/** The function around the node that stands directly in `host`. */
function outermostBelow(node: TSESTree.Node, host: FunctionNode | undefined): FunctionNode | undefined {
  let below: FunctionNode | undefined;
  for (let at = enclosingFunction(node); at !== undefined && at !== host; at = enclosingFunction(at)) below = at;
  return below;
}

/** `server.on("upgrade", user)`, `metrics.register("lag", { calculate: user })`, where the object was there before. */
function isKeptByOther(file: FileFacts, user: FunctionNode, variable: Variable): boolean {
  let value: TSESTree.Node = wrapped(user);
  while (value.parent?.type === "Property" || value.parent?.type === "ObjectExpression") value = wrapped(value.parent);
  const call = value.parent;
  if (call?.type !== "CallExpression" || call.callee === value || !addingNames.test(calleeName(call) ?? "")) return false;
  const receiver = receiverOf(call);
  if (receiver === undefined) return false;
  const root = file.places.placeOf(receiver)?.root;
  return !(root?.kind === "variable" && root.variable === variable) && valueLifetimeOf(file, receiver) !== "own";
}

/** `if (!received) { received = true; start(); }` with a flag that nothing takes back: once for all that the flag is there for. */
export function runsOnceByFlag(file: FileFacts, { acquisition }: Resource): boolean {
  return latchesOf(file, acquisition).length > 0;
}

/** `await ping(); location.reload();`: whoever calls the function leaves the page then, which takes everything along. */
export function leavesPageThen(file: FileFacts, { acquisition }: Resource): boolean {
  const host = enclosingFunction(acquisition);
  const calls = host === undefined ? [] : file.nodes.calls.filter((call) => file.functions.calledFunction(call) === host && enclosingFunction(call) !== host);
  return calls.length > 0 && calls.every((call) => isBeforeLeaving(call));
}

function isBeforeLeaving(call: TSESTree.Node): boolean {
  for (let at = call; at.parent != null; at = at.parent) {
    const { parent } = at;
    if (parent.type !== "BlockStatement" && parent.type !== "Program") continue;
    const next = parent.body[parent.body.indexOf(at as TSESTree.Statement) + 1];
    const left = next?.type === "ExpressionStatement" ? unwrap(next.expression) : undefined;
    if (left?.type !== "CallExpression" || !/^(?:reload|replace|assign)$/.test(calleeName(left) ?? "")) return false;
    const target = receiverOf(left);
    return target?.type === "Identifier" ? target.name === "location" : target?.type === "MemberExpression" && memberName(target) === "location";
  }
  return false;
}

/** Functions that by their names find out what the platform can do. */
const PROBING = /^(?:test|detect|probe|supports?)(?:[A-Z]|$)|^(?:can[A-Z]|(?:is|has|check)\w*Support)/;

/** Whether the function only tries whether the call works, and answers yes or no. */
export function isProbe(file: FileFacts, { acquisition }: Resource): boolean {
  const host = enclosingFunction(acquisition);
  if (host === undefined || !PROBING.test(file.functions.factOf(host).name ?? "")) return false;
  const answers: TSESTree.Node[] = [];
  walk(host.body, file.visitorKeys, (node) => {
    if (node.type === "ReturnStatement" && enclosingFunction(node) === host && node.argument !== null) answers.push(unwrap(node.argument));
    return undefined;
  });
  const isPlain = (answer: TSESTree.Node): boolean => answer.type === "Literal" && typeof answer.value === "boolean";
  return answers.some(isPlain) && answers.every((answer) => isPlain(answer) || (answer.type === "NewExpression" && calleeName(answer) === "Promise"));
}
