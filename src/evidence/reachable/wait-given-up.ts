import type { TSESTree } from "@typescript-eslint/utils";

import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { executorBehind, executorOfSettler } from "../../subjects/settler/kept-settlers.ts";
import { enclosingFunction, isWithin, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const waitGivenUp: Evidence<AnsweredEntry, "yes"> = {
  id: "reachable/wait-given-up",
  asks: "Does another callback, such as that of a timer, end the wait that the entry is for, and leave the entry where it is?",
  levels: { yes: ["a callback ends the wait without an answer, and the entry stays", "leak"] },
  ask: (file, { insert, kept: { operations } }) => yesAt(findGivingUp(file, insert, operations)),
};

/** `setTimeout(() => reject(new Error("timeout")), 5000)` beside `pending.set(id, { resolve, reject })`: the call that ends the wait. */
function findGivingUp(file: FileFacts, { node, value }: Operation, operations: readonly Operation[]): TSESTree.Node | undefined {
  const executor = value === undefined ? undefined : executorOfSettler(file, value, node);
  if (value === undefined || executor === undefined) return undefined;
  // Whoever makes the promise may take the entry out when it is settled, however that comes: `new Promise(…).finally(() => pending.delete(id))`.
  const host = enclosingFunction(executor);
  if (host !== undefined && operations.some(({ kind, node: at }) => (kind === "remove" || kind === "empty") && isWithin(at, host) && !isWithin(at, executor))) return undefined;
  // What settles it may stand beside the promise: `const timer = setTimeout(() => reject(…), 5000)`.
  const maker = enclosingFunction(node) === executor ? executor : (enclosingFunction(node) ?? executor);
  const leaves = (callback: FunctionNode): boolean => {
    const reach = reachedFrom(file, [callback]);
    return !operations.some((operation) => (operation.kind === "remove" || operation.kind === "empty") && standsIn(operation.node, reach));
  };
  return file.nodes.calls.find((call) => {
    const callback = enclosingFunction(call);
    if (callback === undefined || callback === executor || !isWithin(callback, maker) || isWithin(call, value) || isWithin(call, node)) return false;
    return executorBehind(file, unwrap(call.callee)) === executor && isForOthers(callback) && leaves(callback);
  });
}

/** Somebody else is to call it: `setTimeout(() => …)`. */
function isForOthers(callback: FunctionNode): boolean {
  const { parent } = callback;
  return (parent.type === "CallExpression" || parent.type === "NewExpression") && parent.callee !== callback;
}
