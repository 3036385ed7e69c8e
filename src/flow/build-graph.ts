import { compactGraph } from "./compact-graph.ts";
import { finishGraph } from "./finish-graph.ts";
import { GraphBuilder, GraphLimitReached } from "./graph-builder.ts";
import type { FlowOracle, FlowOwner, Graph } from "./graph.ts";
import { NodeLowering, type VisitorKeys } from "./lower/node-lowering.ts";
import { lowerOwner } from "./lower/owner.ts";

export interface GraphOptions {
  readonly visitorKeys: VisitorKeys;
  readonly oracle: FlowOracle;
  /** How many blocks and steps a graph may take. Nested `finally` bodies double with every level. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 20_000;

/** Builds the control-flow graph of an owner; `undefined` where it would be too large. */
export function buildGraph(owner: FlowOwner, options: GraphOptions): Graph | undefined {
  const builder = new GraphBuilder(options.limit ?? DEFAULT_LIMIT);
  try {
    lowerOwner(new NodeLowering(builder, options.oracle, options.visitorKeys), owner);
    return finishGraph(owner, compactGraph(builder.finish()));
  } catch (error) {
    if (error instanceof GraphLimitReached) return undefined;
    throw error;
  }
}
