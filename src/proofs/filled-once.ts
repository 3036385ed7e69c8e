import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../candidates/growing-collection.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { enclosingFunction, wrapped } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

export const filledOnce: Proof<GrowingCollection> = {
  id: "proof/filled-once",
  says: "it is filled while it is empty, and so once",
  find: (file, { operations }) => findFilledOnce(file, operations)?.node ?? false,
};

/** `if (list.length > 0) return;` in what inserts or calls what inserts: it is filled while it is empty, and so once. */
function findFilledOnce(file: FileFacts, operations: readonly Operation[]): Operation | undefined {
  const inserting = new Set(operations.filter(({ kind }) => kind === "insert").map(({ node }) => enclosingFunction(node)));
  return operations.find(({ kind, node }) => {
    const around = enclosingFunction(node);
    if (kind !== "size" || around === undefined || !leavesIfFilled(node)) return false;
    return inserting.has(around) || file.calls.directlyIn(around).some((call) => call.type === "CallExpression" && inserting.has(file.functions.calledFunction(call)));
  });
}

function leavesIfFilled(size: TSESTree.Node): boolean {
  const outer = wrapped(size);
  const comparison = outer.parent?.type === "BinaryExpression" && outer.parent.left === outer && isMoreThanNone(outer.parent) ? outer.parent : outer;
  const guard = comparison.parent;
  if (guard?.type !== "IfStatement" || guard.test !== comparison) return false;
  const [first] = guard.consequent.type === "BlockStatement" ? guard.consequent.body : [guard.consequent];
  return first?.type === "ReturnStatement" && guard.parent.parent === enclosingFunction(guard);
}

function isMoreThanNone({ operator, right }: TSESTree.BinaryExpression): boolean {
  return right.type === "Literal" && right.value === 0 && (operator === ">" || operator === "!==" || operator === "!=");
}
