/** Listeners that serve one call: they settle its promise, or call a function that it was given. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, enclosingFunction, unwrap, walk, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Resource } from "../resource/resource.ts";

/** Whether the listener settles the promise whose executor puts it on: there is one for each promise. */
export function settlesPromise(file: FileFacts, { acquisition }: Resource): boolean {
  const executor = enclosingFunction(acquisition);
  return executor !== undefined && isSettledBy(file, acquisition, executor);
}

/** Whether the listener that the call puts on settles a promise in whose executor it stands, however deep. */
export function settlesPromiseAround(file: FileFacts, call: CallNode): boolean {
  for (let at = enclosingFunction(call); at !== undefined; at = enclosingFunction(at)) if (isSettledBy(file, call, at)) return true;
  return false;
}

function isSettledBy(file: FileFacts, acquisition: CallNode, executor: FunctionNode): boolean {
  const parent = wrapped(executor).parent;
  if (parent?.type !== "NewExpression" || calleeName(parent) !== "Promise") return false;
  const settles = (node: TSESTree.Node): boolean => node.type === "Identifier" && file.variables.variableOf(node)?.defs[0]?.node === executor;
  return runsAny(file, acquisition, settles);
}

/** Whether an argument of the call is such a function, or a function of the file whose body calls one. */
export function runsAny(file: FileFacts, call: CallNode, isOne: (callee: TSESTree.Node) => boolean): boolean {
  return call.arguments.some((argument) => {
    const listener = file.functions.functionValueOf(argument);
    if (listener === undefined) return isOne(unwrap(argument));
    let found = false;
    walk(listener.body, file.visitorKeys, (node) => {
      if (node.type === "CallExpression" && isOne(unwrap(node.callee))) found = true;
      return !found;
    });
    return found;
  });
}
