/** Numbers that the file writes out. */
import type { TSESTree } from "@typescript-eslint/utils";

import { unwrap } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import { initializerOf } from "./variables.ts";

/** A number as it is written, or as a constant holds it; products are worked out. */
export function writtenNumberOf(file: FileFacts, expression: TSESTree.Node, depth = 0): number | undefined {
  const node = unwrap(expression);
  if (depth > 4) return undefined;
  if (node.type === "Literal") return typeof node.value === "number" ? node.value : undefined;
  if (node.type === "Identifier") {
    const variable = file.variables.variableOf(node);
    const init = variable === undefined ? undefined : initializerOf(variable);
    return init === undefined ? undefined : writtenNumberOf(file, init, depth + 1);
  }
  if (node.type !== "BinaryExpression" || node.operator !== "*") return undefined;
  const [left, right] = [node.left, node.right].map((side) => writtenNumberOf(file, side, depth + 1));
  return left === undefined || right === undefined ? undefined : left * right;
}
