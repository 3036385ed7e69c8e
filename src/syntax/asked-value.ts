/** Values that are looked at and go no further. */
import type { TSESTree } from "@typescript-eslint/utils";

import { wrapped } from "./tree.ts";

/** Whether an expression only decides a branch or is compared, it or one of its properties, so that nobody has it afterwards. */
export function isOnlyAsked(expression: TSESTree.Node): boolean {
  const value = wrapped(expression);
  const { parent } = value;
  switch (parent?.type) {
    case "BinaryExpression":
    case "ExpressionStatement":
      return true;
    case "UnaryExpression":
      return parent.operator !== "delete";
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
      return parent.test === value;
    case "ConditionalExpression":
      return parent.test === value || isOnlyAsked(parent);
    case "LogicalExpression":
      // `timer && stop()` comes to the timer only where there is none.
      return (parent.left === value && parent.operator === "&&") || isOnlyAsked(parent);
    case "MemberExpression":
      return parent.object === value && isOnlyAsked(parent);
    default:
      return false;
  }
}
