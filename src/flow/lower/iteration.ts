import type { TSESTree } from "@typescript-eslint/utils";
import type { Destination } from "../graph-builder.ts";
import type { Lowering, LowerTable } from "./lowering.ts";

type Iteration = TSESTree.ForInStatement | TSESTree.ForOfStatement;

/** `for of`, `for await` and `for in`: loops that fetch one element after the other. */
export const iteration: LowerTable = {
  ForInStatement: lowerIteration,
  ForOfStatement: lowerIteration,
};

function lowerIteration(lowering: Lowering, node: Iteration): void {
  const { builder } = lowering;
  const fetch = builder.createBlock();
  const element = builder.createBlock();
  const after = builder.createBlock();
  const breakTo = builder.destination(after);

  lowering.lowerChild(node.right);
  builder.goTo(fetch);
  builder.start(fetch);
  if (node.type === "ForOfStatement") lowering.addThrowingStep("iterate", node);
  else lowering.addStep("iterate", node);
  builder.branch({ condition: node }, element, after);

  builder.start(element);
  builder.withHandlers(() => {
    if (node.type === "ForOfStatement") pushClose(lowering, node);
    lowerElement(lowering, node, breakTo, builder.destination(fetch));
    builder.goTo(fetch);
  });
  builder.start(after);
}

/** Leaving early closes the iterator. An exception on its way is stronger than one that the closing throws. */
function pushClose(lowering: Lowering, node: TSESTree.ForOfStatement): void {
  lowering.builder.pushCleanup((completion) => {
    if (completion === "exception") lowering.addStep("close", node);
    else lowering.addThrowingStep("close", node);
  });
}

/** One round: the element is bound, the body runs, and what `for (using x of ...)` declares is disposed. */
function lowerElement(lowering: Lowering, node: Iteration, breakTo: Destination, continueTo: Destination): void {
  const labels = lowering.takeLabels();
  lowering.builder.withHandlers(() => {
    lowerBinding(lowering, node.left);
    lowering.builder.withTarget({ labels, isBreakable: true, breakTo, continueTo }, () => lowering.lowerChild(node.body));
  });
}

function lowerBinding(lowering: Lowering, left: Iteration["left"]): void {
  lowering.lowerChild(left);
  const bound = left.type === "VariableDeclaration" ? left.declarations[0] : left;
  if (bound !== undefined) lowering.addStep("assign", bound);
}
