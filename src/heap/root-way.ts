/** The shortest way from the root of a heap to an object: that which keeps it alive, in the names of the source. */
import { EDGE, NODE, type HeapGraph } from "./heap-graph.ts";

export interface RootWays {
  /** The names on the way to a node, the root's first; empty where nothing but weak references leads there. */
  describe(node: number): readonly string[];
}

const NONE = 0xffffffff;

/** Finds the shortest way to every node. */
export function findRootWays(graph: HeapGraph): RootWays {
  const edgeTo = new Uint32Array(graph.nodeCount).fill(NONE);
  const from = new Uint32Array(graph.nodeCount);
  const queue = new Uint32Array(graph.nodeCount);
  let length = graph.nodeCount > 0 ? 1 : 0;
  for (let at = 0; at < length; at += 1) {
    const node = queue[at] as number;
    const end = graph.firstEdgeOf(node + 1);
    for (let edge = graph.firstEdgeOf(node); edge < end; edge += 1) {
      const target = graph.targetOf(edge);
      if (target === 0 || edgeTo[target] !== NONE || graph.edgeKindOf(edge) === EDGE.weak) continue;
      edgeTo[target] = edge;
      from[target] = node;
      queue[length] = target;
      length += 1;
    }
  }
  return { describe: (node) => (edgeTo[node] === NONE ? [] : describeWay(graph, node, edgeTo, from)) };
}

/** A way longer than this is told by its end. */
const MOST_NAMES = 12;

function describeWay(graph: HeapGraph, node: number, edgeTo: Uint32Array, from: Uint32Array): readonly string[] {
  const names: string[] = [];
  for (let at = node; at !== 0 && names.length <= MOST_NAMES; at = from[at] as number) {
    const name = describeStep(graph, edgeTo[at] as number, from[at] as number, at);
    if (name !== undefined) names.unshift(name);
  }
  return names.length > MOST_NAMES ? ["…", ...names.slice(1)] : names;
}

/** One step as a reader of the source would write it; undefined for what only the machine knows. */
function describeStep(graph: HeapGraph, edge: number, from: number, to: number): string | undefined {
  const kind = graph.edgeKindOf(edge);
  const name = graph.edgeNameOf(edge);
  if (from === 0 || (graph.kindOf(from) === NODE.synthetic && graph.kindOf(to) === NODE.synthetic)) return graph.kindOf(to) === NODE.synthetic && graph.nameOf(to) === "(GC roots)" ? undefined : graph.nameOf(to);
  const type = graph.kindOf(to) === NODE.object && !graph.nameOf(to).startsWith("system / ") ? `: ${graph.nameOf(to)}` : "";
  if (kind === EDGE.context) return `variable ${name}${type}`;
  if (kind === EDGE.property) return `.${name}${type}`;
  if (kind === EDGE.element) return `[${name}]${type}`;
  if (graph.kindOf(to) === NODE.closure) return `function ${graph.nameOf(to) || "(anonymous)"}`;
  return type === "" ? undefined : `an entry${type}`;
}
