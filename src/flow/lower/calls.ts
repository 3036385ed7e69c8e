import type { TSESTree } from "@typescript-eslint/utils";
import type { Lowering, LowerTable } from "./lowering.ts";

/** Calls, and what else runs code of others and may throw. */
export const calls: LowerTable = {
  CallExpression(lowering, node) {
    lowering.lowerChild(node.callee);
    if (node.optional) lowering.testOptional(node.callee);
    lowerInvocation(lowering, node);
  },
  NewExpression(lowering, node) {
    lowering.lowerChild(node.callee);
    lowerInvocation(lowering, node);
  },
  TaggedTemplateExpression(lowering, node) {
    lowering.lowerChildren(node);
    lowering.addThrowingStep("evaluate", node);
  },
  /** A module that cannot be loaded rejects the promise; the throw is that of its `await`. */
  ImportExpression(lowering, node) {
    lowering.lowerChildren(node);
    lowering.addStep("evaluate", node);
  },
  AwaitExpression(lowering, node) {
    lowering.lowerChild(node.argument);
    lowering.addThrowingStep("evaluate", node);
    if (lowering.neverReturns(node)) lowering.builder.end();
  },
  /** A generator is resumed by `next()`, `throw()` or `return()`. */
  YieldExpression(lowering, node) {
    lowering.lowerChild(node.argument);
    lowering.addThrowingStep("evaluate", node);
    lowering.builder.mayLeaveByReturn();
  },
};

function lowerInvocation(lowering: Lowering, node: TSESTree.CallExpression | TSESTree.NewExpression): void {
  lowering.lowerEach(node.arguments);
  lowering.addThrowingStep("evaluate", node);
  if (lowering.neverReturns(node)) lowering.builder.end();
}
