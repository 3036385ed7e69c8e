import type { LowerTable } from "./lowering.ts";

/** Functions are created where they stand; their bodies have graphs of their own. */
export const functions: LowerTable = {
  ArrowFunctionExpression: (lowering, node) => lowering.addStep("evaluate", node),
  FunctionDeclaration: (lowering, node) => lowering.addStep("evaluate", node),
  FunctionExpression: (lowering, node) => lowering.addStep("evaluate", node),
};
