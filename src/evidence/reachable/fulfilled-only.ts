import type { OnFulfilment } from "../../candidates/candidate.ts";
import { promiseBefore } from "../../subjects/entry/promise-chain.ts";
import { calleeName, receiverOf, type FunctionNode } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** `p.then(callback)` without a `catch` before it: the callback runs only if everything before it went well. */
export const fulfilledOnly: Evidence<OnFulfilment, "yes" | "no"> = {
  id: "reachable/fulfilled-only",
  asks: "Does the callback run only when the promise is fulfilled?",
  levels: {
    yes: ["it ends only when the promise is fulfilled", "leak"],
    no: ["it ends in a callback that also runs on failure, or that no promise calls", "open"],
  },
  ask: (_file, { callback }) => ({ ...yesOrNo(isFulfilledOnly(callback)), at: callback.parent }),
};

function isFulfilledOnly(callback: FunctionNode): boolean {
  const { parent } = callback;
  if (parent.type !== "CallExpression" || calleeName(parent) !== "then" || parent.arguments[0] !== callback) return false;
  for (let at = promiseBefore(callback); at?.type === "CallExpression"; at = receiverOf(at)) {
    const name = calleeName(at);
    if (name === "catch" || name === "allSettled" || (name === "then" && at.arguments.length > 1)) return false;
  }
  return true;
}
