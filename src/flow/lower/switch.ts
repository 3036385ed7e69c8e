import type { TSESTree } from "@typescript-eslint/utils";
import type { DraftBlock } from "../draft-block.ts";
import type { Lowering, LowerTable } from "./lowering.ts";

interface Clause {
  readonly node: TSESTree.SwitchCase;
  readonly body: DraftBlock;
}

/** `switch`: the tests in their order, wherever `default` stands, then the clauses, each falling through to the next. */
export const switchStatement: LowerTable = {
  SwitchStatement(lowering, node) {
    const { builder } = lowering;
    const after = builder.createBlock();
    const clauses = node.cases.map((clause) => ({ node: clause, body: builder.createBlock() }));

    lowering.lowerChild(node.discriminant);
    lowerTests(lowering, clauses, after);
    builder.withTarget({ labels: [], isBreakable: true, breakTo: builder.destination(after) }, () => lowerClauses(lowering, clauses));
    builder.goTo(after);
    builder.start(after);
  },
};

/** The condition of an edge is the clause, not its test: it is not the truth of the test that decides. */
function lowerTests(lowering: Lowering, clauses: readonly Clause[], after: DraftBlock): void {
  const { builder } = lowering;
  for (const { node, body } of clauses) {
    if (node.test === null) continue;
    const next = builder.createBlock();
    lowering.lowerChild(node.test);
    builder.branch({ condition: node }, body, next);
    builder.start(next);
  }
  builder.goTo(clauses.find(({ node }) => node.test === null)?.body ?? after);
}

function lowerClauses(lowering: Lowering, clauses: readonly Clause[]): void {
  const { builder } = lowering;
  for (const { node, body } of clauses) {
    builder.goTo(body);
    builder.start(body);
    lowering.lowerStatements(node.consequent);
  }
}
