import type { Settlement } from "../candidates/settlement.ts";
import { removalsElsewhere } from "../subjects/settler/other-hands.ts";
import { enclosingFunction, isFunction, isInFinalizer, isWithin, memberName, unwrap, wrapped, type FunctionNode } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** An `async` executor that calls the function of the release in a `finally` of its own, or a promise whose `finally` callback has the release. */
export const releasedInFinally: Proof<Settlement> = {
  id: "proof/released-in-finally",
  says: "a `finally` releases it, however the promise settles",
  find(file, { resource, wait, releases }) {
    const { home: executor } = wait;
    const after = finallyCallbacksOf(executor);
    const chained = after.length === 0 ? undefined : removalsElsewhere(file, resource, wait).find((call) => after.some((callback) => isWithin(call, callback)));
    if (chained !== undefined) return chained;
    const calls = releases.length === 0 ? [] : file.calls.directlyIn(executor).filter(isInFinalizer);
    return calls.find((call) => releases.some((release) => file.functions.calledFunction(call) === enclosingFunction(release))) ?? false;
  },
};

/** The callbacks of `new Promise(executor).then(…).finally(() => …)`. */
function finallyCallbacksOf(executor: FunctionNode): readonly FunctionNode[] {
  const callbacks: FunctionNode[] = [];
  let promise = wrapped(executor).parent;
  while (promise?.type === "NewExpression" || promise?.type === "CallExpression") {
    const member = wrapped(promise).parent;
    const call = member?.type === "MemberExpression" ? wrapped(member).parent : undefined;
    if (member?.type !== "MemberExpression" || call?.type !== "CallExpression" || unwrap(call.callee) !== member) break;
    const callback = memberName(member) === "finally" ? call.arguments[0] : undefined;
    if (isFunction(callback)) callbacks.push(callback);
    promise = call;
  }
  return callbacks;
}
