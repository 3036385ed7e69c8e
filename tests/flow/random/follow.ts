/** Follows a run through a graph: each happening must be the next step, and each edge must say what the run decided. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Edge, Graph, Step } from "../../../src/flow/graph.ts";
import type { Run } from "./run.ts";

/** Collects the edges a run takes; throws where the graph has no way for it. */
export function followRun(graph: Graph, { happenings, ended }: Run): readonly Edge[] {
  const taken: Edge[] = [];
  const values = new Map<string, unknown>();
  let block = graph.entry;
  let happened = 0;

  /** The kind of edge by which a step leaves its block early. */
  const perform = (step: Step): "exception" | "return" | undefined => {
    if (step.action === "throw") return "exception";
    const expected = nameOf(step);
    if (expected === undefined) return undefined;
    const happening = happenings[happened];
    happened += 1;
    if (happening?.step !== expected) throw new Error(`the graph says ${expected}, the run ${happening?.step}`);
    values.set(expected, happening.value);
    if (happening.ended === "returned") return "return";
    return happening.ended === "threw" && step.mayThrow ? "exception" : undefined;
  };

  while (block !== graph.exit && block !== graph.throwExit) {
    let early: "exception" | "return" | undefined;
    for (const step of block.steps) early ??= perform(step);
    const edge = early === undefined ? block.successors.findLast((candidate) => isTaken(candidate, values)) : block.successors.find(({ kind }) => kind === early);
    if (edge === undefined) throw new Error(`no edge out of block ${block.id}`);
    taken.push(edge);
    block = edge.to;
  }
  if (happened !== happenings.length) throw new Error(`the run goes on with ${happenings[happened]?.step}`);
  if ((block === graph.exit) !== (ended === "completed")) throw new Error(`the run ${ended}`);
  return taken;
}

function isTaken({ kind, condition, test }: Edge, values: ReadonlyMap<string, unknown>): boolean {
  if (kind === "exception") return false;
  return condition === undefined || (kind === "true") === outcomeOf(condition, test, values);
}

function outcomeOf(condition: TSESTree.Node, test: Edge["test"], values: ReadonlyMap<string, unknown>): boolean {
  if (condition.type === "SwitchCase") {
    const { discriminant } = condition.parent;
    return values.get(`evaluate ${numberIn(discriminant)}`) === values.get(`evaluate ${numberIn(condition.test)}`);
  }
  if (condition.type === "ForOfStatement") return values.get(`iterate ${numberIn(condition.right)}`) === true;
  const tested = condition.type === "ChainExpression" ? condition.expression : condition;
  const value = values.get(`evaluate ${numberIn(tested)}`);
  return test === "presence" ? value !== null && value !== undefined : Boolean(value);
}

/** What a run calls a step; `undefined` for one that leaves no trace. */
function nameOf({ action, node }: Step): string | undefined {
  if (action === "evaluate") return `evaluate ${numberIn(node)}`;
  if (node.type === "ForOfStatement") return `${action} ${numberIn(node.right)}`;
  if (action !== "dispose" || node.type !== "VariableDeclarator") return undefined;
  const loop = node.parent.parent;
  return `dispose ${numberIn(loop.type === "ForOfStatement" ? loop.right : node.init)}`;
}

function numberIn(node: TSESTree.Node | null): unknown {
  const holder = node?.type === "CallExpression" ? node.arguments[0] : node?.type === "YieldExpression" ? node.argument : undefined;
  if (holder?.type !== "Literal") throw new Error(`no number in ${node?.type}`);
  return holder.value;
}
