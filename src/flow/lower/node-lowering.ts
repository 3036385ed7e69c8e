/** Sends each node to the file of its family, and keeps what the families share. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { DraftBlock } from "../draft-block.ts";
import { GraphLimitReached, type GraphBuilder } from "../graph-builder.ts";
import type { FlowOracle, StepAction } from "../graph.ts";
import { assignments } from "./assignments.ts";
import { blocks, lowerStatements } from "./blocks.ts";
import { calls } from "./calls.ts";
import { classes } from "./classes.ts";
import { lowerCondition } from "./condition.ts";
import { conditional } from "./conditional.ts";
import { declarations } from "./declarations.ts";
import { functions } from "./functions.ts";
import { iteration } from "./iteration.ts";
import { jumps } from "./jumps.ts";
import { loops } from "./loops.ts";
import type { Lowering, LowerTable, Outcomes, TestKind } from "./lowering.ts";
import { operators } from "./operators.ts";
import { optionalChain } from "./optional-chain.ts";
import { switchStatement } from "./switch.ts";
import { tryStatement } from "./try.ts";
import { isWithoutEffect } from "./without-effect.ts";

/** The children of each type of node, in the order of evaluation: `sourceCode.visitorKeys`. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

type LowerFunction = (lowering: Lowering, node: TSESTree.Node) => void;

const families: readonly LowerTable[] = [
  assignments,
  blocks,
  calls,
  classes,
  conditional,
  declarations,
  functions,
  iteration,
  jumps,
  loops,
  operators,
  optionalChain,
  switchStatement,
  tryStatement,
];
const lowerFunctions = new Map(families.flatMap((family) => Object.entries(family) as [string, LowerFunction][]));

/** Nodes nested deeper than this are generated code. The stack holds about twice as many of the most expensive ones. */
const DEEPEST_NESTING = 500;

export class NodeLowering implements Lowering {
  readonly builder: GraphBuilder;
  readonly #oracle: FlowOracle;
  readonly #visitorKeys: VisitorKeys;
  readonly #mayThrow = new Map<TSESTree.Node, boolean>();
  #labels: string[] = [];
  #whenAbsent: DraftBlock | undefined;
  #depth = 0;

  constructor(builder: GraphBuilder, oracle: FlowOracle, visitorKeys: VisitorKeys) {
    this.builder = builder;
    this.#oracle = oracle;
    this.#visitorKeys = visitorKeys;
  }

  lowerChild(node: TSESTree.Node | null | undefined): void {
    if (node === null || node === undefined || !this.builder.isReachable || isWithoutEffect(node.type)) return;
    const lower = lowerFunctions.get(node.type);
    this.#descend();
    if (lower === undefined) this.lowerChildren(node);
    else lower(this, node);
    this.#depth -= 1;
  }

  lowerEach(nodes: readonly (TSESTree.Node | null)[]): void {
    for (const node of nodes) this.lowerChild(node);
  }

  lowerChildren(node: TSESTree.Node): void {
    for (const key of this.#visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>)[key];
      if (Array.isArray(child)) this.lowerEach(child);
      else this.lowerChild(child);
    }
  }

  lowerStatements(statements: readonly TSESTree.Node[]): void {
    lowerStatements(this, statements);
  }

  lowerCondition(node: TSESTree.Node, test: TestKind, outcomes: Outcomes): void {
    if (!this.builder.isReachable) return;
    this.#descend();
    lowerCondition(this, node, test, outcomes);
    this.#depth -= 1;
  }

  lowerChain(chain: TSESTree.ChainExpression, whenAbsent: DraftBlock): void {
    const outer = this.#whenAbsent;
    this.#whenAbsent = whenAbsent;
    this.lowerChild(chain.expression);
    this.#whenAbsent = outer;
  }

  testOptional(object: TSESTree.Node): void {
    if (this.#whenAbsent === undefined) return;
    const present = this.builder.createBlock();
    this.builder.branch({ condition: object, test: "presence" }, present, this.#whenAbsent);
    this.builder.start(present);
  }

  addStep(action: StepAction, node: TSESTree.Node): void {
    this.builder.addStep({ action, node, mayThrow: false });
  }

  addThrowingStep(action: StepAction, node: TSESTree.Node): void {
    this.builder.addStep({ action, node, mayThrow: this.#canThrow(node) });
  }

  neverReturns(node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.AwaitExpression): boolean {
    return this.#oracle.neverReturns(node);
  }

  addLabel(name: string): void {
    this.#labels.push(name);
  }

  takeLabels(): readonly string[] {
    const labels = this.#labels;
    this.#labels = [];
    return labels;
  }

  /** A node in a cleanup is lowered once per copy, but the oracle is asked once. */
  #canThrow(node: TSESTree.Node): boolean {
    const known = this.#mayThrow.get(node);
    if (known !== undefined) return known;
    const answer = !this.#oracle.cannotThrow(node);
    this.#mayThrow.set(node, answer);
    return answer;
  }

  #descend(): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST_NESTING) throw new GraphLimitReached();
  }
}
