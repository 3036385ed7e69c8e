/** Whether something happens while a function runs: in itself, in the callbacks inside it, or in functions of the file that it calls. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { isWithin, type FunctionNode } from "../syntax/tree.ts";

const MAXIMUM_DEPTH = 3;

/** Answers whether one of the nodes stands in what a call of the function reaches. */
export function reaches(file: FileFacts, from: FunctionNode, nodes: readonly TSESTree.Node[], depth = 0): boolean {
  if (nodes.some((node) => isWithin(node, from))) return true;
  if (depth >= MAXIMUM_DEPTH) return false;
  return calleesOf(file, from).some((callee) => callee !== from && reaches(file, callee, nodes, depth + 1));
}

function calleesOf(file: FileFacts, from: FunctionNode): FunctionNode[] {
  const inner = file.functions.all.filter(({ node }) => isWithin(node, from)).map(({ node }) => node);
  const calls = inner.flatMap((node) => file.calls.directlyIn(node));
  return calls.flatMap((call) => file.functions.calledFunction(call) ?? []);
}
