import type { TSESTree } from "@typescript-eslint/utils";
import type { Destination } from "../graph-builder.ts";
import type { Lowering, LowerTable } from "./lowering.ts";

/** `while`, `do` and `for`: loops that test a condition. */
export const loops: LowerTable = {
  WhileStatement(lowering, node) {
    const { builder } = lowering;
    const test = builder.createBlock();
    const body = builder.createBlock();
    const after = builder.createBlock();

    builder.goTo(test);
    builder.start(test);
    lowering.lowerCondition(node.test, "truth", { whenTrue: body, whenFalse: after });
    builder.start(body);
    lowerBody(lowering, node.body, builder.destination(after), builder.destination(test));
    builder.goTo(test);
    builder.start(after);
  },
  DoWhileStatement(lowering, node) {
    const { builder } = lowering;
    const body = builder.createBlock();
    const test = builder.createBlock();
    const after = builder.createBlock();

    builder.goTo(body);
    builder.start(body);
    lowerBody(lowering, node.body, builder.destination(after), builder.destination(test));
    builder.goTo(test);
    builder.start(test);
    lowering.lowerCondition(node.test, "truth", { whenTrue: body, whenFalse: after });
    builder.start(after);
  },
  /** What `for (using x = ...; ...; ...)` declares is disposed once, after the loop. */
  ForStatement(lowering, node) {
    lowering.builder.withHandlers(() => {
      lowering.lowerChild(node.init);
      lowerCounting(lowering, node);
    });
  },
};

function lowerCounting(lowering: Lowering, node: TSESTree.ForStatement): void {
  const { builder } = lowering;
  const test = builder.createBlock();
  const body = builder.createBlock();
  const update = builder.createBlock();
  const after = builder.createBlock();

  builder.goTo(test);
  builder.start(test);
  if (node.test === null) builder.goTo(body);
  else lowering.lowerCondition(node.test, "truth", { whenTrue: body, whenFalse: after });
  builder.start(body);
  lowerBody(lowering, node.body, builder.destination(after), builder.destination(update));
  builder.goTo(update);
  builder.start(update);
  lowering.lowerChild(node.update);
  builder.goTo(test);
  builder.start(after);
}

function lowerBody(lowering: Lowering, body: TSESTree.Statement, breakTo: Destination, continueTo: Destination): void {
  const target = { labels: lowering.takeLabels(), isBreakable: true, breakTo, continueTo };
  lowering.builder.withTarget(target, () => lowering.lowerChild(body));
}
