import type { TSESTree } from "@typescript-eslint/utils";
import type { Lowering, LowerTable } from "./lowering.ts";

/** `try`: the `finally` body stands around both the guarded block and the catch clause. */
export const tryStatement: LowerTable = {
  TryStatement(lowering, node) {
    lowering.builder.withHandlers(() => {
      if (node.finalizer) lowering.builder.pushCleanup(() => lowering.lowerChild(node.finalizer));
      if (node.handler === null) lowering.lowerChild(node.block);
      else lowerWithCatch(lowering, node.block, node.handler);
    });
  },
};

function lowerWithCatch(lowering: Lowering, block: TSESTree.BlockStatement, handler: TSESTree.CatchClause): void {
  const { builder } = lowering;
  const entry = builder.createBlock();
  const after = builder.createBlock();

  builder.withHandlers(() => {
    builder.pushCatch(entry);
    lowering.lowerChild(block);
  });
  builder.goTo(after);
  builder.start(entry);
  lowering.lowerChild(handler.param);
  lowering.lowerChild(handler.body);
  builder.goTo(after);
  builder.start(after);
}
