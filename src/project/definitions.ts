/** What an imported name stands for in the file that has it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../facts/file-facts.ts";
import { initializerOf } from "../facts/variables.ts";
import { isClass, isFunction, memberName, unwrap } from "../syntax/tree.ts";
import { exportsOf } from "./exports.ts";
import type { Workspace } from "./workspace.ts";

/** Finds the function, class or value that an imported expression stands for; undefined where it is none of the project, or is not sure to be one and the same. */
export function findDefinition(workspace: Workspace, path: string, file: FileFacts, expression: TSESTree.Node): Located | undefined {
  const imported = file.imports.importedValueOf(expression);
  const origin = imported === undefined ? undefined : workspace.originOf(imported, path);
  const facts = origin === undefined || workspace.allowance.isSpent ? undefined : workspace.factsOf(origin.file);
  if (origin === undefined || facts === undefined) return undefined;
  const { own } = exportsOf(facts);
  const [name = "", ...members] = origin.path;
  const exported = own.get(name);
  // `helpers.run` of a default import is taken from the default export, which a namespace has as well.
  const whole = exported === undefined ? (own.get("default") ?? own.get("")) : undefined;
  const found = exported === undefined ? memberValue(facts, whole, origin.path) : memberValue(facts, exported, members);
  return found === undefined ? undefined : { file: facts, node: found };
}

function memberValue(file: FileFacts, start: TSESTree.Node | undefined, members: readonly string[]): TSESTree.Node | undefined {
  let value = start === undefined ? undefined : valueOf(file, start);
  for (const name of members) value = value === undefined ? undefined : valueNamed(file, value, name);
  return value;
}

/** The value of a variable that is given but one, or of the declaration that an identifier names. */
function valueOf(file: FileFacts, node: TSESTree.Node): TSESTree.Node | undefined {
  const value = unwrap(node);
  if (value.type !== "Identifier") return value;
  const variable = file.variables.variableOf(value);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined || variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return undefined;
  if (isFunction(definition.node) || isClass(definition.node)) return definition.node;
  const init = initializerOf(variable);
  return init === undefined ? undefined : unwrap(init);
}

function valueNamed(file: FileFacts, owner: TSESTree.Node, name: string): TSESTree.Node | undefined {
  if (owner.type === "ObjectExpression") {
    const property = owner.properties.find((each) => each.type === "Property" && each.kind === "init" && memberName(each) === name);
    return property?.type === "Property" ? valueOf(file, property.value) : undefined;
  }
  if (!isClass(owner)) return undefined;
  const member = owner.body.body.find((each) => each.type === "MethodDefinition" && each.static && each.kind === "method" && memberName(each) === name);
  return member?.type === "MethodDefinition" ? member.value : undefined;
}
