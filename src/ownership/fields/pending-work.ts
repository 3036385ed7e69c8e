/** What a timer still has to do when its owner ends: whether it arms itself again, looks before it acts, or is over at once. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { lastStatementOf } from "../../syntax/arms.ts";
import { calleeName, enclosingFunction, isWithin, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import type { Resource } from "../../subjects/resource/resource.ts";

/** A one-shot delay up to this, in milliseconds, is over before anybody notices. */
const NEGLIGIBLE_DELAY = 250;
/** A delay up to this is short: it matters, but not to everybody. */
const SHORT_DELAY = 500;

/** The function a timer calls, as far as the file has it. */
export function callbackOf(file: FileFacts, call: CallNode): FunctionNode | undefined {
  const [callback] = call.arguments;
  if (callback === undefined || callback.type === "SpreadElement") return undefined;
  const bare = unwrap(callback);
  if (bare.type === "CallExpression" && calleeName(bare) === "bind") return file.functions.functionValueOf(bare.callee);
  return file.functions.functionValueOf(callback);
}

/** Whether the callback of a one-shot timer leads back to the code that arms it. */
export function armsItselfAgain(file: FileFacts, resource: Resource): boolean {
  const callback = callbackOf(file, resource.acquisition);
  const host = enclosingFunction(resource.acquisition);
  if (callback === undefined || host === undefined) return false;
  return reachedFrom(file, [callback]).has(host);
}

/** Whether a one-shot timer is over before anybody notices: no delay or a very short one. */
export function isOverSoon(file: FileFacts, resource: Resource): boolean {
  const { acquisition, pair } = resource;
  if (pair.id !== "timers/timeout" && pair.id !== "timers/interval") return true;
  const delay = acquisition.arguments[1];
  if (delay === undefined) return true;
  const value = numberOf(file, delay);
  return value !== undefined && value <= NEGLIGIBLE_DELAY;
}

/** Whether a timer's delay is known to be short. */
export function isShort(file: FileFacts, resource: Resource): boolean {
  const delay = resource.acquisition.arguments[1];
  const value = delay === undefined ? undefined : numberOf(file, delay);
  return value !== undefined && value <= SHORT_DELAY;
}

/** A number as it is written, or as a constant holds it; products are worked out. */
export function numberOf(file: FileFacts, expression: TSESTree.Node, depth = 0): number | undefined {
  const node = unwrap(expression);
  if (depth > 4) return undefined;
  if (node.type === "Literal") return typeof node.value === "number" ? node.value : undefined;
  if (node.type === "Identifier") {
    const variable = file.variables.variableOf(node);
    const init = variable === undefined ? undefined : initializerOf(variable);
    return init === undefined ? undefined : numberOf(file, init, depth + 1);
  }
  if (node.type !== "BinaryExpression" || node.operator !== "*") return undefined;
  const [left, right] = [node.left, node.right].map((side) => numberOf(file, side, depth + 1));
  return left === undefined || right === undefined ? undefined : left * right;
}

/** Whether the callback first looks at something that the teardown writes: `if (this.closed) return;`. */
export function looksBeforeActing(file: FileFacts, resource: Resource, teardown: ReadonlySet<FunctionNode>): boolean {
  const callback = callbackOf(file, resource.acquisition);
  if (callback === undefined) return false;
  const reached = reachedFrom(file, [callback]);
  const flags = new Set(file.nodes.assignments.filter((assignment) => standsIn(assignment, teardown)).flatMap((assignment) => file.places.writtenPlaceOf(assignment.left)?.key ?? []));
  const isTested = (node: TSESTree.Node): boolean => {
    const key = file.places.placeOf(node)?.key;
    return key !== undefined && flags.has(key) && standsIn(node, reached) && isInTest(node);
  };
  return file.nodes.members.some(isTested) || [...flags].some((flag) => !flag.includes(".") && isVariableTested(file, flag, reached));
}

/** Whether the callback returns at once where its object has lost a part: `if (!this.map) return;`. Another file may take that part away. */
export function asksForPart(file: FileFacts, resource: Resource): boolean {
  const callback = callbackOf(file, resource.acquisition);
  if (callback === undefined) return false;
  const [only, ...others] = file.calls.directlyIn(callback);
  const called = only?.type === "CallExpression" && others.length === 0 ? file.functions.calledFunction(only) : undefined;
  return [callback, called].some((node) => node !== undefined && leavesWithoutPart(node));
}

function leavesWithoutPart({ body }: FunctionNode): boolean {
  const first = body.type === "BlockStatement" ? body.body[0] : undefined;
  if (first?.type !== "IfStatement" || first.test.type !== "UnaryExpression" || first.test.operator !== "!") return false;
  const part = unwrap(first.test.argument);
  return lastStatementOf(first.consequent)?.type === "ReturnStatement" && part.type === "MemberExpression" && unwrap(part.object).type === "ThisExpression";
}

function isVariableTested(file: FileFacts, key: string, functions: ReadonlySet<FunctionNode>): boolean {
  for (const scope of file.sourceCode.scopeManager?.scopes ?? []) {
    for (const variable of scope.variables) {
      if (variable.defs.length === 0 || file.places.placeOfVariable(variable).key !== key) continue;
      if (variable.references.some((reference) => standsIn(reference.identifier, functions) && isInTest(reference.identifier))) return true;
    }
  }
  return false;
}

/** Whether a node stands in the condition of a branch or loop. */
export function isInTest(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node = node; at.parent != null; at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if ((parent.type === "IfStatement" || parent.type === "WhileStatement" || parent.type === "ConditionalExpression") && isWithin(node, parent.test)) return true;
    if (parent.type === "LogicalExpression" && parent.left === at) return true;
    if (parent.type.endsWith("Statement") || parent.type.includes("Function")) return false;
  }
  return false;
}
