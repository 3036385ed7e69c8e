/** Entries for the time of one piece of work: inserted before it, removed after it, and left behind where it fails. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { isParameter } from "../facts/variables.ts";
import type { FlowOwner, Graph, Step, StepPosition } from "../flow/graph.ts";
import { findWitness, type Witness } from "../flow/witness.ts";
import { calleeName, enclosingFunction, isWithin, receiverOf, unwrap, type FunctionNode } from "../syntax/tree.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { collectDeletePaths } from "./delete-paths.ts";
import { isBlanking } from "../subjects/collection/growing-inserts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { isSameKey } from "../subjects/collection/same-key.ts";
import type { StrandedEntry } from "./stranded-entry.ts";
import { mentions } from "../subjects/collection/mentioned-place.ts";

export type GraphOf = (owner: FlowOwner) => Graph | undefined;

/** Finds a removal that its own function does not reach where something fails before it. */
export function findInterrupted(file: FileFacts, { collection, lifetime, operations }: KeptCollection, graphOf: GraphOf): StrandedEntry | undefined {
  const inserts = operations.filter((operation) => operation.kind === "insert" && operation.key !== undefined && !isBlanking(operation));
  const removals = operations.filter((operation) => operation.kind === "remove" && operation.key !== undefined);
  if (inserts.length === 0 || removals.length === 0 || collection.kind === "array") return undefined;
  for (const removal of removals) {
    const around = enclosingFunction(removal.node);
    if (around === undefined || isFinal(removal.node, around)) continue;
    const others = removals.filter((other) => enclosingFunction(other.node) !== around);
    const mates = removals.filter((other) => !others.includes(other)).map(({ node }) => node);
    for (const insert of inserts) {
      if (!isSameKey(file, insert.key as TSESTree.Node, removal.key as TSESTree.Node)) continue;
      const start = startOf(file, insert, around);
      // The same variable is the key, and `this` is handed on: `find.call(this)`.
      if (removal.isForeign && start !== "entry") continue;
      if (start === undefined || !isOnMainPath(file, removal.node, around, insert.node, collection)) continue;
      const found = findMiss(file, graphOf(around), start, mates);
      if (found === undefined || !isBefore(found.cause, removal.node)) continue;
      if (hasOtherWayOut(file, collection, operations, others)) return undefined;
      const confidence: Confidence = found.isSure && lifetime.confidence !== "possible" && others.length === 0 ? "certain" : "likely";
      if (!found.isSure && lifetime.confidence === "possible") continue;
      return { reason: found.reason, confidence, collection, node: insert.node, other: removal.node, cause: found.cause };
    }
  }
  return undefined;
}

/** Where the entry is there: after an insert of the same function, or from the beginning of an async function that the inserting one runs. */
function startOf(file: FileFacts, insert: Operation, around: FunctionNode): TSESTree.Node | "entry" | undefined {
  const home = enclosingFunction(insert.node);
  if (home === around) return insert.node;
  if (home === undefined || !around.async || !isWithin(around, home)) return undefined;
  return isRunIn(file, around, home) ? "entry" : undefined;
}

function isRunIn(file: FileFacts, inner: FunctionNode, outer: FunctionNode): boolean {
  if (enclosingFunction(inner) !== outer) return false;
  return file.functions.factOf(inner).role === "immediate" || file.calls.directlyIn(outer).some((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === inner);
}

const BRANCHES = new Set<string>([
  "ConditionalExpression", "LogicalExpression", "SwitchCase", "CatchClause", "ForStatement", "ForOfStatement", "ForInStatement", "WhileStatement", "DoWhileStatement",
]);

/** Whether a removal runs whenever nothing fails: under no condition but one about the entry itself, or one that the insert stands under too. */
function isOnMainPath(file: FileFacts, removal: TSESTree.Node, around: FunctionNode, insert: TSESTree.Node, collection: Collection): boolean {
  const isInside = isWithin(insert, around);
  for (let at: TSESTree.Node = removal; at.parent != null; at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if (parent === around) return true;
    if (isInside && isWithin(insert, parent)) return parent.type !== "IfStatement" && !BRANCHES.has(parent.type);
    if (BRANCHES.has(parent.type)) return false;
    if (parent.type === "IfStatement" && !mentions(file, parent.test, collection.place)) return false;
    if (parent.type === "TryStatement" && parent.block !== at) return false;
  }
  return false;
}

/** Whether a removal stands in a `finally` block or in a handler of failures. */
function isFinal(removal: TSESTree.Node, around: FunctionNode): boolean {
  for (let at: TSESTree.Node = removal; at !== around && at.parent != null; at = at.parent) {
    if (at.type === "CatchClause" || (at.parent.type === "TryStatement" && at.parent.finalizer === at)) return true;
  }
  return around.parent.type === "CallExpression" && /^(?:catch|finally)$/.test(calleeName(around.parent) ?? "");
}

interface Miss {
  readonly reason: "failure" | "early-exit";
  readonly cause: TSESTree.Node;
  /** A promise that rejects, or a `throw`: what is bound to happen one day. */
  readonly isSure: boolean;
}

function findMiss(file: FileFacts, graph: Graph | undefined, start: TSESTree.Node | "entry", removals: readonly TSESTree.Node[]): Miss | undefined {
  if (graph === undefined) return undefined;
  const from = start === "entry" ? "entry" : graph.positionsOf(start)[0];
  if (from === undefined) return undefined;
  const passes = (step: Step): boolean => !removals.includes(step.node);
  if (from !== "entry" && !leadsTo(graph, from, passes)) return undefined;
  const isAwait = (witness: Witness): boolean => isSureCause(thrower(witness));
  const byThrow = findWitness(graph, from, { goal: (block) => block === graph.throwExit, passes, edge: ({ kind, from: block }) => kind !== "exception" || isSureCause(block.steps.at(-1)?.node) });
  const thrown = byThrow === undefined ? undefined : thrower(byThrow);
  if (byThrow !== undefined && thrown !== undefined && isAwait(byThrow)) return { reason: "failure", cause: thrown, isSure: true };
  const byEnd = findWitness(graph, from, { goal: (block) => block === graph.exit, passes, edge: () => true });
  const failed = byEnd === undefined ? undefined : thrower(byEnd);
  if (failed !== undefined) return isSureCause(failed) || isForeignCode(file, failed) ? { reason: "failure", cause: failed, isSure: isSureCause(failed) } : undefined;
  const left = byEnd?.flatMap(({ from: block }) => block.steps).findLast(({ action }) => action === "return")?.node;
  if (left !== undefined) return { reason: "early-exit", cause: left, isSure: false };
  const byCall = findWitness(graph, from, { goal: (block) => block === graph.throwExit, passes, edge: ({ kind, from: block }) => kind !== "exception" || isForeignCode(file, block.steps.at(-1)?.node) });
  const cause = byCall === undefined ? undefined : thrower(byCall);
  return cause === undefined ? undefined : { reason: "failure", cause, isSure: false };
}

/** Whether a removal comes after the insert, in the same round of a loop: the next round has another key. */
function leadsTo(graph: Graph, from: StepPosition, passes: (step: Step) => boolean): boolean {
  if (from.block.steps.slice(from.index + 1).some((step) => !passes(step))) return true;
  const isSameRound = (step: Step): boolean => step.action !== "iterate" && passes(step);
  return findWitness(graph, from, { goal: ({ steps }) => steps.some((step) => !passes(step)), passes: isSameRound, edge: ({ kind }) => kind !== "exception" && kind !== "continue" }) !== undefined;
}

function thrower(witness: Witness): TSESTree.Node | undefined {
  return witness.find(({ kind }) => kind === "exception")?.from.steps.at(-1)?.node;
}

function isSureCause(node: TSESTree.Node | undefined): boolean {
  return node?.type === "AwaitExpression" || node?.type === "ThrowStatement";
}

/** A callback that was handed in, or the parsing of a text: what fails by what comes from outside. */
function isForeignCode(file: FileFacts, node: TSESTree.Node | undefined): boolean {
  if (node?.type !== "CallExpression") return false;
  const callee = unwrap(node.callee);
  if (callee.type === "Identifier") return isParameter(file.variables, callee);
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "JSON";
}

function isBefore(cause: TSESTree.Node, removal: TSESTree.Node): boolean {
  return cause.range[0] < removal.range[0];
}

const FAILURE_EVENTS = /^(?:error|close|closed|end|exit|abort|timeout|disconnect|finish|end(?:ed)?)$/;

/** Whether the entry may leave elsewhere when the work fails: in a handler of failures, by a timer or a sweep, by emptying while the owner lives. */
function hasOtherWayOut(file: FileFacts, collection: Collection, operations: readonly Operation[], others: readonly Operation[]): boolean {
  const emptied = collectDeletePaths(file, collection, operations.filter(({ kind }) => kind === "insert" || kind === "empty"));
  return emptied.canMatch || others.some(({ node }) => standsInFailureHandler(node));
}

function standsInFailureHandler(node: TSESTree.Node): boolean {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    if (isFinal(node, at)) return true;
    const call = at.parent;
    if (call.type !== "CallExpression" || call.callee === at) continue;
    const [event] = call.arguments;
    const name = calleeName(call) ?? "";
    if (/^set(?:Timeout|Interval|Immediate)$/.test(name) || (call.arguments[1] === at && name === "then")) return true;
    if (event?.type === "Literal" && FAILURE_EVENTS.test(String(event.value)) && receiverOf(call) !== undefined) return true;
  }
  return false;
}
