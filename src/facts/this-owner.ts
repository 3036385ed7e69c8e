/** Whose `this` an expression means. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isClass, isFunction, memberName, unwrap, type ClassNode, type FunctionNode } from "../syntax/tree.ts";
import type { Variables } from "./variables.ts";

/** What `this` is an instance of: a class, a constructor function with prototype methods, or an object literal with methods. */
export type InstanceOwner = ClassNode | FunctionNode | TSESTree.ObjectExpression;

export interface ThisOwner {
  readonly owner: InstanceOwner;
  /** True where `this` is the class itself. */
  readonly isStatic: boolean;
}

/** Finds whose `this` holds at `node`; undefined at the top level and where only the caller knows. */
export function findThisOwner(node: TSESTree.Node, variables: Variables): ThisOwner | undefined {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    const parent: TSESTree.Node | undefined = at.parent ?? undefined;
    if (at.type === "StaticBlock") return isClass(at.parent.parent) ? { owner: at.parent.parent, isStatic: true } : undefined;
    if ((parent?.type === "PropertyDefinition" || parent?.type === "AccessorProperty") && parent.value === at && !isPlainFunction(at)) {
      return { owner: parent.parent.parent, isStatic: parent.static };
    }
    if (!isPlainFunction(at) || isBoundToOuterThis(at)) continue;
    return ownerOfFunction(at, variables);
  }
  return undefined;
}

/** Finds what the `this` inside a function (not an arrow function) is. */
export function ownerOfFunction(node: FunctionNode, variables: Variables): ThisOwner | undefined {
  const parent = node.parent;
  if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition") {
    return { owner: parent.parent.parent, isStatic: parent.static };
  }
  if (parent.type === "Property" && parent.value === node && parent.parent.type === "ObjectExpression") {
    return { owner: ownerOfObject(parent.parent, variables) ?? parent.parent, isStatic: false };
  }
  if (parent.type === "AssignmentExpression" && parent.right === node && parent.left.type === "MemberExpression") {
    const target = unwrap(parent.left.object);
    const prototypeOwner = prototypeOf(target, variables);
    if (prototypeOwner !== undefined) return { owner: prototypeOwner, isStatic: false };
    const constructorNode = constructorNamed(target, variables);
    if (constructorNode !== undefined) return { owner: constructorNode, isStatic: true };
    return undefined;
  }
  return node.type === "ArrowFunctionExpression" ? undefined : { owner: node, isStatic: false };
}

function isPlainFunction(node: TSESTree.Node): node is FunctionNode {
  return isFunction(node) && node.type !== "ArrowFunctionExpression";
}

/** `function () { … }.bind(this)`, and a callback followed by `this` as in `xs.forEach(function () {}, this)`. */
function isBoundToOuterThis(node: FunctionNode): boolean {
  const parent = node.parent;
  if (parent.type === "MemberExpression" && parent.object === node && memberName(parent) === "bind") {
    const call = parent.parent;
    return call.type === "CallExpression" && call.arguments[0]?.type === "ThisExpression";
  }
  if (parent.type !== "CallExpression") return false;
  const index = parent.arguments.indexOf(node as TSESTree.FunctionExpression);
  return index >= 0 && parent.arguments[index + 1]?.type === "ThisExpression";
}

/** `X.prototype = { … }` and `Object.assign(X.prototype, { … })`: methods of X. */
function ownerOfObject(object: TSESTree.ObjectExpression, variables: Variables): InstanceOwner | undefined {
  const parent = object.parent;
  if (parent.type === "AssignmentExpression" && parent.right === object) return prototypeOf(unwrap(parent.left), variables);
  if (parent.type === "CallExpression" && parent.arguments[0] !== undefined) return prototypeOf(unwrap(parent.arguments[0]), variables);
  return undefined;
}

function prototypeOf(node: TSESTree.Node, variables: Variables): InstanceOwner | undefined {
  if (node.type !== "MemberExpression" || memberName(node) !== "prototype") return undefined;
  return constructorNamed(unwrap(node.object), variables);
}

function constructorNamed(node: TSESTree.Node, variables: Variables): ClassNode | FunctionNode | undefined {
  if (node.type !== "Identifier") return undefined;
  // The overload signatures of a function are definitions too; only one of them has a body.
  const definition = variables.variableOf(node)?.defs.find((one) => one.type !== "FunctionName" || isFunction(one.node));
  if (definition === undefined) return undefined;
  if (definition.type === "ClassName") return definition.node;
  if (definition.type === "FunctionName") return isFunction(definition.node) ? definition.node : undefined;
  if (definition.type !== "Variable" || definition.node.init === null) return undefined;
  const init = unwrap(definition.node.init);
  return isClass(init) || isFunction(init) ? init : undefined;
}
