import type { TSESTree } from "@typescript-eslint/utils";

import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { writtenNumberOf } from "../../facts/numbers.ts";
import { functionOf, initializerOf } from "../../facts/variables.ts";
import { isInTest } from "../../syntax/arms.ts";
import { findWithin, isWithin, unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** A retry that counts its attempts, or compares anything with a number, comes to an end. */
export const counted: Evidence<DroppedTimer, "yes" | "no"> = {
  id: "repeats/counted",
  asks: "Does the function that sets the timer compare sizes before it goes on, as one that counts its attempts does?",
  levels: { yes: ["it counts, and so comes to an end", "no leak"], no: ["nothing counts how often it runs", "leak"] },
  ask(file, { host, node: timer }) {
    const at = findWithin(host, file.visitorKeys, (node) => node.type === "BinaryExpression" && /^[<>]=?$/.test(node.operator) && isInTest(node) && !isMeasuring(file, node, timer));
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};

/** `const level = await battery.level(); if (level < LOW) warn(level);`: a reading is compared that is made anew each time, and nothing of the timer depends on it. */
function isMeasuring(file: FileFacts, comparison: TSESTree.BinaryExpression, timer: TSESTree.Node): boolean {
  const branch = branchAround(comparison);
  const isBeside = branch !== undefined && !isWithin(timer, branch) && findWithin(branch, file.visitorKeys, ({ type }) => type === "ReturnStatement" || type === "ThrowStatement" || type === "BreakStatement") === undefined;
  const sides = [comparison.left, comparison.right];
  return isBeside && sides.some((side) => isReading(file, side)) && sides.every((side) => isReading(file, side) || writtenNumberOf(file, side) !== undefined);
}

function branchAround(comparison: TSESTree.Node): TSESTree.IfStatement | undefined {
  for (let at = comparison.parent; at != null; at = at.parent) {
    if (at.type === "IfStatement") return at;
    if (at.type !== "LogicalExpression" && at.type !== "UnaryExpression") return undefined;
  }
  return undefined;
}

/** A constant that gets what a call gives. */
function isReading(file: FileFacts, side: TSESTree.Node): boolean {
  const node = unwrap(side);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const init = variable === undefined || functionOf(variable) === undefined ? undefined : initializerOf(variable);
  const made = init === undefined ? undefined : unwrap(init);
  return made?.type === "AwaitExpression" || made?.type === "CallExpression";
}
