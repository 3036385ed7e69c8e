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
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined || depth > MAXIMUM_DEPTH) return undefined;
  const init = initializerOf(variable);
  if (init !== undefined) return ownerOfObjectAt(file, init, depth + 1) ?? ownerMadeBy(file, init, depth);
  return variable.defs[0]?.type === "Parameter" ? ownerOfParameter(file, variable, depth) : undefined;
}

/** What a factory of the file hands out: `const presence = createPresence()`. */
function ownerMadeBy(file: FileFacts, made: TSESTree.Node, depth: number): InstanceOwner | undefined {
  const call = unwrap(made);
  const factory = call.type === "CallExpression" ? file.functions.calledFunction(call) : undefined;
  const [given, ...others] = factory === undefined || factory.async ? [] : file.functions.returnedBy(factory);
  return given === undefined || others.length > 0 ? undefined : ownerOfObjectAt(file, given, depth + 1);
}

function instanceOfThis(file: FileFacts, node: TSESTree.ThisExpression): InstanceOwner | undefined {
  const found = findThisOwner(node, file.variables);
  return found?.isStatic === false ? found.owner : undefined;
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
