/** Whether a collection is kept small by its size. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, findWithin, isWithin, memberName, receiverOf } from "../../syntax/tree.ts";
import type { Collection } from "./collection.ts";
import { mentions } from "./mentioned-place.ts";
import type { Operation } from "./operations.ts";

const COMPARISONS = new Set(["<", "<=", ">", ">=", "==", "===", "!=", "!=="]);

/** Whether the size is compared with a limit somewhere: whoever asks that does something about it. */
export function hasSizeGuard(file: FileFacts, operations: readonly Operation[], collection: Collection): boolean {
  return findSizeGuard(file, operations, collection) !== undefined;
}

/** Where the size is compared with a limit. */
export function findSizeGuard(file: FileFacts, operations: readonly Operation[], collection: Collection): TSESTree.Node | undefined {
  return operations.find(({ kind, node }) => kind === "size" && isComparedWithLimit(file, node, collection))?.node;
}

/** Where the function that puts an element into a list compares the size of that list, by the same words, with a limit. */
export function findListLimit(file: FileFacts, insert: TSESTree.Node): TSESTree.Node | undefined {
  const list = insert.type === "CallExpression" ? receiverOf(insert) : undefined;
  const host = list === undefined ? undefined : enclosingFunction(insert);
  if (list === undefined || host === undefined) return undefined;
  const words = file.sourceCode.getText(list);
  return findWithin(host, file.visitorKeys, (node) => {
    const isSize = node.type === "MemberExpression" && (memberName(node) === "size" || memberName(node) === "length") && file.sourceCode.getText(node.object) === words;
    const comparison = isSize ? enclosingComparison(node) : undefined;
    return comparison !== undefined && !isLoopTest(comparison) && ![comparison.left, comparison.right].some(isSmallNumber);
  });
}

function isSmallNumber(node: TSESTree.Node): boolean {
  return node.type === "Literal" && typeof node.value === "number" && node.value <= 1;
}

function isComparedWithLimit(file: FileFacts, size: TSESTree.Node, collection: Collection): boolean {
  const comparison = enclosingComparison(size);
  if (comparison === undefined) return false;
  const limit = isWithin(size, comparison.left) ? comparison.right : comparison.left;
  if (isSmallNumber(limit) || mentions(file, limit, collection.place)) return false;
  // `for (let i = 0; i < list.length; i++)` and `while (i < list.length)` walk the list.
  return !isLoopTest(comparison) || limit.type === "Literal";
}

function enclosingComparison(size: TSESTree.Node): TSESTree.BinaryExpression | undefined {
  for (let at: TSESTree.Node | undefined = size, steps = 0; at !== undefined && steps < 5; at = at.parent ?? undefined, steps++) {
    if (at.type === "BinaryExpression" && COMPARISONS.has(at.operator)) return at;
  }
  return undefined;
}

function isLoopTest(node: TSESTree.Node): boolean {
  const parent = node.parent;
  if (parent?.type === "LogicalExpression") return isLoopTest(parent);
  return (parent?.type === "ForStatement" || parent?.type === "WhileStatement" || parent?.type === "DoWhileStatement") && parent.test === node;
}
