import type { TSESTree } from "@typescript-eslint/utils";

import type { OnFulfilment } from "../../candidates/candidate.ts";
import { neverRejects } from "../../facts/sure-promises.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf, writesOf, type Variable } from "../../facts/variables.ts";
import { promiseBefore } from "../../subjects/entry/promise-chain.ts";
import { isRejectedByItself } from "../../subjects/settler/own-rejection.ts";
import { calleeName, isFunction, isWithin, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const rejection: Evidence<OnFulfilment, "possible" | "doubtful" | "never"> = {
  id: "reachable/rejection",
  asks: "Can the promise before the callback be rejected?",
  levels: {
    possible: ["the promise before its end may be rejected", "leak"],
    doubtful: ["the last promise before its end is only ever fulfilled", "no leak"],
    never: ["the promise before its end is never rejected", "no leak"],
  },
  ask(file, { callback, node: held }) {
    const promise = promiseBefore(callback);
    const node = promise === undefined ? undefined : unwrap(promise);
    const variable = node?.type === "Identifier" ? file.variables.variableOf(node) : undefined;
    const made = variable === undefined ? node : initializerOf(variable);
    if (made === undefined) return { level: variable !== undefined && isOnlyGivenSure(file, variable, callback) ? "never" : "possible", basis: "shown" };
    if (isRejectedByItself(file, held, made)) return { level: "never", basis: "shown", at: made };
    if (isResolvedOnly(made) || neverRejects(file, made)) return { level: "never", basis: "shown", at: made };
    const [next] = made.type === "CallExpression" && calleeName(made) === "then" ? made.arguments : [];
    const link = next === undefined ? undefined : file.functions.functionValueOf(next);
    return { level: link !== undefined && isResolvedOnly(link.body) ? "doubtful" : "possible", basis: "shown", at: made };
  },
};

/** Whether a variable that is written again has, apart from the chain of the callback itself, only promises that nothing rejects. */
function isOnlyGivenSure(file: FileFacts, variable: Variable, callback: FunctionNode): boolean {
  const values = writesOf(variable).flatMap(({ writeExpr }) => (writeExpr == null || isWithin(callback, writeExpr) ? [] : [writeExpr]));
  return values.length > 0 && values.every((value) => isResolvedOnly(value) || neverRejects(file, value));
}

/** `new Promise((resolve) => …)`: nothing rejects it. */
function isResolvedOnly(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const executor = node.type === "NewExpression" && calleeName(node) === "Promise" ? node.arguments[0] : undefined;
  return executor !== undefined && isFunction(executor) && executor.params.length === 1 && executor.params[0]?.type === "Identifier";
}
