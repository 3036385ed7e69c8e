/** Whether two keys are written the same and mean the same variables. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { unwrap, walk } from "../../syntax/tree.ts";

/** Answers it by text and by the variables in it; `const key = a + b` is the same as `a + b`. */
export function isSameKey(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): boolean {
  if (isWrittenAlike(file, one, other)) return true;
  const [left, right] = [valueOf(file, one), valueOf(file, other)];
  return (left !== one || right !== other) && isWrittenAlike(file, left, right);
}

function isWrittenAlike(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): boolean {
  const [left, right] = [unwrap(one), unwrap(other)];
  if (file.sourceCode.getText(left) !== file.sourceCode.getText(right)) return false;
  const [those, these] = [variablesIn(file, left), variablesIn(file, right)];
  return those.length === these.length && those.every((variable, index) => variable === these[index]);
}

function valueOf(file: FileFacts, key: TSESTree.Node): TSESTree.Node {
  const node = unwrap(key);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  return (variable === undefined ? undefined : initializerOf(variable)) ?? key;
}

function variablesIn(file: FileFacts, key: TSESTree.Node): unknown[] {
  const found: unknown[] = [];
  walk(key, file.visitorKeys, (node) => {
    if (node.type === "Identifier") found.push(file.variables.variableOf(node));
    return undefined;
  });
  return found;
}
