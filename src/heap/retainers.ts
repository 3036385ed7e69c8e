/** What refers to an object: the edges of a snapshot, turned round. Weak ones are left out, since they keep nothing. */
import { EDGE, type HeapGraph } from "./heap-graph.ts";

export interface Retainers {
  /** Calls `visit` with each edge that leads to the node, and the node that it comes from, until it answers true. */
  forEach(node: number, visit: (edge: number, from: number) => unknown): void;
}

/** Turns the edges of a graph round. */
export function buildRetainers(graph: HeapGraph): Retainers {
  const first = new Uint32Array(graph.nodeCount + 1);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (graph.edgeKindOf(edge) !== EDGE.weak) first[graph.targetOf(edge) + 1] = (first[graph.targetOf(edge) + 1] as number) + 1;
  }
  for (let node = 0; node < graph.nodeCount; node += 1) first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  const edges = new Uint32Array(first[graph.nodeCount] as number);
  const sources = new Uint32Array(edges.length);
  const next = first.slice();
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const end = graph.firstEdgeOf(node + 1);
    for (let edge = graph.firstEdgeOf(node); edge < end; edge += 1) {
      if (graph.edgeKindOf(edge) === EDGE.weak) continue;
      const target = graph.targetOf(edge);
      const at = next[target] as number;
      edges[at] = edge;
      sources[at] = node;
      next[target] = at + 1;
    }
  }
  return {
    forEach(node, visit) {
      for (let at = first[node] as number; at < (first[node + 1] as number); at += 1) {
        if (visit(edges[at] as number, sources[at] as number) === true) return;
      }
    },
  };
}
