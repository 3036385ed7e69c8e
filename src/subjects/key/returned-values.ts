import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionNode } from "../../syntax/tree.ts";

const MAXIMUM = 4;

/** Collects the expressions a function can return; undefined where it is a generator or returns in too many ways. */
export function collectReturns(file: FileFacts, node: FunctionNode): readonly TSESTree.Expression[] | undefined {
  if (node.generator) return undefined;
  const returned = file.functions.returnedBy(node);
  return returned.length > MAXIMUM ? undefined : returned;
}
