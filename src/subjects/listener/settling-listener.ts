/** Listeners that serve one call: they settle its promise, or call a function that it was given. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, unwrap, walk, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Resource } from "../resource/resource.ts";

/** Whether the listener settles the promise whose executor puts it on, or one that the function around it makes by `Promise.withResolvers()`: there is one for each promise. */
export function settlesPromise(file: FileFacts, { acquisition }: Resource): boolean {
  const host = enclosingFunction(acquisition);
  return host !== undefined && (isSettledBy(file, acquisition, host) || runsAny(file, acquisition, (callee) => isResolverOf(file, callee, host)));
}

/** `answer.resolve` of `const answer = Promise.withResolvers()`, and `resolve` of `const { resolve } = …`. */
function isResolverOf(file: FileFacts, callee: TSESTree.Node, host: FunctionNode): boolean {
  const name = callee.type === "MemberExpression" ? unwrap(callee.object) : callee;
  const variable = name.type === "Identifier" ? file.variables.variableOf(name) : undefined;
  const definition = variable?.defs[0];
  const made = definition?.type === "Variable" && definition.node.init != null && functionOf(variable as Variable) === host ? unwrap(definition.node.init) : undefined;
  return made?.type === "CallExpression" && calleeName(made) === "withResolvers";
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
