/** The class of a new object, in whichever file of the project it is. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { initializerOf } from "../../facts/variables.ts";
import { isClass, isFunction, unwrap, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";

/** Finds the class, or the constructor function, that a `new` makes an object of; undefined where no file in sight has it. */
export function classOfNew(file: FileFacts, { callee }: TSESTree.NewExpression): Located<InstanceOwner> | undefined {
  const own = ownClass(file, unwrap(callee));
  if (own !== undefined) return { file, node: own };
  const found = file.project.definitionOf(unwrap(callee));
  return found !== undefined && makesObjects(found.node) ? { file: found.file, node: found.node } : undefined;
}

function ownClass(file: FileFacts, callee: TSESTree.Node): InstanceOwner | undefined {
  const variable = callee.type === "Identifier" ? file.variables.variableOf(callee) : undefined;
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined) return undefined;
  const node = definition.type === "Variable" ? initializerOf(variable) : definition.node;
  const value = node === undefined ? undefined : unwrap(node);
  return value !== undefined && makesObjects(value) ? value : undefined;
}

function makesObjects(node: TSESTree.Node): node is ClassNode | FunctionNode {
  return isClass(node) || (isFunction(node) && node.type !== "ArrowFunctionExpression");
}
