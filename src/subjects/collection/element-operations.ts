/** What is done inside the collections that are entries of a collection: `outer.get(a).delete(b)` leaves the entry `a` where it is. */
import type { TSESTree } from "@typescript-eslint/utils";

import { inserting, removingElements } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { memberName, wrapped } from "../../syntax/tree.ts";

interface ElementOperation {
  readonly kind: "element-insert" | "element-remove";
  readonly node: TSESTree.Node;
  readonly key: TSESTree.Node | undefined;
}

/** Collects what is done with an element that `expression` has just given: directly, or through the variable that takes it. */
export function elementOperations(file: FileFacts, expression: TSESTree.Node): ElementOperation[] {
  const node = outermost(expression);
  const parent = node.parent;
  if (parent === undefined) return [];
  const direct = operationOn(node);
  if (direct !== undefined) return [direct];
  const target = parent.type === "VariableDeclarator" && parent.init === node ? parent.id : parent.type === "AssignmentExpression" && parent.right === node ? parent.left : undefined;
  return target === undefined ? [] : operationsOnTarget(file, target);
}

/** By the variable that takes the element, or those that take parts of it: `const { readers } = entry; readers.add(one);`. */
function operationsOnTarget(file: FileFacts, target: TSESTree.Node): ElementOperation[] {
  if (target.type === "ObjectPattern") return namesInPattern(target).flatMap((part) => referencesOf(file, part).flatMap((reference) => operationOn(reference, true) ?? []));
  return target.type !== "Identifier" ? [] : referencesOf(file, target).flatMap((reference) => operationOn(reference) ?? operationsOnParts(file, reference));
}

function operationsOnParts(file: FileFacts, element: TSESTree.Node): ElementOperation[] {
  const { parent } = wrapped(element);
  return parent?.type === "VariableDeclarator" && parent.init === wrapped(element) && parent.id.type === "ObjectPattern" ? operationsOnTarget(file, parent.id) : [];
}

function namesInPattern({ properties }: TSESTree.ObjectPattern): TSESTree.Identifier[] {
  return properties.flatMap((property) => (property.type === "Property" && property.value.type === "Identifier" ? [property.value] : []));
}

function referencesOf(file: FileFacts, name: TSESTree.Identifier): readonly TSESTree.Node[] {
  return (file.variables.variableOf(name)?.references ?? []).filter(({ init }) => init !== true).map(({ identifier }) => identifier);
}

/** Steps out of `(outer.get(a) ?? fallback)`, type assertions, and the call or member that gives the element. */
export function outermost(expression: TSESTree.Node): TSESTree.Node {
  const node = wrapped(expression);
  const parent = node.parent;
  return parent?.type === "LogicalExpression" && parent.operator !== "&&" ? outermost(parent) : node;
}

/** `isPart`: the expression is a member of the element, `entry.readers`, which may be a list or a map in its turn. */
function operationOn(expression: TSESTree.Node, isPart = false): ElementOperation | undefined {
  const node = wrapped(expression);
  const member = node.parent;
  if (member?.type !== "MemberExpression" || member.object !== node) return undefined;
  const outer = wrapped(member);
  const parent = outer.parent;
  if (!isPart && !member.computed && parent?.type === "MemberExpression" && parent.object === outer) return operationOn(member, true);
  if (parent?.type === "UnaryExpression" && parent.operator === "delete") return { kind: "element-remove", node: parent, key: member.property };
  if (parent?.type === "AssignmentExpression" && parent.left === outer) {
    if (memberName(member) === "length") return { kind: "element-remove", node: parent, key: undefined };
    return member.computed ? { kind: "element-insert", node: parent, key: member.property } : undefined;
  }
  if (parent?.type !== "CallExpression" || parent.callee !== outer) return undefined;
  const name = memberName(member) ?? "";
  if (inserting.has(name)) return { kind: "element-insert", node: parent, key: parent.arguments[0] };
  if (isInsertingSplice(parent)) return { kind: "element-insert", node: parent, key: parent.arguments[2] };
  return removingElements.has(name) ? { kind: "element-remove", node: parent, key: parent.arguments[0] } : undefined;
}

/** `list.splice(index, 0, element)` puts in and takes nothing out. */
export function isInsertingSplice(call: TSESTree.CallExpression): boolean {
  const count = call.arguments[1];
  return call.arguments.length > 2 && count?.type === "Literal" && count.value === 0 && call.callee.type === "MemberExpression" && memberName(call.callee) === "splice";
}
