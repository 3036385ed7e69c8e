import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { ListenerCall } from "../../subjects/listener/listener-calls.ts";
import { freshnessOf } from "../../subjects/listener/listener-identity.ts";
import { compareTargets, isSameExpression } from "../../subjects/listener/listener-match.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { isFunction, statementListOf, wrapped } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Evidence } from "../evidence.ts";

export const mirroredSiblings: Evidence<ForgottenListener, "several" | "same-test" | "twin" | "one"> = {
  id: "unreleased/mirrored-siblings",
  asks: "What shows that the other function undoes the whole set-up: how many siblings it removes, and under which test?",
  levels: {
    "several": ["the other function removes several of the listeners beside it", "leak"],
    "same-test": ["the other function removes the listener beside it under the test under which both were added", "leak"],
    "twin": ["the other function removes the only other listener that is added to the same object, and both functions are kept", "open"],
    "one": ["one removed sibling does not show that the other function undoes the whole", "no leak"],
  },
  ask(file, candidate) {
    const { siblings: [sibling], siblings, removals: [removal], added } = candidate;
    if (siblings.length > 1) return { level: "several", basis: "shown", at: removal?.call };
    if (sibling === undefined || removal === undefined || !isKeptFunction(file, added)) return { level: "one", basis: "shown" };
    const isBeside = statementListOf(added.call) === statementListOf(sibling.call);
    if (!isBeside || compareTargets(file, added.target, sibling.target) !== "same") return { level: "one", basis: "shown" };
    const [test, otherTest] = [testAround(sibling.call), testAround(removal.call)];
    const isSameTest = test !== undefined && test.holds === otherTest?.holds && isSameExpression(file, test.asked, otherTest.asked);
    return { level: isSameTest ? "same-test" : "twin", basis: "shown", at: removal.call };
  },
};

/** A function that is made for this call alone was never meant to be removed. */
function isKeptFunction(file: FileFacts, { listener }: ListenerCall): boolean {
  return listener !== undefined && freshnessOf(file, listener) === undefined;
}

/** A condition, and whether it holds where the call runs. */
interface Test {
  readonly asked: TSESTree.Expression;
  readonly holds: boolean;
}

/** The condition of the `if`, or of the `&&`, whose direct part the call is, or of the way out before it. */
function testAround(call: TSESTree.Node): Test | undefined {
  const { parent } = wrapped(call);
  if (parent?.type === "LogicalExpression" && parent.operator === "&&") return bare(parent.left, true);
  const list = statementListOf(call);
  const statement = list?.type === "BlockStatement" ? list.parent : list;
  const branch = list?.type === "BlockStatement" ? list : parent;
  if (statement?.type === "IfStatement" && statement.consequent === branch) return bare(statement.test, true);
  if (list?.type !== "BlockStatement" || !isFunction(list.parent)) return undefined;
  const way = list.body.find((one) => one.type === "IfStatement" && one.alternate === null && one.range[1] <= call.range[0] && leavesFunction(one.consequent));
  return way?.type === "IfStatement" ? bare(way.test, false) : undefined;
}

function bare(asked: TSESTree.Expression, holds: boolean): Test {
  return asked.type === "UnaryExpression" && asked.operator === "!" ? bare(asked.argument, !holds) : { asked, holds };
}
