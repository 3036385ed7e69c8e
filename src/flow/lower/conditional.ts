import type { LowerTable } from "./lowering.ts";

/** `if`, `?:`, and the logical operators where their value is used. */
export const conditional: LowerTable = {
  IfStatement(lowering, node) {
    const { builder } = lowering;
    const whenTrue = builder.createBlock();
    const after = builder.createBlock();
    const whenFalse = node.alternate === null ? after : builder.createBlock();

    lowering.lowerCondition(node.test, "truth", { whenTrue, whenFalse });
    builder.start(whenTrue);
    lowering.lowerChild(node.consequent);
    builder.goTo(after);
    if (whenFalse !== after) {
      builder.start(whenFalse);
      lowering.lowerChild(node.alternate);
      builder.goTo(after);
    }
    builder.start(after);
  },
  ConditionalExpression(lowering, node) {
    const { builder } = lowering;
    const whenTrue = builder.createBlock();
    const whenFalse = builder.createBlock();
    const after = builder.createBlock();

    lowering.lowerCondition(node.test, "truth", { whenTrue, whenFalse });
    for (const [block, branch] of [[whenTrue, node.consequent], [whenFalse, node.alternate]] as const) {
      builder.start(block);
      lowering.lowerChild(branch);
      builder.goTo(after);
    }
    builder.start(after);
  },
  LogicalExpression(lowering, node) {
    const { builder } = lowering;
    const right = builder.createBlock();
    const after = builder.createBlock();

    if (node.operator === "&&") lowering.lowerCondition(node.left, "truth", { whenTrue: right, whenFalse: after });
    else lowering.lowerCondition(node.left, node.operator === "??" ? "presence" : "truth", { whenTrue: after, whenFalse: right });
    builder.start(right);
    lowering.lowerChild(node.right);
    builder.goTo(after);
    builder.start(after);
  },
};
