/** Whose instance an object is that a function is given: by its annotation, or by what the callers of the file give. */
import type { TSESTree } from "@typescript-eslint/utils";

import { annotationOf } from "../syntax/annotations.ts";
import { isClass, isFunction, memberName, unwrap, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import { findThisOwner, type InstanceOwner } from "./this-owner.ts";
import { initializerOf, type Variable } from "./variables.ts";

/** How many functions an object is followed through. */
const MAXIMUM_DEPTH = 3;

/** Answers which class or object literal of the file an expression is an instance of; undefined where nothing tells, or callers give different ones. */
export function ownerOfObjectAt(file: FileFacts, expression: TSESTree.Node, depth = 0): InstanceOwner | undefined {
  const node = unwrap(expression);
  if (node.type === "ThisExpression") return instanceOfThis(file, node);
  if (node.type === "ObjectExpression") return node;
  if (node.type === "NewExpression") return classNamed(file, node.callee);
  if (depth > MAXIMUM_DEPTH) return undefined;
  if (node.type === "CallExpression") return ownerMadeBy(file, node, depth);
  if (node.type === "MemberExpression") return ownerKeptAt(file, node, depth);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined) return undefined;
  const init = initializerOf(variable);
  if (init !== undefined) return ownerOfObjectAt(file, init, depth + 1);
  return variable.defs[0]?.type === "Parameter" ? ownerOfParameter(file, variable, depth) : undefined;
}

function instanceOfThis(file: FileFacts, node: TSESTree.ThisExpression): InstanceOwner | undefined {
  const found = findThisOwner(node, file.variables);
  return found?.isStatic === false ? found.owner : undefined;
}

/** The object that a function of the file makes for whoever calls it: `return { join, leave }`, `return api`, `return new Lobby()`. */
function ownerMadeBy(file: FileFacts, call: TSESTree.CallExpression, depth: number): InstanceOwner | undefined {
  const called = file.functions.calledFunction(call);
  const returned = called === undefined || called.async || called.generator ? [] : file.functions.returnedBy(called);
  const [first] = returned;
  return first !== undefined && returned.length === 1 ? ownerOfObjectAt(file, first, depth + 1) : undefined;
}

/** What a field is given, where it is given one thing. */
function ownerKeptAt(file: FileFacts, member: TSESTree.MemberExpression, depth: number): InstanceOwner | undefined {
  const place = file.places.placeOf(member);
  const [store, ...others] = place === undefined ? [] : file.stores.storesTo(place);
  return store?.value === undefined || others.length > 0 ? undefined : ownerOfObjectAt(file, store.value, depth + 1);
}

/** The class of the file that a name means. */
export function classNamed(file: FileFacts, name: TSESTree.Node): InstanceOwner | undefined {
  const definition = name.type === "Identifier" ? file.variables.variableOf(name)?.defs[0] : undefined;
  return definition?.type === "ClassName" && isClass(definition.node) ? definition.node : undefined;
}

function ownerOfParameter(file: FileFacts, variable: Variable, depth: number): InstanceOwner | undefined {
  const [identifier] = variable.identifiers;
  const annotation = identifier === undefined ? undefined : annotationOf(identifier);
  const annotated = annotation?.type === "TSTypeReference" ? classNamed(file, annotation.typeName) : undefined;
  if (annotated !== undefined) return annotated;
  const owner = variable.defs[0]?.node;
  const index = isFunction(owner) ? owner.params.findIndex((parameter) => parameter === identifier) : -1;
  const name = isFunction(owner) ? file.functions.factOf(owner).name : undefined;
  if (!isFunction(owner) || index < 0 || name === undefined) return undefined;
  const given = file.calls.named(name).filter((call) => file.functions.calledFunction(call) === owner).map((call) => call.arguments[index]);
  const owners = given.map((argument) => (argument === undefined ? undefined : ownerOfObjectAt(file, argument, depth + 1)));
  const [first] = owners;
  return first !== undefined && owners.every((one) => one === first) ? first : undefined;
}

/** The method of the file that a call on such an object runs: `feed.open()`. */
export function methodOfObject(file: FileFacts, call: CallNode): FunctionNode | undefined {
  const callee = unwrap(call.callee);
  const name = callee.type === "MemberExpression" ? memberName(callee) : undefined;
  if (callee.type !== "MemberExpression" || name === undefined || unwrap(callee.object).type === "ThisExpression") return undefined;
  const owner = ownerOfObjectAt(file, callee.object);
  return owner === undefined ? undefined : file.functions.membersOf(owner).find((fact) => fact.name === name && !fact.isStatic)?.node;
}
