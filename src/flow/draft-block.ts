import type { Edge, EdgeKind, Step } from "./graph.ts";

/** What decides between a `true` and a `false` edge. */
export type BranchTest = Pick<Edge, "condition" | "test">;

/** A block while its graph is being built: the same as `Block`, but it may still grow, and has no number yet. */
export interface DraftBlock {
  readonly steps: Step[];
  readonly successors: DraftEdge[];
  readonly predecessors: DraftEdge[];
}

export interface DraftEdge {
  kind: EdgeKind;
  from: DraftBlock;
  to: DraftBlock;
  readonly branch: BranchTest | undefined;
}

/** The blocks of a function whose every node has been lowered. */
export interface DraftGraph {
  /** The reachable blocks in the order in which control was followed into them; the first is the entry. No exits. */
  readonly blocks: readonly DraftBlock[];
  readonly entry: DraftBlock;
  readonly exit: DraftBlock;
  readonly throwExit: DraftBlock;
}

/** Builds a block that nothing leads to yet. */
export function buildDraftBlock(): DraftBlock {
  return { steps: [], successors: [], predecessors: [] };
}

/** Draws an edge and enters it at both of its ends. */
export function connect(from: DraftBlock, to: DraftBlock, kind: EdgeKind, branch?: BranchTest): void {
  const edge: DraftEdge = { kind, from, to, branch };
  from.successors.push(edge);
  to.predecessors.push(edge);
}
