import type { LowerTable } from "./lowering.ts";

/** Operators that change something; the others are only the run of their operands. */
export const operators: LowerTable = {
  UnaryExpression(lowering, node) {
    lowering.lowerChild(node.argument);
    if (node.operator === "delete") lowering.addStep("evaluate", node);
  },
};
