/** Calls of frameworks that run a callback and do not take what it returns: Vue's watchers and hooks, and effects that are asynchronous. */
import type { TSESTree } from "@typescript-eslint/utils";

import { effectCalls } from "../../catalogue/data/lifecycles.ts";
import { cleanupIgnorers } from "../../catalogue/data/subscriptions.ts";
import { watcherModules } from "../../catalogue/words/ending.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, isFunction, unwrap, type FunctionNode } from "../../syntax/tree.ts";

export interface IgnoringCall {
  readonly call: TSESTree.CallExpression;
  readonly callback: FunctionNode;
  readonly isEffect: boolean;
}

/** Collects the calls that by their names are such. */
export function collectIgnoringCalls(file: FileFacts): readonly IgnoringCall[] {
  return file.calls.whose((name) => cleanupIgnorers.has(name) || effectCalls.test(name)).flatMap((call) => {
    const name = calleeName(call) ?? "";
    const callback = call.arguments[name === "watch" ? 1 : 0];
    const isEffect = effectCalls.test(name);
    if (call.type !== "CallExpression" || !isFunction(callback) || (isEffect && !callback.async)) return [];
    return [{ call, callback, isEffect }];
  });
}

/** Whether the call comes from the framework itself. */
export function isOfWatcherModule(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const module = file.imports.importedValueOf(unwrap(call.callee))?.module;
  return module !== undefined && watcherModules.test(module);
}
