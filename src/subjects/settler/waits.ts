/**
 * Waits: functions that set something up until one of several callbacks tells how the matter went. An executor waits until
 * its promise settles, a function with a callback until that is called, and one that opens something until that is open
 * or has failed.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { onceAdders } from "../../catalogue/words/event-calls.ts";
import { rebindingMethods } from "../../catalogue/words/handle-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { latchesOf } from "../../facts/latch.ts";
import type { Variable } from "../../facts/variables.ts";
import { calleeName, isFunction, isNothing, isWithin, memberName, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

/** `promise`: a promise settles; `answer`: a callback is called; `attempt`: what was opened is there, or is not. */
export type WaitKind = "promise" | "answer" | "attempt";

export interface Wait {
  readonly kind: WaitKind;
  /** The function that sets things up. */
  readonly home: FunctionNode;
  /** The functions whose call is the end of the wait; none for an attempt, whose events tell. */
  readonly settling: ReadonlySet<Variable | undefined>;
}

/** The executors that a file writes in place. */
export function executorsOf(file: FileFacts): FunctionNode[] {
  return file.calls.named("Promise").flatMap((call) => {
    const [executor] = call.arguments;
    return call.type === "NewExpression" && executor !== undefined && isFunction(executor) ? [executor] : [];
  });
}

/** The wait of an executor: its first two parameters settle the promise. */
export function waitOfExecutor(file: FileFacts, executor: FunctionNode): Wait {
  return { kind: "promise", home: executor, settling: new Set(executor.params.slice(0, 2).flatMap((parameter) => variableOfName(file, parameter) ?? [])) };
}

/** The waits of a function for its callbacks, one for each that may be called once only, with all names it has there. */
export function callbackWaitsOf(file: FileFacts, home: FunctionNode): readonly Wait[] {
  return home.params.flatMap((parameter): readonly Wait[] => {
    const variable = variableOfName(file, parameter);
    const names = variable === undefined ? [] : [variable, ...wrappersOf(file, variable, home)];
    return names.length > 0 && runsOnce(file, names) ? [{ kind: "answer", home, settling: new Set(names) }] : [];
  });
}

function variableOfName(file: FileFacts, node: TSESTree.Node): Variable | undefined {
  return node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
}

/** `const done = once(callback)`: the local names of what calls the callback for whoever calls them. */
function wrappersOf(file: FileFacts, callback: Variable, home: FunctionNode): readonly Variable[] {
  return callback.references.flatMap(({ identifier }) => {
    const given = functionThatOnlyCalls(identifier) ?? identifier;
    const call = given.parent;
    const declarator = call.parent;
    const isWrapped = call.type === "CallExpression" && call.arguments[0] === given && declarator?.type === "VariableDeclarator" && declarator.init === call && isWithin(declarator, home);
    return isWrapped && letsRunOnce(file, call) ? (variableOfName(file, declarator.id) ?? []) : [];
  });
}

/** `(verdict) => decided(verdict, order)`, of `decided`. */
function functionThatOnlyCalls(identifier: TSESTree.Node): TSESTree.ArrowFunctionExpression | undefined {
  const call = identifier.parent;
  const around = call?.type === "CallExpression" && call.callee === identifier ? call.parent : undefined;
  return around?.type === "ArrowFunctionExpression" && around.body === call ? around : undefined;
}

/** Whether the call gives a function that calls the one it is given once: by its name, or by the flag that the given function stands behind. */
function letsRunOnce(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const wrapper = file.functions.calledFunction(call);
  if (wrapper === undefined) return onceAdders.test(calleeName(call) ?? "");
  const [first] = wrapper.params;
  const parameter = first === undefined ? undefined : variableOfName(file, first);
  const calls = parameter === undefined ? [] : callsByName(parameter);
  return calls.length > 0 && calls.every((inner) => latchesOf(file, inner).length > 0);
}

/**
 * Whether a callback is called once for each call of its function: it is wrapped so, each of its calls stands behind a flag
 * that is set for good, or it takes an error first, which a callback that tells of many things has no use for.
 */
function runsOnce(file: FileFacts, names: readonly Variable[]): boolean {
  if (names.length > 1) return true;
  const calls = names.flatMap(callsByName);
  if (calls.length > 0 && calls.every((call) => latchesOf(file, call).length > 0)) return true;
  return calls.some(tellsSuccess) && calls.some((call) => call.arguments.length === 1 && !tellsSuccess(call));
}

/** `callback()`, `callback(null, value)`. */
function tellsSuccess({ arguments: [first] }: CallNode): boolean {
  return first === undefined || isNothing(first);
}

/** The calls of a function by its name: `f()`, `f.call(that)`. */
function callsByName(variable: Variable): readonly CallNode[] {
  return variable.references.flatMap(({ identifier }) => {
    const { parent } = identifier;
    const callee = parent.type === "MemberExpression" && parent.object === identifier && rebindingMethods.has(memberName(parent) ?? "") ? parent : identifier;
    return callee.parent.type === "CallExpression" && callee.parent.callee === callee ? [callee.parent] : [];
  });
}
