/** Calls whose failure is part of their job, told by their names; any other call can throw as well, but who reads that calls it noise. */
import type { TSESTree } from "@typescript-eslint/utils";

import { calleeName } from "../syntax/tree.ts";

const FAILING = /Sync$|^(?:parse|validate|assert|check|ensure|verify|require|decode|decrypt|deserialize|compile|must|expect|throwIf)/;

/** Answers whether a node is a call of such a name: `JSON.parse(text)`, `readFileSync(path)`, `validate(options)`. */
export function isFailingByName(node: TSESTree.Node): boolean {
  return (node.type === "CallExpression" || node.type === "NewExpression") && FAILING.test(calleeName(node) ?? "");
}
