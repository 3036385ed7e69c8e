/** What a timer runs, and whether that sets it again. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { methodOfObject } from "../../facts/object-owners.ts";
import { calledFrom, reachedFrom } from "../../facts/reach.ts";
import { calleeName, enclosingFunction, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

/** The function a timer calls, as far as the file has it. */
export function callbackOf(file: FileFacts, call: CallNode): FunctionNode | undefined {
  const [callback] = call.arguments;
  if (callback === undefined || callback.type === "SpreadElement") return undefined;
  const bare = unwrap(callback);
  if (bare.type === "CallExpression" && calleeName(bare) === "bind") return file.functions.functionValueOf(bare.callee);
  return file.functions.functionValueOf(callback);
}

/** The functions that run when the timer comes, and what these have others call. */
export function reachedByTimer(file: FileFacts, timer: CallNode): ReadonlySet<FunctionNode> {
  return reachedFrom(file, startsOfTimer(file, timer));
}

/** The functions that have run when the timer is through. */
export function calledByTimer(file: FileFacts, timer: CallNode): ReadonlySet<FunctionNode> {
  return calledFrom(file, startsOfTimer(file, timer));
}

/** What the timer calls, and the methods of the objects that this is given: `setTimeout(() => feed.open(), delay)`. */
function startsOfTimer(file: FileFacts, timer: CallNode): readonly FunctionNode[] {
  const callback = callbackOf(file, timer);
  return callback === undefined ? [] : [callback, ...file.calls.directlyIn(callback).flatMap((call) => methodOfObject(file, call) ?? [])];
}

/** Whether the callback of a one-shot timer leads back to the code that arms it. */
export function armsItselfAgain(file: FileFacts, timer: CallNode): boolean {
  const host = enclosingFunction(timer);
  return host !== undefined && reachedByTimer(file, timer).has(host);
}
