/** Calls whose failure is part of their job, told by their names; any other call can throw as well, but who reads that calls it noise. */
import type { TSESTree } from "@typescript-eslint/utils";

import { failingCalls } from "../catalogue/words/outcomes.ts";
import { calleeName } from "../syntax/tree.ts";

/** Answers whether a node is a call of such a name: `JSON.parse(text)`, `readFileSync(path)`, `validate(options)`. */
export function isFailingByName(node: TSESTree.Node): boolean {
  return (node.type === "CallExpression" || node.type === "NewExpression") && failingCalls.test(calleeName(node) ?? "");
}
