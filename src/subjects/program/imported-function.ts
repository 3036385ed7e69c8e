/** The function of another file that a call runs. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { isFunction, type FunctionNode } from "../../syntax/tree.ts";

/** Finds the function of the project that a call of an import runs; what has a wrapper around it, or is no single function, is none. */
export function importedFunction(file: FileFacts, call: TSESTree.CallExpression): Located<FunctionNode> | undefined {
  const found = file.project.definitionOf(call.callee);
  return found !== undefined && isFunction(found.node) ? { file: found.file, node: found.node } : undefined;
}
