/** What a timer aborts, and who hears of it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, findWithin, isWithin, memberName, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { callbackOf } from "./timer-callback.ts";

/** The controller that a timer aborts, where a variable of the function that sets the timer has it. */
export function abortedByTimer(file: FileFacts, timer: CallNode): Variable | undefined {
  const [first] = timer.arguments;
  const callback = callbackOf(file, timer) ?? first;
  const member = callback === undefined ? undefined : findWithin(callback, file.visitorKeys, (node) => node.type === "MemberExpression" && memberName(node) === "abort" && node.object.type === "Identifier");
  const variable = member?.type === "MemberExpression" && member.object.type === "Identifier" ? file.variables.variableOf(member.object) : undefined;
  const made = variable === undefined ? undefined : initializerOf(variable);
  if (variable === undefined || made?.type !== "NewExpression" || functionOf(variable) !== enclosingFunction(timer)) return undefined;
  return globalPathOf(file, made.callee)?.join(".") === "AbortController" ? variable : undefined;
}

export interface SignalUses {
  /** The calls that are given the signal, by itself or among their options. */
  readonly calls: readonly CallNode[];
  /** The first use of which nobody knows what it hears: the controller is handed on, the signal is kept. */
  readonly elsewhere: TSESTree.Node | undefined;
}

/** Collects what a controller and its signal are used for, the timer itself left out. */
export function usesOfSignal(file: FileFacts, controller: Variable, timer: CallNode): SignalUses {
  const calls: CallNode[] = [];
  let elsewhere: TSESTree.Node | undefined;
  const pending = controller.references.filter(({ identifier, init }) => init !== true && !isWithin(identifier, timer)).flatMap(({ identifier }) => signalsAt(file, identifier));
  for (const { node, isKnown } of pending) {
    const call = isKnown ? callTaking(file, node) : undefined;
    if (call === "none") continue;
    if (call === undefined) elsewhere ??= node;
    else calls.push(...call);
  }
  return { calls, elsewhere };
}

interface SignalUse {
  readonly node: TSESTree.Node;
  /** Whether it is the signal, and not the controller. */
  readonly isKnown: boolean;
}

/** The uses of the signal that a use of the controller leads to: itself, or those of the variable that takes it. */
function signalsAt(file: FileFacts, identifier: TSESTree.Node): readonly SignalUse[] {
  const { parent } = identifier;
  if (parent?.type === "VariableDeclarator" && parent.init === identifier && parent.id.type === "ObjectPattern") return parent.id.properties.flatMap((property) => (property.type === "Property" ? usesOfName(file, property.value) : [{ node: identifier, isKnown: false }]));
  if (parent?.type !== "MemberExpression" || parent.object !== identifier) return [{ node: identifier, isKnown: false }];
  if (memberName(parent) === "abort" && parent.parent.type === "CallExpression" && parent.parent.callee === parent) return [];
  if (memberName(parent) !== "signal") return [{ node: identifier, isKnown: false }];
  const holder = wrapped(parent).parent;
  return holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? usesOfName(file, holder.id) : [{ node: parent, isKnown: true }];
}

function usesOfName(file: FileFacts, name: TSESTree.Node): readonly SignalUse[] {
  const references = name.type === "Identifier" ? file.variables.variableOf(name)?.references : undefined;
  return references?.flatMap(({ identifier, init }) => (init === true ? [] : [{ node: identifier, isKnown: true }])) ?? [{ node: name, isKnown: false }];
}

/** The calls that get a signal; `none` where it is only looked at; undefined where it goes elsewhere. */
function callTaking(file: FileFacts, signal: TSESTree.Node): readonly CallNode[] | "none" | undefined {
  let value = wrapped(signal);
  const member = value.parent;
  if (member?.type === "MemberExpression" && member.object === value) return isListened(member) ? undefined : "none";
  while (value.parent?.type === "Property" && value.parent.parent.type === "ObjectExpression") value = wrapped(value.parent.parent);
  const { parent } = value;
  if (parent?.type === "CallExpression" || parent?.type === "NewExpression") return parent.type === "CallExpression" && unwrap(parent.callee) !== value ? [parent] : undefined;
  const variable = parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? file.variables.variableOf(parent.id) : undefined;
  const uses = variable?.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier.parent);
  const calls = uses?.filter((use): use is TSESTree.CallExpression => use.type === "CallExpression");
  return calls !== undefined && calls.length > 0 && calls.length === uses?.length ? calls : undefined;
}

/** `signal.addEventListener("abort", …)`: then the abort has something to do whenever it comes. */
function isListened(member: TSESTree.MemberExpression): boolean {
  const call = wrapped(member).parent;
  return (call?.type === "CallExpression" && receiverOf(call) === unwrap(member.object) && calleeName(call) === "addEventListener") || memberName(member) === "onabort";
}
