import type { TSESTree } from "@typescript-eslint/utils";
import type { Lowering, LowerTable } from "./lowering.ts";

/** Variables, and the disposal of those that `using` declares. */
export const declarations: LowerTable = {
  VariableDeclaration(lowering, node) {
    const isDisposed = node.kind === "using" || node.kind === "await using";
    for (const declarator of node.declarations) {
      lowering.lowerChild(declarator);
      if (isDisposed) pushDisposal(lowering, declarator);
    }
  },
  /** `let x;` binds undefined. Nothing is bound by `var x;`, nor by the head of a `for of`, which binds for itself. */
  VariableDeclarator(lowering, node) {
    lowering.lowerChild(node.init);
    lowering.lowerChild(node.id);
    if (node.init !== null || isEmptied(node)) lowering.addStep("assign", node);
  },
};

/** The handlers around the declaration are left at the end of its block, so the last one declared is disposed first. */
function pushDisposal(lowering: Lowering, declarator: TSESTree.VariableDeclarator): void {
  lowering.builder.pushCleanup(() => lowering.addThrowingStep("dispose", declarator));
}

function isEmptied({ parent }: TSESTree.VariableDeclarator): boolean {
  return parent.kind === "let" && parent.parent.type !== "ForOfStatement" && parent.parent.type !== "ForInStatement";
}
