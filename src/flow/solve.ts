import type { Block, Edge, Graph, Step, StepPosition } from "./graph.ts";
import type { Lattice } from "./lattice.ts";
import { reversePostOrder } from "./reverse-post-order.ts";
import type { Transfer } from "./transfer.ts";
import type { Work } from "./work.ts";

/** The fact that holds at each place of a graph, whichever path led there. */
export interface Solution<Fact> {
  /** The fact where a block begins; the lattice's bottom where no feasible path leads. */
  atEntry(block: Block): Fact;
  before(position: StepPosition): Fact;
  /** The fact after a step, if it completes. */
  after(position: StepPosition): Fact;
  /** The fact that an edge carries; `undefined` where it cannot be followed. */
  onEdge(edge: Edge): Fact | undefined;
}

/**
 * Computes the least solution by following facts forward, a block before its successors where possible.
 * Answers `undefined` when the work is spent: a step for each step and edge that is gone over.
 */
export function solveForward<Fact>(
  graph: Graph,
  lattice: Lattice<Fact>,
  transfer: Transfer<Fact>,
  work: Work,
): Solution<Fact> | undefined {
  const entries = new Map<Block, Fact>([[graph.entry, transfer.initial]]);
  const pending = new Set<Block>([graph.entry]);
  const order = reversePostOrder(graph);

  while (pending.size > 0) {
    // Each round goes over all blocks, also over those with nothing to do.
    if (!work.spend(Math.ceil(order.length / 16))) return undefined;
    for (const block of order) {
      if (!pending.delete(block)) continue;
      if (!work.spend(block.steps.length + block.successors.length)) return undefined;
      for (const successor of flowOut(block, entries, lattice, transfer)) pending.add(successor);
    }
  }
  return buildSolution(entries, lattice, transfer);
}

/** Carries a block's facts over its edges; answers the successors that learn something new. */
function flowOut<Fact>(block: Block, entries: Map<Block, Fact>, lattice: Lattice<Fact>, transfer: Transfer<Fact>): Set<Block> {
  const changed = new Set<Block>();
  const factOn = factsOut(block, entries.get(block) ?? lattice.bottom, transfer);
  for (const edge of block.successors) {
    const arriving = factOn(edge);
    if (arriving === undefined) continue;
    const isFirst = !entries.has(edge.to);
    const known = entries.get(edge.to) ?? lattice.bottom;
    const joined = lattice.join(known, arriving);
    if (!isFirst && lattice.equals(known, joined)) continue;
    entries.set(edge.to, joined);
    changed.add(edge.to);
  }
  return changed;
}

/** The fact on each edge out of a block: an exception edge leaves during the last step, all others after it. */
function factsOut<Fact>(block: Block, entry: Fact, transfer: Transfer<Fact>): (edge: Edge) => Fact | undefined {
  const last = block.steps.at(-1);
  const beforeLast = factBefore(block, block.steps.length - 1, entry, transfer);
  const completed = last === undefined ? entry : transfer.step(beforeLast, last);
  return (edge) => {
    const fact = edge.kind === "exception" && last !== undefined ? transfer.interrupted(beforeLast, last) : completed;
    return transfer.edge === undefined ? fact : transfer.edge(fact, edge);
  };
}

function factBefore<Fact>(block: Block, index: number, entry: Fact, transfer: Transfer<Fact>): Fact {
  let fact = entry;
  for (let at = 0; at < index; at++) fact = transfer.step(fact, block.steps[at] as Step);
  return fact;
}

function buildSolution<Fact>(entries: ReadonlyMap<Block, Fact>, lattice: Lattice<Fact>, transfer: Transfer<Fact>): Solution<Fact> {
  const atEntry = (block: Block): Fact => entries.get(block) ?? lattice.bottom;
  const upTo = (block: Block, index: number): Fact =>
    entries.has(block) ? factBefore(block, index, atEntry(block), transfer) : lattice.bottom;
  return {
    atEntry,
    before: ({ block, index }) => upTo(block, index),
    after: ({ block, index }) => upTo(block, index + 1),
    onEdge: (edge) => (entries.has(edge.from) ? factsOut(edge.from, atEntry(edge.from), transfer)(edge) : undefined),
  };
}
