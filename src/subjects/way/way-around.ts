/** How a function is left between two pieces of its code: the ways from the first that come by none of the second. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { isParameter } from "../../facts/variables.ts";
import type { Graph, Step, StepPosition } from "../../flow/graph.ts";
import { findWitness, type Witness } from "../../flow/witness.ts";
import { unwrap } from "../../syntax/tree.ts";

export interface WayAround {
  /** A promise that rejects or a `throw`, which is bound to happen one day; code that was handed in; or a `return`. */
  readonly by: "rejection" | "foreign-code" | "early-exit";
  readonly cause: TSESTree.Node;
}

/** Finds the surest way out of the graph that leads from `start` around all `removals`, where some way leads to one of them. */
export function findWayAround(file: FileFacts, graph: Graph | undefined, start: TSESTree.Node | "entry", removals: readonly TSESTree.Node[]): WayAround | undefined {
  const from = start === "entry" ? start : graph?.positionsOf(start)[0];
  if (graph === undefined || from === undefined) return undefined;
  const passes = (step: Step): boolean => !removals.includes(step.node);
  if (from !== "entry" && !leadsTo(graph, from, passes)) return undefined;
  const thrownBy = (isCause: (node: TSESTree.Node | undefined) => boolean): TSESTree.Node | undefined =>
    failingNode(findWitness(graph, from, { goal: (block) => block === graph.throwExit, passes, edge: ({ kind, from: block }) => kind !== "exception" || isCause(block.steps.at(-1)?.node) }));
  const thrown = thrownBy(isSureCause);
  if (thrown !== undefined && isSureCause(thrown)) return { by: "rejection", cause: thrown };
  const byEnd = findWitness(graph, from, { goal: (block) => block === graph.exit, passes, edge: () => true });
  const failed = failingNode(byEnd);
  if (failed !== undefined) return isSureCause(failed) ? { by: "rejection", cause: failed } : isForeignCode(file, failed) ? { by: "foreign-code", cause: failed } : undefined;
  const left = byEnd?.flatMap(({ from: block }) => block.steps).findLast(({ action }) => action === "return")?.node;
  if (left !== undefined) return { by: "early-exit", cause: left };
  const cause = thrownBy((node) => isForeignCode(file, node));
  return cause === undefined ? undefined : { by: "foreign-code", cause };
}

/** Whether a removal comes after the insert, in the same round of a loop: the next round has another key. */
function leadsTo(graph: Graph, from: StepPosition, passes: (step: Step) => boolean): boolean {
  if (from.block.steps.slice(from.index + 1).some((step) => !passes(step))) return true;
  const isSameRound = (step: Step): boolean => step.action !== "iterate" && passes(step);
  return findWitness(graph, from, { goal: ({ steps }) => steps.some((step) => !passes(step)), passes: isSameRound, edge: ({ kind }) => kind !== "exception" && kind !== "continue" }) !== undefined;
}

function failingNode(witness: Witness | undefined): TSESTree.Node | undefined {
  return witness?.find(({ kind }) => kind === "exception")?.from.steps.at(-1)?.node;
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
