/** How long a one-shot timer runs when nothing clears it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf, type Variable } from "../../facts/variables.ts";
import { isFunction, unwrap, memberName, type CallNode } from "../../syntax/tree.ts";
import { isHidden } from "../../facts/hidden-member.ts";

/** From this delay on, in milliseconds, a timer left running holds its memory and its process noticeably long. */
const NOTICEABLE = 10_000;
/** Up to this delay, in milliseconds, it is as good as over. */
const NEGLIGIBLE = 250;

/** Whether the timer may run noticeably long: a delay that is written out and short is over before it matters. */
export function isLong(file: FileFacts, timer: CallNode): boolean {
  const [, delay] = timer.arguments;
  if (delay === undefined) return false;
  const milliseconds = numberOf(file, delay, 0);
  return milliseconds === undefined || milliseconds >= NOTICEABLE;
}

/** Whether the file says itself that the timer runs noticeably long: a delay that others give may be a matter of seconds. */
export function isWrittenLong(file: FileFacts, timer: CallNode): boolean {
  const [, delay] = timer.arguments;
  const milliseconds = delay === undefined ? undefined : numberOf(file, delay, 0);
  return milliseconds !== undefined && milliseconds >= NOTICEABLE;
}

/** Whether the timer is over before anybody notices: a delay that is known and very short. */
export function isNegligible(file: FileFacts, timer: CallNode): boolean {
  const [, delay] = timer.arguments;
  const milliseconds = delay === undefined ? 0 : numberOf(file, delay, 0);
  return milliseconds !== undefined && milliseconds <= NEGLIGIBLE;
}

function numberOf(file: FileFacts, expression: TSESTree.Node, depth: number): number | undefined {
  const node = unwrap(expression);
  if (depth > 4) return undefined;
  if (node.type === "Literal") return typeof node.value === "number" ? node.value : undefined;
  if (node.type === "Identifier") {
    const variable = file.variables.variableOf(node);
    const init = variable === undefined ? undefined : (initializerOf(variable) ?? defaultOf(variable));
    if (init !== undefined) return numberOf(file, init, depth + 1);
    return variable === undefined ? undefined : longestGiven(file, variable, depth);
  }
  if (node.type === "MemberExpression") return constantNamed(file, memberName(node), depth);
  if (node.type !== "BinaryExpression" || node.operator !== "*") return undefined;
  const [left, right] = [numberOf(file, node.left, depth + 1), numberOf(file, node.right, depth + 1)];
  return left === undefined || right === undefined ? undefined : left * right;
}

/** `Private.TIMEOUT` and `Limits.TIMEOUT`: the one constant of that name in a namespace of the file. */
function constantNamed(file: FileFacts, name: string | undefined, depth: number): number | undefined {
  const scopes = name === undefined ? [] : (file.sourceCode.scopeManager?.scopes ?? []).filter((scope) => scope.set.has(name));
  const variable = scopes.length === 1 && name !== undefined ? scopes[0]?.set.get(name) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init === undefined ? undefined : numberOf(file, init, depth + 1);
}

/** The longest delay that the callers of a private method or an inner function give it; undefined where one is not known. */
function longestGiven(file: FileFacts, variable: Variable, depth: number): number | undefined {
  const definition = variable.defs[0];
  const owner = definition?.type === "Parameter" && isFunction(definition.node) ? definition.node : undefined;
  const index = owner?.params.findIndex((parameter) => parameter === definition?.name) ?? -1;
  const name = owner === undefined ? undefined : file.functions.factOf(owner).name;
  if (owner === undefined || name === undefined || index < 0 || !isHidden(owner)) return undefined;
  const calls = file.calls.named(name).filter((call) => file.functions.calledFunction(call) === owner);
  const delays = calls.map((call) => (call.arguments[index] === undefined ? undefined : numberOf(file, call.arguments[index], depth + 1)));
  return delays.length === 0 || delays.includes(undefined) ? undefined : Math.max(...delays.filter((delay) => delay !== undefined));
}

/** The default of a parameter tells of which size its values are. */
function defaultOf(variable: Variable): TSESTree.Node | undefined {
  const definition = variable.defs[0];
  const pattern = definition?.name.parent;
  return definition?.type === "Parameter" && pattern?.type === "AssignmentPattern" && pattern.left === definition.name ? pattern.right : undefined;
}
