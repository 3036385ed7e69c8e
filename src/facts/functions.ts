/** The functions of a file: what each is called, whose member it is, and which part it plays in its owner's life. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Lifecycles } from "../catalogue/lifecycles.ts";
import { hookMemos, methodsOfFunctions } from "../catalogue/words/function-wrappers.ts";
import { spokenName } from "../catalogue/words/symbol-names.ts";
import { lazy } from "../syntax/lazy.ts";
import { enclosingFunction, isClass, isFunction, memberName, unwrap, type FunctionNode } from "../syntax/tree.ts";
import type { NodeIndex } from "./node-index.ts";
import { findThisOwner, ownerOfFunction, type InstanceOwner } from "./this-owner.ts";
import { writesOf, type Variable, type Variables } from "./variables.ts";

/**
 * - `constructor`, `setup`, `teardown`, `method`: members of a class, prototype or object literal, by their part in its life;
 * - `immediate`: called where it is written;
 * - `callback`: passed to a call;
 * - `function`: any other.
 */
export type FunctionRole = "constructor" | "setup" | "teardown" | "method" | "immediate" | "callback" | "function";

export interface FunctionFact {
  readonly node: FunctionNode;
  readonly name: string | undefined;
  readonly role: FunctionRole;
  /** The class, constructor function or object literal it is a member of. */
  readonly owner: InstanceOwner | undefined;
  readonly isStatic: boolean;
}

export interface Functions {
  readonly all: readonly FunctionFact[];
  factOf(node: FunctionNode): FunctionFact;
  /** The member functions of a class, constructor function or object literal. */
  membersOf(owner: InstanceOwner): readonly FunctionFact[];
  /** The function that a call in this file reaches; undefined where it may be another or is not in the file. */
  calledFunction(call: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression): FunctionNode | undefined;
  /** The function an expression is, followed through single-assignment variables and methods. */
  functionValueOf(expression: TSESTree.Node): FunctionNode | undefined;
  /** The expressions that a function returns, in source order: those of its `return` statements, or its one expression. */
  returnedBy(node: FunctionNode): readonly TSESTree.Expression[];
}

export function buildFunctions({ functions: nodes, returns }: Pick<NodeIndex, "functions" | "returns">, variables: Variables, lifecycles: Lifecycles): Functions {
  const facts = new Map<FunctionNode, FunctionFact>(nodes.map((node) => [node, describe(node, variables, lifecycles)]));
  const members = new Map<InstanceOwner, FunctionFact[]>();
  const named = new Map<InstanceOwner, Map<string, FunctionFact[]>>();
  for (const fact of facts.values()) {
    if (fact.owner === undefined) continue;
    const list = members.get(fact.owner);
    if (list === undefined) members.set(fact.owner, [fact]);
    else list.push(fact);
    if (fact.name === undefined) continue;
    const byName = named.get(fact.owner) ?? new Map<string, FunctionFact[]>();
    named.set(fact.owner, byName);
    const sameName = byName.get(fact.name);
    if (sameName === undefined) byName.set(fact.name, [fact]);
    else sameName.push(fact);
  }

  const memberNamed = (owner: InstanceOwner, name: string, isStatic: boolean): FunctionNode | undefined => {
    const sameName = named.get(owner)?.get(name);
    if (sameName === undefined) return undefined;
    const found = sameName.filter((fact) => fact.isStatic === isStatic);
    return found[0] !== undefined && found.length === 1 && !isAccessor(found[0].node) ? found[0].node : undefined;
  };

  const ofVariables = new Map<Variable, FunctionNode | undefined>();
  const returnedBy = lazy(() => sortReturns(returns));

  const functionValueOf = (expression: TSESTree.Node, depth = 0): FunctionNode | undefined => {
    if (depth > 6) return undefined;
    const node = unwrap(expression);
    if (isFunction(node)) return node;
    if (node.type === "Identifier") {
      const variable = variables.variableOf(node);
      if (variable === undefined) return undefined;
      if (ofVariables.has(variable)) return ofVariables.get(variable);
      const found = functionOfVariable(variable, (init) => functionValueOf(init, depth + 1));
      // What is cut off by the depth is not kept.
      if (found !== undefined || depth === 0) ofVariables.set(variable, found);
      return found;
    }
    if (node.type !== "MemberExpression") return undefined;
    const name = memberName(node);
    if (name === undefined) return undefined;
    const object = unwrap(node.object);
    return memberOf(object, name) ?? (methodsOfFunctions.has(name) ? functionValueOf(object, depth + 1) : undefined);
  };

  const memberOf = (object: TSESTree.Node, name: string): FunctionNode | undefined => {
    if (object.type === "ThisExpression") {
      const owner = findThisOwner(object, variables);
      return owner === undefined ? undefined : memberNamed(owner.owner, name, owner.isStatic);
    }
    const owner = object.type === "Identifier" ? objectNamed(object, variables) : undefined;
    return owner === undefined ? undefined : memberNamed(owner, name, isClass(owner) || isFunction(owner));
  };

  return {
    all: [...facts.values()],
    factOf: (node) => facts.get(node) ?? describe(node, variables, lifecycles),
    membersOf: (owner) => members.get(owner) ?? [],
    calledFunction(call) {
      const callee = call.type === "TaggedTemplateExpression" ? call.tag : call.callee;
      if (call.type !== "NewExpression") return functionValueOf(callee);
      const owner = callee.type === "Identifier" ? objectNamed(callee, variables) : undefined;
      return owner === undefined ? undefined : isFunction(owner) ? owner : memberNamed(owner, "constructor", false);
    },
    functionValueOf: (expression) => functionValueOf(expression),
    returnedBy: (node) => (node.body.type === "BlockStatement" ? (returnedBy().get(node) ?? []) : [node.body]),
  };
}

function sortReturns(returns: readonly TSESTree.ReturnStatement[]): ReadonlyMap<FunctionNode, readonly TSESTree.Expression[]> {
  const byFunction = new Map<FunctionNode, TSESTree.Expression[]>();
  for (const statement of returns) {
    const owner = enclosingFunction(statement);
    if (owner === undefined || statement.argument === null) continue;
    const list = byFunction.get(owner);
    if (list === undefined) byFunction.set(owner, [statement.argument]);
    else list.push(statement.argument);
  }
  return byFunction;
}

function functionOfVariable(variable: Variable, valueOf: (init: TSESTree.Node) => FunctionNode | undefined): FunctionNode | undefined {
  const definition = variable.defs[0];
  if (definition === undefined || variable.defs.length !== 1) return undefined;
  if (writesOf(variable).some((write) => write.init !== true)) return undefined;
  if (definition.type === "FunctionName") return isFunction(definition.node) ? definition.node : undefined;
  if (definition.type !== "Variable" || definition.node.init === null || definition.node.id.type !== "Identifier") return undefined;
  const init = unwrap(definition.node.init);
  const memoized = init.type === "CallExpression" && calleeIsHookMemo(init) ? init.arguments[0] : undefined;
  return valueOf(memoized ?? init);
}

/** `useCallback(fn, deps)`: the function that comes back is the one that went in. */
function calleeIsHookMemo(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" ? memberName(callee) : undefined;
  return hookMemos.has(name ?? "");
}

/** A getter is no value of its member: what it returns is. */
function isAccessor({ parent }: FunctionNode): boolean {
  return (parent.type === "MethodDefinition" || parent.type === "Property") && (parent.kind === "get" || parent.kind === "set");
}

function objectNamed(identifier: TSESTree.Identifier, variables: Variables): InstanceOwner | undefined {
  const variable = variables.variableOf(identifier);
  const definition = variable?.defs[0];
  if (variable === undefined || definition === undefined || writesOf(variable).some((write) => write.init !== true)) return undefined;
  if (definition.type === "ClassName") return definition.node;
  if (definition.type === "FunctionName") return isFunction(definition.node) ? definition.node : undefined;
  if (definition.type !== "Variable" || definition.node.init === null || definition.node.id.type !== "Identifier") return undefined;
  const init = unwrap(definition.node.init);
  return isClass(init) || init.type === "ObjectExpression" ? init : undefined;
}

function describe(node: FunctionNode, variables: Variables, lifecycles: Lifecycles): FunctionFact {
  const found = isMemberFunction(node) ? ownerOfFunction(node, variables) : undefined;
  const owner = found?.owner === node ? undefined : found?.owner;
  const name = nameOf(node);
  return { node, name, owner, isStatic: found?.isStatic ?? false, role: roleOf(node, name, owner !== undefined, lifecycles) };
}

function isMemberFunction(node: FunctionNode): boolean {
  const parent = node.parent;
  return parent.type === "MethodDefinition" || parent.type === "PropertyDefinition" || parent.type === "Property" || parent.type === "AssignmentExpression";
}

function nameOf(node: FunctionNode): string | undefined {
  const parent = node.parent;
  switch (parent.type) {
    case "MethodDefinition":
      return parent.kind === "constructor" ? "constructor" : memberName(parent) ?? symbolNameOf(parent);
    case "PropertyDefinition":
    case "Property":
      return memberName(parent) ?? symbolNameOf(parent);
    case "AssignmentExpression": {
      const left = unwrap(parent.left);
      return left.type === "MemberExpression" ? memberName(left) : left.type === "Identifier" ? left.name : undefined;
    }
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? parent.id.name : undefined;
    default:
      return node.type === "ArrowFunctionExpression" ? undefined : node.id?.name;
  }
}

/** `[kClose]() {}`: a member that is named by a symbol which a variable holds. */
function symbolNameOf({ computed, key }: TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.Property): string | undefined {
  const name = key.type === "Identifier" ? key.name : key.type === "MemberExpression" ? memberName(key) : undefined;
  return computed && name !== undefined ? `[${name}]` : undefined;
}

function roleOf(node: FunctionNode, name: string | undefined, isMember: boolean, { teardownNames, setupNames }: Lifecycles): FunctionRole {
  const parent = node.parent;
  if (parent.type === "CallExpression" || parent.type === "NewExpression") return parent.callee === node ? "immediate" : "callback";
  if (!isMember) return "function";
  if (name === "constructor") return "constructor";
  const spoken = name === undefined ? undefined : spokenName(name).replace(/^[_#]/, "");
  if (spoken !== undefined && teardownNames.has(spoken)) return "teardown";
  if (spoken !== undefined && setupNames.has(spoken)) return "setup";
  return "method";
}
