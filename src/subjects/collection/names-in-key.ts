/** The names that a key is made of, which tell what it is the key of. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { isFunction, memberName, walk } from "../../syntax/tree.ts";

/** How many variables are looked through: `const key = keyOf(uri); const uri = folder.uri`. */
const MAXIMUM_DEPTH = 3;

/** Collects the variables and members of a key expression, and of the expressions its variables are declared with. */
export function namesInKey(file: FileFacts, key: TSESTree.Node, depth = 0): readonly string[] {
  const names: string[] = [];
  walk(key, file.visitorKeys, (node) => {
    // A new object is another one whatever it is made of.
    if (isFunction(node) || node.type === "NewExpression") return false;
    if (node.type === "MemberExpression") names.push(memberName(node) ?? "");
    if (node.type !== "Identifier" || isMemberName(node)) return true;
    names.push(node.name);
    const variable = file.variables.variableOf(node);
    const init = variable === undefined ? undefined : initializerOf(variable);
    if (init !== undefined && !isFunction(init) && depth < MAXIMUM_DEPTH) names.push(...namesInKey(file, init, depth + 1));
    return true;
  });
  return names;
}

/** The name after a dot, which its member expression has told already, or before a colon. */
function isMemberName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  return parent.type === "Property" && parent.key === node && !parent.computed;
}
