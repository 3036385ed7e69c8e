/** Handles that tell when they have been used up: `const { done, value } = await reader.read();`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { UsedUp } from "../../catalogue/entry.ts";
import { abortedFlags } from "../../catalogue/words/handle-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { pathInPattern } from "../../facts/places.ts";
import { declaratorOf, writesOf, type Variable } from "../../facts/variables.ts";
import type { Edge } from "../../flow/graph.ts";
import { calleeName, isNothing, memberName, receiverOf, unwrap } from "../../syntax/tree.ts";

/** A handle by its place, and how it tells. */
export interface UsedHandle {
  readonly key: string;
  readonly by: UsedUp;
}

/** Whether the edge is the failure of a use: then what it is of has failed as well, and nothing is held. */
export function failsAtUse(file: FileFacts, { from }: Edge, used: UsedHandle): boolean {
  const node = from.steps.at(-1)?.node;
  return node !== undefined && isUse(file, node.type === "AwaitExpression" ? node.argument : node, used);
}

/** Whether the edge is taken only when the handle has told that it is used up, or when its source has been aborted. */
export function tellsUsedUp(file: FileFacts, { kind, condition }: Edge, used: UsedHandle): boolean {
  if (condition === undefined || (kind !== "true" && kind !== "false")) return false;
  const { asked, holds } = askedByTest(unwrap(condition), kind === "true");
  if (asked.type === "MemberExpression" && abortedFlags.test(memberName(asked) ?? "")) return holds;
  const member = memberAsked(file, asked, used, 0);
  return (member === used.by.flag && holds) || (member === used.by.value && !holds);
}

/** `done`, `done === true`, `value === undefined`: what is asked, and whether it holds on the way. */
function askedByTest(test: TSESTree.Node, isTrue: boolean): { readonly asked: TSESTree.Node; readonly holds: boolean } {
  if (test.type !== "BinaryExpression" || !/^[!=]==?$/.test(test.operator)) return { asked: test, holds: isTrue };
  const [left, right] = [unwrap(test.left), unwrap(test.right)];
  const isSame = isTrue === test.operator.startsWith("=");
  if (isNothing(right)) return { asked: left, holds: !isSame };
  return right.type === "Literal" && typeof right.value === "boolean" ? { asked: left, holds: isSame === right.value } : { asked: test, holds: isTrue };
}

/** The member of an answer of the handle that an expression has. */
function memberAsked(file: FileFacts, node: TSESTree.Node, used: UsedHandle, depth: number): string | undefined {
  if (depth > 4) return undefined;
  if (node.type === "MemberExpression") return isAnswer(file, node.object, used, depth) ? memberName(node) : undefined;
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined) return undefined;
  const members = writesOf(variable).flatMap(({ identifier, writeExpr }) => memberWritten(file, variable, identifier, writeExpr ?? undefined, used, depth));
  const [first] = members;
  return first !== undefined && members.every((member) => member === first) ? first : undefined;
}

/** The member that one write puts into a variable; none for a constant, which it begins with. */
function memberWritten(file: FileFacts, variable: Variable, identifier: TSESTree.Node, value: TSESTree.Node | undefined, used: UsedHandle, depth: number): readonly (string | undefined)[] {
  const pattern = patternAround(identifier);
  if (pattern === undefined) return value === undefined || unwrap(value).type === "Literal" || isNothing(value) ? [] : [memberAsked(file, unwrap(value), used, depth + 1)];
  const source = pattern.parent.type === "VariableDeclarator" ? pattern.parent.init : pattern.parent.type === "AssignmentExpression" ? pattern.parent.right : null;
  if (source == null || !isAnswer(file, source, used, depth)) return [undefined];
  const property = pattern.properties.find((one) => one.type === "Property" && one.value === identifier);
  return [property?.type === "Property" ? memberName(property) : pathInPattern(pattern, variable)?.[0]];
}

function patternAround(identifier: TSESTree.Node): TSESTree.ObjectPattern | undefined {
  for (let at = identifier.parent; at != null; at = at.parent) {
    if (at.type === "ObjectPattern") return at;
    if (at.type !== "Property" && at.type !== "AssignmentPattern") return undefined;
  }
  return undefined;
}

/** Whether an expression has the awaited answer of a use. */
function isAnswer(file: FileFacts, expression: TSESTree.Node, used: UsedHandle, depth: number): boolean {
  const node = unwrap(expression);
  if (node.type === "AwaitExpression") return isUse(file, node.argument, used);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined || depth > 4) return false;
  const values = writesOf(variable).map(({ writeExpr }) => writeExpr).filter((value) => value != null);
  const isBound = declaratorOf(variable)?.id.type === "Identifier";
  return isBound && values.length > 0 && values.every((value) => isNothing(value) || isAnswer(file, value, used, depth + 1));
}

function isUse(file: FileFacts, expression: TSESTree.Node, { key, by }: UsedHandle): boolean {
  const call = unwrap(expression);
  if (call.type !== "CallExpression" || calleeName(call) !== by.method) return false;
  const receiver = receiverOf(call);
  return receiver !== undefined && file.places.placeOf(receiver)?.key === key;
}
