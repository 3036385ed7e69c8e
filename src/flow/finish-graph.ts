import type { TSESTree } from "@typescript-eslint/utils";
import type { DraftBlock, DraftEdge, DraftGraph } from "./draft-block.ts";
import type { Block, Edge, FlowOwner, Graph, Step, StepPosition } from "./graph.ts";

interface GrowingBlock extends Block {
  readonly steps: readonly Step[];
  readonly successors: Edge[];
  readonly predecessors: Edge[];
}

/** Builds the graph that a finished draft describes: blocks are numbered, exits stand last. */
export function finishGraph(owner: FlowOwner, draft: DraftGraph): Graph {
  const drafts = [...draft.blocks, draft.exit, draft.throwExit];
  const blockOf = new Map<DraftBlock, GrowingBlock>();
  for (const [id, { steps }] of drafts.entries()) {
    blockOf.set(drafts[id] as DraftBlock, { id, steps, successors: [], predecessors: [] });
  }
  const finished = (block: DraftBlock): GrowingBlock => blockOf.get(block) as GrowingBlock;

  for (const block of drafts) {
    for (const edge of block.successors) enterEdge(edge, finished(edge.from), finished(edge.to));
  }
  const blocks = drafts.map(finished);
  const positions = collectPositions(blocks);
  return {
    owner,
    blocks,
    entry: finished(draft.entry),
    exit: finished(draft.exit),
    throwExit: finished(draft.throwExit),
    positionsOf: (node) => positions.get(node) ?? [],
  };
}

function enterEdge({ kind, branch }: DraftEdge, from: GrowingBlock, to: GrowingBlock): void {
  const edge: Edge = { kind, from, to, ...branch };
  from.successors.push(edge);
  to.predecessors.push(edge);
}

function collectPositions(blocks: readonly Block[]): Map<TSESTree.Node, StepPosition[]> {
  const positions = new Map<TSESTree.Node, StepPosition[]>();
  for (const block of blocks) {
    for (const [index, step] of block.steps.entries()) {
      const known = positions.get(step.node);
      if (known === undefined) positions.set(step.node, [{ block, index }]);
      else known.push({ block, index });
    }
  }
  return positions;
}
