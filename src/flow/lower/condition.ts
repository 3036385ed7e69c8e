/**
 * Expressions whose value only decides where to go. The operators that choose between values become branches of their
 * own, so that each `true` or `false` edge tests one leaf.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Lowering, Outcomes, TestKind } from "./lowering.ts";

/** Lowers a condition; the path ends in edges to its outcomes. */
export function lowerCondition(lowering: Lowering, node: TSESTree.Node, test: TestKind, outcomes: Outcomes): void {
  switch (node.type) {
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return lowering.lowerCondition(node.expression, test, outcomes);
    case "ChainExpression":
      lowering.lowerChain(node, outcomes.whenFalse);
      return lowering.builder.branch({ condition: node, test }, outcomes.whenTrue, outcomes.whenFalse);
    case "Literal":
      return lowerConstant(lowering, node, test, outcomes);
  }
  if (test === "presence" || !lowerChoice(lowering, node, outcomes)) lowerLeaf(lowering, node, test, outcomes);
}

/** Lowers an expression whose truth is that of one of its parts; answers whether it is one. */
function lowerChoice(lowering: Lowering, node: TSESTree.Node, outcomes: Outcomes): boolean {
  switch (node.type) {
    case "UnaryExpression":
      if (node.operator !== "!") return false;
      lowering.lowerCondition(node.argument, "truth", { whenTrue: outcomes.whenFalse, whenFalse: outcomes.whenTrue });
      return true;
    case "LogicalExpression":
      lowerLogical(lowering, node, outcomes);
      return true;
    case "ConditionalExpression":
      lowerConditional(lowering, node, outcomes);
      return true;
    case "SequenceExpression":
      lowering.lowerEach(node.expressions.slice(0, -1));
      lowering.lowerCondition(node.expressions.at(-1) ?? node, "truth", outcomes);
      return true;
    default:
      return false;
  }
}

function lowerLogical(lowering: Lowering, node: TSESTree.LogicalExpression, outcomes: Outcomes): void {
  const { builder } = lowering;
  const right = builder.createBlock();
  if (node.operator === "&&") lowering.lowerCondition(node.left, "truth", { ...outcomes, whenTrue: right });
  else if (node.operator === "||") lowering.lowerCondition(node.left, "truth", { ...outcomes, whenFalse: right });
  else lowerCoalescingLeft(lowering, node.left, right, outcomes);
  builder.start(right);
  lowering.lowerCondition(node.right, "truth", outcomes);
}

/** In `if (a ?? b)`, an `a` that is there is tested again, now for its truth. */
function lowerCoalescingLeft(lowering: Lowering, left: TSESTree.Node, whenAbsent: Outcomes["whenFalse"], outcomes: Outcomes): void {
  const { builder } = lowering;
  const whenPresent = builder.createBlock();
  lowering.lowerCondition(left, "presence", { whenTrue: whenPresent, whenFalse: whenAbsent });
  builder.start(whenPresent);
  builder.branch({ condition: left, test: "truth" }, outcomes.whenTrue, outcomes.whenFalse);
}

function lowerConditional(lowering: Lowering, node: TSESTree.ConditionalExpression, outcomes: Outcomes): void {
  const { builder } = lowering;
  const whenTrue = builder.createBlock();
  const whenFalse = builder.createBlock();
  lowering.lowerCondition(node.test, "truth", { whenTrue, whenFalse });
  builder.start(whenTrue);
  lowering.lowerCondition(node.consequent, "truth", outcomes);
  builder.start(whenFalse);
  lowering.lowerCondition(node.alternate, "truth", outcomes);
}

function lowerConstant(lowering: Lowering, node: TSESTree.Literal, test: TestKind, outcomes: Outcomes): void {
  const outcome = findConstantOutcome(node, test);
  if (outcome === undefined) lowerLeaf(lowering, node, test, outcomes);
  else lowering.builder.goTo(outcome ? outcomes.whenTrue : outcomes.whenFalse);
}

/** What a test of a literal always answers. The `value` of a regular expression or a bigint can be null where the host lacks them. */
function findConstantOutcome(node: TSESTree.Literal, test: TestKind): boolean | undefined {
  if (node.raw === "null") return false;
  if (node.value === null || typeof node.value === "object" || typeof node.value === "bigint") return undefined;
  return test === "presence" || Boolean(node.value);
}

function lowerLeaf(lowering: Lowering, node: TSESTree.Node, test: TestKind, outcomes: Outcomes): void {
  lowering.lowerChild(node);
  lowering.builder.branch({ condition: node, test }, outcomes.whenTrue, outcomes.whenFalse);
}
