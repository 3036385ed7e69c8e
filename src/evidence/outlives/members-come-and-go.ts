import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isObjectByUse } from "../../subjects/collection/key-kind.ts";
import type { KeptCollection } from "../../subjects/collection/kept-collections.ts";
import { enclosingFunction, isLoop, type FunctionNode } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const membersComeAndGo: Evidence<GrowingCollection, "yes"> = {
  id: "outlives/members-come-and-go",
  asks: "Does another list of the same owner lose single members, while this one, which is walked over as well, loses none?",
  levels: { yes: ["members of a list beside it come and go while their owner lives, and its own only come", "leak"] },
  ask: (file, candidate) => yesAt(findParting(file, candidate)),
};

/** The removal of one member from a list beside this one, which is filled and walked over as this one is. */
function findParting(file: FileFacts, { collection, operations, insert, beside }: GrowingCollection): TSESTree.Node | undefined {
  if (collection.kind !== "set" && collection.kind !== "array") return undefined;
  if (operations.some(({ kind }) => kind === "remove" || kind === "empty") || insert.key === undefined || !isObjectByUse(file, insert.key)) return undefined;
  const walkers = walkersOf(operations);
  if (walkers.size === 0) return undefined;
  for (const other of beside) {
    if (other.collection.kind !== collection.kind || ![...walkersOf(other.operations)].some((walker) => walkers.has(walker))) continue;
    const parting = other.operations.find(({ kind, key, isForeign, node }) => kind === "remove" && !isForeign && (key !== undefined || collection.kind === "array") && !isInLoop(node));
    if (parting !== undefined) return parting.node;
  }
  return undefined;
}

/** The functions that go through all members. */
function walkersOf(operations: KeptCollection["operations"]): ReadonlySet<FunctionNode> {
  return new Set(operations.flatMap(({ kind, node }) => (kind === "iterate" ? (enclosingFunction(node) ?? []) : [])));
}

function isInLoop(node: TSESTree.Node): boolean {
  for (let at = node.parent; at != null && at.type !== "Program"; at = at.parent) {
    if (isLoop(at)) return true;
    if (at.type === "FunctionDeclaration" || at.type === "FunctionExpression" || at.type === "ArrowFunctionExpression") return false;
  }
  return false;
}
