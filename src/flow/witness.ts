import type { Block, Edge, Graph, Step, StepPosition } from "./graph.ts";

/** Which path is looked for. */
export interface PathQuery {
  /** Whether a path that arrives at this block is what was looked for. */
  goal(block: Block): boolean;
  /** Whether a path may go on once this step has completed. A step that throws has not: its exception edge stays open. */
  passes(step: Step): boolean;
  /** Whether a path may follow this edge. */
  edge(edge: Edge): boolean;
}

/** Where a path begins: just after a step that completed, along an edge, or at the start of the function. */
export type PathStart = StepPosition | Edge | "entry";

/** The edges of a path, in order. */
export type Witness = readonly Edge[];

/** A path in the making: its last edge, and how it got there. */
interface Trail {
  readonly edge: Edge;
  readonly before: Trail | undefined;
}

/** Finds a shortest path from `start` to a goal. */
export function findWitness(graph: Graph, start: PathStart, query: PathQuery): Witness | undefined {
  const trails: Trail[] = firstEdges(graph, start, query).map((edge) => ({ edge, before: undefined }));
  const visited = new Set<Block>();
  for (const trail of trails) {
    const block = trail.edge.to;
    if (query.goal(block)) return edgesOf(trail);
    if (visited.has(block)) continue;
    visited.add(block);
    for (const edge of edgesFrom(block, 0, query)) trails.push({ edge, before: trail });
  }
  return undefined;
}

function firstEdges(graph: Graph, start: PathStart, query: PathQuery): readonly Edge[] {
  if (start === "entry") return edgesFrom(graph.entry, 0, query);
  return "from" in start ? [start] : edgesFrom(start.block, start.index + 1, query);
}

/** The edges that a path standing before the step `index` of a block can leave the block by. */
function edgesFrom(block: Block, index: number, query: PathQuery): readonly Edge[] {
  const last = block.steps.length - 1;
  for (const step of block.steps.slice(index, Math.max(last, 0))) {
    if (!query.passes(step)) return [];
  }
  const lastStep = index <= last ? block.steps[last] : undefined;
  const completes = lastStep === undefined || query.passes(lastStep);
  return block.successors.filter((edge) => {
    const isOpen = edge.kind === "exception" ? lastStep !== undefined : completes;
    return isOpen && query.edge(edge);
  });
}

function edgesOf(trail: Trail): Witness {
  const edges: Edge[] = [];
  for (let at: Trail | undefined = trail; at !== undefined; at = at.before) edges.push(at.edge);
  return edges.reverse();
}
