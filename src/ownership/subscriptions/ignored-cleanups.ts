/** Callbacks that return their cleanup to a framework that does not take it: Vue's watchers and hooks, and effects that are asynchronous. */
import type { TSESTree } from "@typescript-eslint/utils";

import { effectCalls } from "../../catalogue/data/lifecycles.ts";
import { cleanupIgnorers } from "../../catalogue/data/subscriptions.ts";
import type { Pair } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, isFunction, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";
import { returnedValues } from "../../subjects/owner/closure-ends.ts";
import { ownerOf, type Owner } from "../../subjects/owner/owner.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";

/** A cleanup that nobody calls. */
export interface IgnoredCleanup {
  readonly resource: Resource;
  readonly owner: Owner;
  readonly confidence: Confidence;
  /** The cleanup. */
  readonly target: TSESTree.Node;
}

const RELEASING = /^(?:remove\w*|un(?:[A-Z]|observe|listen|watch|bind|register|mount|subscribe)\w*|off|clear\w+|dispose|disconnect|unsubscribe|abort|cancel\w*|stop|destroy|close|detach|cleanup)$/;

/** Collects the cleanups that are returned to a call which does not take them. */
export function collectIgnoredCleanups(file: FileFacts): readonly IgnoredCleanup[] {
  return file.calls.whose((name) => cleanupIgnorers.has(name) || effectCalls.test(name)).flatMap((call) => {
    if (call.type !== "CallExpression") return [];
    const callback = ignoringCallbackOf(file, call);
    const target = callback === undefined ? undefined : returnedValues(file, callback).find((value) => isCleanup(file, value));
    if (callback === undefined || target === undefined) return [];
    const resource: Resource = { acquisition: call, pair: pairFor(callback.async ? "language/promised-cleanup" : "language/ignored-cleanup"), confidence: "certain" };
    return [{ resource, owner: ownerOf(file, call), confidence: "certain" as const, target }];
  });
}

/** The callback whose result the call drops. */
function ignoringCallbackOf(file: FileFacts, call: TSESTree.CallExpression): FunctionNode | undefined {
  const name = calleeName(call) ?? "";
  const module = cleanupIgnorers.get(name);
  const isEffect = effectCalls.test(name);
  if (module === undefined && !isEffect) return undefined;
  const callback = call.arguments[name === "watch" ? 1 : 0];
  if (!isFunction(callback)) return undefined;
  if (isEffect) return callback.async ? callback : undefined;
  const imported = file.imports.importedValueOf(unwrap(call.callee))?.module;
  return imported !== undefined && /^(?:vue|vue-demi|@vue\/\S+)$/.test(imported) ? callback : undefined;
}

/** Whether a returned value is a function that lets go of something. */
function isCleanup(file: FileFacts, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  if (node.type === "Identifier" && /^(?:stop|clean_?up|dispose|unsubscribe|teardown|destroy|unlisten)/i.test(node.name)) return true;
  const cleanup = file.functions.functionValueOf(node);
  if (cleanup === undefined || cleanup.params.length > 0) return false;
  let releases = false;
  walk(cleanup.body, file.visitorKeys, (inner) => {
    const name = inner.type === "CallExpression" ? calleeName(inner) : undefined;
    if (name !== undefined && (RELEASING.test(name) || teardownRankOf(file, name) !== undefined)) releases = true;
    return !releases;
  });
  return releases;
}

/** How Vue takes a cleanup instead: https://vuejs.org/guide/essentials/watchers.html#side-effect-cleanup */
function pairFor(id: Pair["id"]): Pair {
  return {
    id,
    noun: "a cleanup",
    acquire: { form: "call", callee: memberOf(anything, "effect") },
    handle: { from: "result" },
    releases: [{ by: "invoke" }],
    heldBy: "process",
  };
}
