/** The uses of a declared function or class. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";

/** The uses of a declared name as a value in its own file; exports are none. */
export function ownUsesOf(file: FileFacts, name: TSESTree.Identifier): readonly Located[] {
  const references = file.variables.variableOf(name)?.references ?? [];
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
