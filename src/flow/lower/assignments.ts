import type { TSESTree } from "@typescript-eslint/utils";
import type { Lowering, LowerTable } from "./lowering.ts";

/** What gives a value to something that exists already, and the defaults in patterns and parameters. */
export const assignments: LowerTable = {
  AssignmentExpression(lowering, node) {
    if (isLogical(node)) { lowerLogicalAssignment(lowering, node); return; }
    const isPattern = node.left.type === "ObjectPattern" || node.left.type === "ArrayPattern";
    lowering.lowerEach(isPattern ? [node.right, node.left] : [node.left, node.right]);
    lowering.addStep("assign", node);
  },
  UpdateExpression(lowering, node) {
    lowering.lowerChild(node.argument);
    lowering.addStep("assign", node);
  },
  /** The condition of the edge is the pattern, not its left side: `null` is a value given. */
  AssignmentPattern(lowering, node) {
    const { builder } = lowering;
    const missing = builder.createBlock();
    const after = builder.createBlock();

    builder.branch({ condition: node, test: "presence" }, after, missing);
    builder.start(missing);
    lowering.lowerChild(node.right);
    lowering.addStep("assign", node);
    builder.goTo(after);
    builder.start(after);
    lowering.lowerChild(node.left);
  },
};

function isLogical({ operator }: TSESTree.AssignmentExpression): boolean {
  return operator === "??=" || operator === "||=" || operator === "&&=";
}

/** `a ??= b` assigns on one of its ways only. */
function lowerLogicalAssignment(lowering: Lowering, node: TSESTree.AssignmentExpression): void {
  const { builder } = lowering;
  const assign = builder.createBlock();
  const after = builder.createBlock();
  const [whenTrue, whenFalse] = node.operator === "&&=" ? [assign, after] : [after, assign];

  lowering.lowerChild(node.left);
  builder.branch({ condition: node.left, test: node.operator === "??=" ? "presence" : "truth" }, whenTrue, whenFalse);
  builder.start(assign);
  lowering.lowerChild(node.right);
  lowering.addStep("assign", node);
  builder.goTo(after);
  builder.start(after);
}
