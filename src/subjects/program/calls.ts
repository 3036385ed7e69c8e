/** The uses of a declared function or class. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { isClass, memberName } from "../../syntax/tree.ts";
import { isExportsOf } from "./standing.ts";

/** The uses of a declared name, or of what is exported without one, as a value in its own file; exports are none. */
export function ownUsesOf(file: FileFacts, name: TSESTree.Node): readonly Located[] {
  return [...usesByName(file, name), ...usesOfExport(file, name)];
}

/** `exports.run()` of `exports.run = function () {}`. */
function usesOfExport(file: FileFacts, value: TSESTree.Node): readonly Located[] {
  const holder = value.parent?.type === "FunctionExpression" ? value.parent.parent : value.parent;
  const target = holder?.type === "AssignmentExpression" ? holder.left : undefined;
  const member = target?.type === "MemberExpression" && isExportsOf(target.object) ? memberName(target) : undefined;
  if (member === undefined) return [];
  return file.mentions.membersNamed(member).filter((node) => node !== target && isExportsOf(node.object)).map((node) => ({ file, node }));
}

function usesByName(file: FileFacts, name: TSESTree.Node): readonly Located[] {
  const variable = file.variables.variableOf(name);
  // In its own body the name of a class is a variable of its own.
  const [definition] = variable?.defs ?? [];
  const inner = isClass(definition?.node) ? file.variables.declared.filter((each) => each !== variable && each.defs[0]?.node === definition.node) : [];
  const references = [...(variable?.references ?? []), ...inner.flatMap((each) => each.references)];
  return references.filter(({ init, identifier, isValueReference }) => init !== true && isValueReference && !isExport(identifier)).map(({ identifier }) => ({ file, node: identifier }));
}

/** `export { run }`, `export default run`, `module.exports = run`, `exports.run = run`, `module.exports = { run }`. */
function isExport(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration") return true;
  const outer = parent?.type === "Property" && parent.parent.type === "ObjectExpression" ? parent.parent : node;
  const target = outer.parent?.type === "AssignmentExpression" && outer.parent.right === outer ? outer.parent.left : undefined;
  const base = target?.type === "MemberExpression" ? target.object : undefined;
  const named = base?.type === "MemberExpression" ? base.object : base;
  return named?.type === "Identifier" && (named.name === "module" || named.name === "exports");
}
