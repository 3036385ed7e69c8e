/** What runs once for each instance of a component that a framework makes and ends: its script, and the hooks that a script or composable asks for. */
import type { TSESTree } from "@typescript-eslint/utils";

import { mountHooks, scriptHooks } from "../../catalogue/data/lifecycles.ts";
import { rerunCleanups, scopeHooks } from "../../catalogue/words/owner-ends.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { openComponent } from "../../syntax/component.ts";
import { isWithin, unwrap, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { hookOfOptions } from "./component-options.ts";
import type { End } from "./teardown-names.ts";

/** The hook that ends the instances whose script the function is; undefined for every other function, and for a script that serves a request. */
export function hookOfScript(file: FileFacts, node: TSESTree.Node): string | undefined {
  const component = openComponent(file.sourceCode.ast);
  return component?.setup === node ? scriptHooks.get(component.framework) : undefined;
}

/**
 * The hook that ends what a function sets up which a framework runs once for each instance of a component: the script of one, or
 * the callback of its `onMounted`, or `mounted` among its options. Undefined for every other function.
 */
export function hookOfInstance(file: FileFacts, node: FunctionNode): string | undefined {
  return hookOfScript(file, node) ?? hookOfMountCallback(file, node) ?? hookOfOptions(file, node);
}

/** `onMounted(() => …)`, by whichever name it is imported. */
function hookOfMountCallback(file: FileFacts, node: FunctionNode): string | undefined {
  const value = wrapped(node);
  const call = value.parent;
  if (call?.type !== "CallExpression" || call.arguments[0] !== value) return undefined;
  const imported = file.imports.importedValueOf(unwrap(call.callee));
  const hooks = imported?.path.length === 1 ? mountHooks.get(imported.module) : undefined;
  return hooks?.names.has(imported?.path[0] ?? "") === true ? hooks.end : undefined;
}

/** `onUnmounted(stop)`, `onScopeDispose(() => …)`: a hook of the scope that the code runs in. */
export function isScopeHook(call: CallNode): boolean {
  return call.type === "CallExpression" && call.callee.type === "Identifier" && scopeHooks.test(call.callee.name);
}

/**
 * The functions that a factory gives to the hooks of its scope. What is given to the cleanup of a watcher runs before the watcher
 * does again.
 */
export function collectHookEnds(file: FileFacts, factory: FunctionNode): readonly End[] {
  return hookCallsIn(file).filter((call) => isWithin(call, factory)).flatMap((call) => {
    const rank = call.callee.type === "Identifier" && rerunCleanups.test(call.callee.name) && hookOfScript(file, factory) !== undefined ? "pausing" : "final";
    return call.arguments.flatMap((argument): readonly End[] => {
      const node = argument.type === "SpreadElement" ? undefined : file.functions.functionValueOf(argument);
      return node === undefined ? [] : [{ node, name: undefined, rank }];
    });
  });
}

const hookCalls = new WeakMap<FileFacts, readonly CallNode[]>();

/** The calls of scope hooks in a file, found by name once: each factory asks for its own. */
function hookCallsIn(file: FileFacts): readonly CallNode[] {
  const known = hookCalls.get(file) ?? file.calls.whose((name) => scopeHooks.test(name)).filter(isScopeHook);
  hookCalls.set(file, known);
  return known;
}
