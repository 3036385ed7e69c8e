/** Whether something happens while a function runs: in itself, in the callbacks inside it, or in functions of the file that it calls. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "./file-facts.ts";
import { calleeName, isWithin, receiverOf, type CallNode, type FunctionNode } from "../syntax/tree.ts";

const MAXIMUM_DEPTH = 3;

/** Answers whether one of the nodes stands in what a call of the function reaches. */
export function reaches(file: FileFacts, from: FunctionNode, nodes: readonly TSESTree.Node[]): boolean {
  const seen = new Set([from]);
  let round: readonly FunctionNode[] = [from];
  for (let depth = 0; round.length > 0; depth++) {
    if (round.some((reached) => nodes.some((node) => isWithin(node, reached)))) return true;
    if (depth >= MAXIMUM_DEPTH) return false;
    round = round.flatMap((reached) => calleesOf(file, reached)).filter((callee) => !seen.has(callee) && seen.add(callee));
  }
  return false;
}

const callees = new WeakMap<FileFacts, Map<FunctionNode, readonly FunctionNode[]>>();

function calleesOf(file: FileFacts, from: FunctionNode): readonly FunctionNode[] {
  const known = callees.get(file) ?? new Map<FunctionNode, readonly FunctionNode[]>();
  callees.set(file, known);
  const found = known.get(from) ?? collectCallees(file, from);
  known.set(from, found);
  return found;
}

function collectCallees(file: FileFacts, from: FunctionNode): readonly FunctionNode[] {
  const inner = file.functions.all.filter(({ node }) => isWithin(node, from)).map(({ node }) => node);
  const calls = inner.flatMap((node) => file.calls.directlyIn(node));
  return [...new Set(calls.flatMap((call) => calledFunctionOf(file, call) ?? []))];
}

/** The function of the file that a call reaches, also by another name of `this`: `const self = this; self.remove(id)`. */
export function calledFunctionOf(file: FileFacts, call: CallNode): FunctionNode | undefined {
  const found = file.functions.calledFunction(call);
  if (found !== undefined) return found;
  const receiver = receiverOf(call);
  const place = receiver?.type === "Identifier" ? file.places.placeOf(receiver) : undefined;
  if (place?.root.kind !== "instance" || place.path.length > 0) return undefined;
  const name = calleeName(call);
  const members = file.functions.membersOf(place.root.owner).filter((member) => member.name === name && !member.isStatic);
  return members.length === 1 ? members[0]?.node : undefined;
}

/** Whether two nodes stand in different branches of one statement, so that a run comes by one of them. */
export function areExclusive(one: TSESTree.Node, other: TSESTree.Node): boolean {
  for (let at: TSESTree.Node = one; at.parent != null; at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if (!isWithin(other, parent)) continue;
    if (parent.type === "SwitchStatement") return true;
    return (parent.type === "IfStatement" || parent.type === "ConditionalExpression") && parent.test !== at && !isWithin(other, parent.test);
  }
  return false;
}
