import type { TSESTree } from "@typescript-eslint/utils";

import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { readsAborted } from "../../subjects/resource/bounding-signal.ts";
import { executionAround } from "../../syntax/executor.ts";
import { guardsOf } from "../../syntax/guards.ts";
import { isFunction, isWithin, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

/** `await new Promise((resolve) => signal.addEventListener("abort", () => resolve()))`: the call is over with the abort, and not before. */
export const abortAwaited: Evidence<StayingListener, "yes"> = {
  id: "outlives/abort-awaited",
  asks: "Does the call that the listener serves wait for nothing but the abort?",
  levels: { yes: ["the call waits for the abort and for nothing else, so that it is over when the listener has run", "no leak"] },
  ask(file, { resource: { acquisition } }) {
    const around = executionAround(acquisition);
    return yesOrUnknown(around !== undefined && isAwaitedAlone(file, around.promise) && isOverWithAbort(file, around.executor, acquisition));
  },
};

/** Whether the code waits for the promise itself, and not for it or something else. */
function isAwaitedAlone(file: FileFacts, promise: TSESTree.Node): boolean {
  const value = wrapped(promise);
  const { parent } = value;
  if (parent?.type === "AwaitExpression") return true;
  const giver = parent?.type === "ReturnStatement" ? parent.parent.parent : parent;
  // A lock, or whatever else runs a callback, holds until what that gives is settled.
  return giver !== undefined && isFunction(giver) && (parent !== giver || giver.body === value) && file.functions.factOf(giver).role === "callback";
}

/** Whether nothing settles the promise but the listener, and the look at the signal beforehand. */
function isOverWithAbort(file: FileFacts, executor: FunctionNode, acquisition: TSESTree.Node): boolean {
  const settlers = executor.params.flatMap((parameter) => (parameter.type === "Identifier" ? [file.variables.variableOf(parameter)] : []));
  const uses = settlers.flatMap((variable) => variable?.references ?? []);
  return uses.some(({ identifier }) => isWithin(identifier, acquisition)) && uses.every(({ identifier }) => isWithin(identifier, acquisition) || isUnderLook(identifier));
}

/** `if (signal.aborted) reject(…)`. */
function isUnderLook(use: TSESTree.Node): boolean {
  return guardsOf(use).some(({ test, holds }) => holds === true && readsAborted(test));
}
