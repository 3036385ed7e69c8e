import type { LowerTable } from "./lowering.ts";

/** Statements that leave, and the labels they name. */
export const jumps: LowerTable = {
  ReturnStatement(lowering, node) {
    lowering.lowerChild(node.argument);
    lowering.addStep("return", node);
    lowering.builder.leaveByReturn();
  },
  ThrowStatement(lowering, node) {
    lowering.lowerChild(node.argument);
    lowering.builder.addStep({ action: "throw", node, mayThrow: true });
    lowering.builder.end();
  },
  BreakStatement(lowering, node) {
    lowering.builder.leaveByJump("break", node.label?.name);
  },
  ContinueStatement(lowering, node) {
    lowering.builder.leaveByJump("continue", node.label?.name);
  },
  /** The labels of a loop are the loop's own business: `continue` can name them too. */
  LabeledStatement(lowering, node) {
    lowering.addLabel(node.label.name);
    if (takesLabels.has(node.body.type)) { lowering.lowerChild(node.body); return; }

    const { builder } = lowering;
    const after = builder.createBlock();
    const target = { labels: lowering.takeLabels(), isBreakable: false, breakTo: builder.destination(after) };
    builder.withTarget(target, () => lowering.lowerChild(node.body));
    builder.goTo(after);
    builder.start(after);
  },
};

const takesLabels: ReadonlySet<string> = new Set([
  "DoWhileStatement",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "LabeledStatement",
  "WhileStatement",
]);
