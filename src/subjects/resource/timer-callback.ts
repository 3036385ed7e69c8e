/** What a timer runs, and whether that sets it again. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { reachedFrom } from "../../facts/reach.ts";
import { calleeName, enclosingFunction, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

/** The function a timer calls, as far as the file has it. */
export function callbackOf(file: FileFacts, call: CallNode): FunctionNode | undefined {
  const [callback] = call.arguments;
  if (callback === undefined || callback.type === "SpreadElement") return undefined;
  const bare = unwrap(callback);
  if (bare.type === "CallExpression" && calleeName(bare) === "bind") return file.functions.functionValueOf(bare.callee);
  return file.functions.functionValueOf(callback);
}

/** Whether the callback of a one-shot timer leads back to the code that arms it. */
export function armsItselfAgain(file: FileFacts, timer: CallNode): boolean {
  const callback = callbackOf(file, timer);
  const host = enclosingFunction(timer);
  if (callback === undefined || host === undefined) return false;
  return reachedFrom(file, [callback]).has(host);
}
