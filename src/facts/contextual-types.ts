/** Types of parameters that the function itself does not write down, for the place that takes it does: `const plan: Planner = (options) => …`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { annotationOf, returnTypeOf } from "../syntax/annotations.ts";
import { enclosingFunction, isFunction, memberName, wrapped, type FunctionNode } from "../syntax/tree.ts";
import { membersOfType } from "./declared-members.ts";
import type { FileFacts } from "./file-facts.ts";
import { resolveType } from "./type-annotations.ts";

/** How many object literals are looked through for the type of the outermost. */
const MAXIMUM_DEPTH = 3;

/** The type that the place that takes a function gives one of its parameters, where the file writes it down. */
export function contextualParameterType(file: FileFacts, owner: FunctionNode, index: number): TSESTree.TypeNode | undefined {
  if (owner.type === "FunctionDeclaration") return undefined;
  const expected = expectedType(file, owner);
  const resolved = expected === undefined ? undefined : resolveType(file, expected);
  const parameter = resolved?.type === "TSFunctionType" ? resolved.params[index] : undefined;
  return parameter === undefined || parameter.type === "RestElement" ? undefined : annotationOf(parameter);
}

/** The type that the place of a value asks for. */
function expectedType(file: FileFacts, value: TSESTree.Node, depth = 0): TSESTree.TypeNode | undefined {
  const node = wrapped(value);
  const { parent } = node;
  if (depth > MAXIMUM_DEPTH) return undefined;
  switch (parent?.type) {
    case "VariableDeclarator":
      return annotationOf(parent.id);
    case "PropertyDefinition":
      return annotationOf(parent);
    case "ReturnStatement":
      return resultType(enclosingFunction(parent));
    case "ArrowFunctionExpression":
      return parent.body === node ? resultType(parent) : undefined;
    case "Property": {
      const whole = parent.value === node && parent.parent.type === "ObjectExpression" ? expectedType(file, parent.parent, depth + 1) : undefined;
      return whole === undefined ? undefined : membersOfType(file, whole)?.members.find(({ name }) => name === memberName(parent))?.type;
    }
    default:
      return undefined;
  }
}

/** What a function is said to return; of those that wait or yield that is no type of the value. */
function resultType(host: TSESTree.Node | undefined): TSESTree.TypeNode | undefined {
  return host !== undefined && isFunction(host) && !host.async && !host.generator ? returnTypeOf(host) : undefined;
}
