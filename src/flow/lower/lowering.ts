import type { TSESTree } from "@typescript-eslint/utils";
import type { DraftBlock } from "../draft-block.ts";
import type { GraphBuilder } from "../graph-builder.ts";
import type { StepAction } from "../graph.ts";

/** Where a condition leads. */
export interface Outcomes {
  readonly whenTrue: DraftBlock;
  readonly whenFalse: DraftBlock;
}

/** What a condition asks of a value: whether it is truthy, or whether it is neither null nor undefined. */
export type TestKind = "truth" | "presence";

/**
 * What the files of this folder know of each other: each lowers one family of nodes and hands the children back,
 * so that none of them imports another.
 */
export interface Lowering {
  readonly builder: GraphBuilder;

  /** Lowers a node of any type; unknown ones child by child. */
  lowerChild(node: TSESTree.Node | null | undefined): void;
  lowerEach(nodes: readonly (TSESTree.Node | null)[]): void;
  /** Lowers the children of a node in the order of its visitor keys. */
  lowerChildren(node: TSESTree.Node): void;
  /** Lowers a run of statements; function declarations come first, and what `using` declares is disposed at the end. */
  lowerStatements(statements: readonly TSESTree.Node[]): void;
  /** Lowers an expression whose value only decides where to go; the path ends. */
  lowerCondition(node: TSESTree.Node, test: TestKind, outcomes: Outcomes): void;
  /** Lowers an optional chain; where it is cut short, control goes to `whenAbsent`. */
  lowerChain(chain: TSESTree.ChainExpression, whenAbsent: DraftBlock): void;
  /** Ends the path by the test that a `?.` after `object` makes, and goes on where there is something. */
  testOptional(object: TSESTree.Node): void;

  /** Adds a step that cannot throw. */
  addStep(action: StepAction, node: TSESTree.Node): void;
  /** Adds a step that may throw, unless the oracle knows better. */
  addThrowingStep(action: StepAction, node: TSESTree.Node): void;
  /** Whether control never comes back from a call or a wait. */
  neverReturns(node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.AwaitExpression): boolean;

  /** Keeps a label for the statement that is lowered next. */
  addLabel(name: string): void;
  /** The labels of the statement that is being lowered; they are handed out once. */
  takeLabels(): readonly string[];
}

/** The type of the node with this `type`. */
export type NodeOf<Type extends `${TSESTree.Node["type"]}`> = Extract<TSESTree.Node, { type: Type }>;

/** The functions of one file, by the type of node that they lower. */
export type LowerTable = {
  readonly [Type in `${TSESTree.Node["type"]}`]?: (lowering: Lowering, node: NodeOf<Type>) => void;
};
