/** Entries that only a callback of success removes: the promise rejects, or the error comes first, and the entry stays. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { neverRejects } from "../facts/sure-promises.ts";
import { findWitness } from "../flow/witness.ts";
import { initializerOf } from "../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, type FunctionNode } from "../syntax/tree.ts";
import { collectDeletePaths } from "./delete-paths.ts";
import { isBlanking } from "../subjects/collection/growing-inserts.ts";
import type { GraphOf } from "./interrupted-entry.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { wordsOf } from "../syntax/words-of.ts";
import { isSameKey } from "../subjects/collection/same-key.ts";
import type { StrandedEntry } from "./stranded-entry.ts";

/** Finds the only removal of an entry in a callback that does not run, or returns early, when the work fails. */
export function findSuccessOnly(file: FileFacts, { collection, lifetime, operations }: KeptCollection, graphOf: GraphOf): StrandedEntry | undefined {
  const removals = operations.filter(({ kind }) => kind === "remove");
  const [removal] = removals;
  if (removal?.key === undefined || removals.length !== 1 || removal.isForeign) return undefined;
  const { key } = removal;
  const callback = enclosingFunction(removal.node);
  if (callback === undefined || file.functions.factOf(callback).role !== "callback") return undefined;
  const insert = operations.find((operation) => operation.kind === "insert" && operation.key !== undefined && !isBlanking(operation) && !isWithin(operation.node, callback) && isSameKey(file, operation.key, key));
  const home = insert === undefined ? undefined : enclosingFunction(insert.node);
  if (insert === undefined || home === undefined || !isWithin(callback, home)) return undefined;
  if (collectDeletePaths(file, collection, operations.filter(({ kind }) => kind === "insert" || kind === "empty")).canMatch) return undefined;
  const rejection = rejectionOf(file, callback);
  // Whoever empties the collection as a whole, at a flush or a reset, has another end for what a rejection leaves.
  const isEmptied = operations.some(({ kind }) => kind === "empty");
  if (rejection !== "possible" || isEmptied || waitsForEnd(callback)) return undefined;
  const confidence = lifetime.confidence === "possible" ? "likely" : "certain";
  if (isFulfilledOnly(callback)) return { reason: "success-only", confidence, collection, node: insert.node, other: removal.node };
  const cause = errorReturn(file, callback, removal.node, graphOf);
  return cause === undefined ? undefined : { reason: "early-exit", confidence, collection, node: insert.node, other: removal.node, cause };
}

/** `p.then(callback)` without a `catch` or `finally` before it: the callback runs only if everything before it went well. */
function isFulfilledOnly(callback: FunctionNode): boolean {
  const call = callback.parent;
  if (call.type !== "CallExpression" || calleeName(call) !== "then" || call.arguments[0] !== callback || isEndSignal(receiverOf(call))) return false;
  for (let at = receiverOf(call); at?.type === "CallExpression"; at = receiverOf(at)) {
    const name = calleeName(at);
    if (name === "catch" || name === "allSettled" || (name === "then" && at.arguments.length > 1)) return false;
  }
  return true;
}

/** `unsubscribe(channel).then(() => …)`: what could not be ended is still there, and so is its entry. */
function waitsForEnd({ parent }: FunctionNode): boolean {
  const promise = parent.type === "CallExpression" && calleeName(parent) === "then" ? receiverOf(parent) : undefined;
  const [verb] = promise?.type === "CallExpression" ? wordsOf(calleeName(promise) ?? "") : [];
  return /^(?:unsubscribe|unregister|close|remove|delete|destroy|dispose|disconnect|detach|release|stop|terminate|kill|shutdown|teardown|end|leave|unmount)$/.test(verb ?? "");
}

/** Whether the promise before `then(callback)` can be rejected: never where its maker only resolves, doubtful where such a one comes last. */
function rejectionOf(file: FileFacts, { parent }: FunctionNode): "possible" | "doubtful" | "never" {
  const promise = parent.type === "CallExpression" && calleeName(parent) === "then" ? receiverOf(parent) : undefined;
  const node = promise === undefined ? undefined : unwrap(promise);
  const variable = node?.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const made = variable === undefined ? node : initializerOf(variable);
  if (made === undefined) return "possible";
  if (isResolvedOnly(made) || neverRejects(file, made)) return "never";
  const [next] = made.type === "CallExpression" && calleeName(made) === "then" ? made.arguments : [];
  const link = next === undefined ? undefined : file.functions.functionValueOf(next);
  return link !== undefined && isResolvedOnly(link.body) ? "doubtful" : "possible";
}

/** `new Promise((resolve) => …)`: nothing rejects it. */
function isResolvedOnly(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const executor = node.type === "NewExpression" && calleeName(node) === "Promise" ? node.arguments[0] : undefined;
  return executor !== undefined && isFunction(executor) && executor.params.length === 1 && executor.params[0]?.type === "Identifier";
}

/** `watcher.whenDisposed`, `socket.closed`: such a promise tells that something ended and has no reason to be rejected. */
function isEndSignal(promise: TSESTree.Node | undefined): boolean {
  const name = promise?.type === "CallExpression" ? calleeName(promise) : promise?.type === "MemberExpression" ? memberName(promise) : promise?.type === "Identifier" ? promise.name : undefined;
  return wordsOf(name ?? "").some((word) => /^(?:when|until|once|disposed?|closed?|closing|done|exit|exited|end|ended|finished|destroyed|cancell?ed|aborted|settled|delay|sleep|wait|timeout|tick)$/.test(word));
}

/** The `return` or `throw` that leaves `(err, result) => { if (err) return done(err); … }` before the removal. */
function errorReturn(file: FileFacts, callback: FunctionNode, removal: TSESTree.Node, graphOf: GraphOf): TSESTree.Node | undefined {
  const [error] = callback.params;
  if (error?.type !== "Identifier" || !/^(?:e|err|error|ex)$|(?:Err|Error)$/.test(error.name)) return undefined;
  const graph = graphOf(callback);
  if (graph === undefined) return undefined;
  const isError = (test: TSESTree.Node | undefined): boolean => test !== undefined && unwrap(test).type === "Identifier" && file.variables.variableOf(unwrap(test)) === file.variables.variableOf(error);
  const witness = findWitness(graph, "entry", {
    goal: (block) => block === graph.exit || block === graph.throwExit,
    passes: (step) => step.node !== removal,
    edge: (edge) => edge.kind !== "exception" && !(edge.kind === "false" && isError(edge.condition)),
  });
  if (witness?.some(({ kind, condition }) => kind === "true" && isError(condition)) !== true) return undefined;
  const cause = witness.flatMap(({ from }) => from.steps).findLast(({ action }) => action === "return" || action === "throw")?.node;
  return cause !== undefined && !isFunction(cause) ? cause : undefined;
}
