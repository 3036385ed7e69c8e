/** What the failures of a way out have to do with the handle. */
import type { TSESTree } from "@typescript-eslint/utils";

import { methodsFailingByEvent } from "../../catalogue/words/handle-calls.ts";
import { calleeName, receiverOf, unwrap } from "../../syntax/tree.ts";
import { failuresOf } from "./failures.ts";
import type { HeldPath } from "./held-path.ts";

/** Whether each failure on the way is one of a method of the handle itself: `database.prepare(text)`. */
export function failsAtHandle(path: HeldPath, variable: string): boolean {
  return failuresOf(path).every(({ node }) => (node.type === "AwaitExpression" ? isCallOn(node.argument, variable) : isCallOn(node, variable) && !reportsByEvent(node)));
}

function reportsByEvent(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && methodsFailingByEvent.test(calleeName(node) ?? "");
}

/** Whether an expression is `handle.open()`, `handle.parts.first.open()` or `handle.ready`. */
export function isCallOn(expression: TSESTree.Node, variable: string): boolean {
  let at: TSESTree.Node | undefined = unwrap(expression);
  while (at?.type === "CallExpression" || at?.type === "MemberExpression") at = at.type === "CallExpression" ? receiverOf(at) : unwrap(at.object);
  return at?.type === "Identifier" && at.name === variable;
}
