import type { TSESTree } from "@typescript-eslint/utils";

import type { KeyedFunction } from "../../candidates/memoized-key.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { collectMemoizedCalls } from "../../subjects/key/memoized-functions.ts";
import { textOfShapes } from "../../subjects/key/shape-text.ts";
import { annotationOf } from "../../syntax/annotations.ts";
import { isFunction, isWithin, unwrap, walk, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const leftOutInput: Evidence<KeyedFunction, "given" | "parameter" | "this"> = {
  id: "real/left-out-input",
  asks: "Does the memoized function read more than the memoizer keys by?",
  levels: {
    given: ["a call gives another parameter for what is the key's first, and the function reads it", "leak"],
    parameter: ["the function reads a second parameter, which is no part of the key", "leak"],
    this: ["the function reads `this`, which is no part of the key", "leak"],
  },
  ask(file, { call, api, keyed }) {
    const given = api.keyedBy === "first" ? findGivenParameter(file, call, keyed) : undefined;
    if (given !== undefined) return { level: "given", basis: "shown", at: given };
    const further = api.keyedBy === "first" ? findReadParameter(file, keyed) : undefined;
    if (further !== undefined) return { level: "parameter", basis: "shown", at: further };
    const own = isKeptByInstance(call) ? undefined : findOwnThis(file, keyed);
    return { level: own === undefined ? "unknown" : "this", basis: "shown", at: own };
  },
};

/** What a call of the file gives for a further parameter that the function takes as a value, if it is no part of the first argument. */
function findGivenParameter(file: FileFacts, made: CallNode, { params, body }: FunctionNode): TSESTree.Node | undefined {
  const calls = collectMemoizedCalls(file).flatMap(({ memoized, call }) => (memoized.made === made ? [call] : []));
  for (const [index, parameter] of calls.length === 0 ? [] : params.entries()) {
    const given = index === 0 || !isTakenAsValue(file, parameter, body) ? undefined : (calls.find((call) => variesAlone(file, call, index)) ?? differentLiteral(calls, index));
    if (given !== undefined) return given.arguments[index];
  }
  return undefined;
}

function isTakenAsValue(file: FileFacts, parameter: TSESTree.Parameter, body: TSESTree.Node): boolean {
  const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  const variable = target.type === "Identifier" ? file.variables.variableOf(target) : undefined;
  const reads = variable?.references.filter(({ identifier }) => isWithin(identifier, body)) ?? [];
  return reads.length > 0 && mayBePlain(file, target) && !reads.some(({ identifier }) => isTool(identifier));
}

/** Whether nothing declares a parameter to be an object or a function, which may be what the work is done with. */
function mayBePlain(file: FileFacts, parameter: TSESTree.Node): boolean {
  if (file.types.isPrimitive(parameter) === false) return false;
  const annotation = annotationOf(parameter);
  return annotation === undefined || file.types.isPrimitive(parameter) === true || textOfShapes(file, [{ kind: "type", node: annotation }])?.kind === "primitive";
}

/** Whether a read takes a member of a value, calls it, or asks whether it is there: then it may be what the work is done with. */
function isTool(identifier: TSESTree.Node): boolean {
  const node = wrapped(identifier);
  const { parent } = node;
  return (parent?.type === "MemberExpression" && parent.object === node) || ((parent?.type === "CallExpression" || parent?.type === "NewExpression") && parent.callee === node);
}

/** Whether a call gives a value of its own there: no constant, and nothing of the object that the first argument is of. */
function variesAlone(file: FileFacts, { arguments: given }: CallNode, index: number): boolean {
  const [first, further] = [given[0], given[index]];
  if (first === undefined || further === undefined || given.slice(0, index + 1).some(({ type }) => type === "SpreadElement")) return false;
  const root = rootVariable(file, further);
  const isOfCall = root !== undefined && functionOf(root) !== undefined;
  return isOfCall && root !== rootVariable(file, first);
}

/** The variable of which an expression is a member. */
function rootVariable(file: FileFacts, expression: TSESTree.Node): Variable | undefined {
  const place = file.places.placeOf(unwrap(expression));
  return place?.root.kind === "variable" ? place.root.variable : undefined;
}

/** The second of two calls that write down different literals. */
function differentLiteral(calls: readonly CallNode[], index: number): CallNode | undefined {
  const literals = calls.map((call) => (call.arguments[index]?.type === "Literal" ? call.arguments[index].raw : undefined));
  return literals.every((literal) => literal !== undefined) ? calls.find((_call, at) => literals[at] !== literals[0]) : undefined;
}

/** The second parameter, if callers have to give it and the function makes something of it. */
function findReadParameter(file: FileFacts, { params, body }: FunctionNode): TSESTree.Node | undefined {
  const [, second] = params;
  const variable = second?.type === "Identifier" ? file.variables.variableOf(second) : undefined;
  return variable?.references.some(({ identifier }) => isWithin(identifier, body) && !isOnlyTold(identifier)) === true ? second : undefined;
}

/** `log.debug(unit);`: what is told something, and whose answer nobody takes, has no part in the result. */
function isOnlyTold(identifier: TSESTree.Node): boolean {
  const member = wrapped(identifier).parent;
  const call = member?.type === "MemberExpression" && unwrap(member.object) === identifier ? wrapped(member).parent : undefined;
  return call?.type === "CallExpression" && unwrap(call.callee) === member && wrapped(call).parent?.type === "ExpressionStatement";
}

/** `this` of a function that is written with its own, as methods are. */
function findOwnThis(file: FileFacts, node: FunctionNode): TSESTree.Node | undefined {
  let found: TSESTree.Node | undefined;
  if (node.type !== "FunctionExpression") return undefined;
  walk(node.body, file.visitorKeys, (at) => {
    if (at.type === "ThisExpression") found ??= at;
    return !isFunction(at) || at.type === "ArrowFunctionExpression";
  });
  return found;
}

/** Whether each instance makes a memoized function of its own: in a field or through `this`. */
function isKeptByInstance(call: CallNode): boolean {
  for (let at: TSESTree.Node | undefined = call; at?.parent != null; at = at.parent) {
    const { parent } = at;
    if (parent.type === "PropertyDefinition") return !parent.static;
    if (parent.type === "AssignmentExpression" && parent.left.type === "MemberExpression") return unwrap(parent.left.object).type === "ThisExpression";
    if (isFunction(parent)) return false;
  }
  return false;
}
