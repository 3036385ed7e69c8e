/** Observers that tell nobody in particular what they see. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { isWithin, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";

/** `new Observer((entries) => log(entries))`: the callback calls nothing that the function around it was given or has made. */
export function isWatcherForAll(file: FileFacts, variable: Variable): boolean {
  const made = initializerOf(variable);
  const callback = made?.type === "NewExpression" && made.arguments[0] !== undefined ? file.functions.functionValueOf(made.arguments[0]) : undefined;
  if (callback === undefined) return false;
  let servesCall = false;
  walk(callback.body, file.visitorKeys, (node) => {
    const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
    const called = callee?.type === "Identifier" ? file.variables.variableOf(callee) : undefined;
    if (called !== undefined && isOfCall(called, callback)) servesCall = true;
    return !servesCall;
  });
  return !servesCall;
}

/** A parameter or variable of a function around the callback. */
function isOfCall(variable: Variable, callback: FunctionNode): boolean {
  const scope = functionOf(variable);
  return scope !== undefined && scope !== callback && isWithin(callback, scope) && variable.defs.some(({ type }) => type === "Parameter" || type === "Variable");
}
