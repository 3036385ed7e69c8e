import type { LowerTable } from "./lowering.ts";

/** Member access, and the chains in which `?.` skips all that follows. */
export const optionalChain: LowerTable = {
  ChainExpression(lowering, node) {
    const { builder } = lowering;
    const after = builder.createBlock();
    lowering.lowerChain(node, after);
    builder.goTo(after);
    builder.start(after);
  },
  MemberExpression(lowering, node) {
    lowering.lowerChild(node.object);
    if (node.optional) lowering.testOptional(node.object);
    if (node.computed) lowering.lowerChild(node.property);
  },
};
