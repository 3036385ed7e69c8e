/**
 * Takes out of a draft the blocks that only the builder needed: empty ones on the way to somewhere else, and the seams
 * between blocks that always follow each other.
 */
import type { DraftBlock, DraftEdge, DraftGraph } from "./draft-block.ts";
import type { EdgeKind } from "./graph.ts";

/** Answers the same graph with as few blocks as its steps and edges allow. Changes the blocks it is given. */
export function compactGraph(draft: DraftGraph): DraftGraph {
  const removed = new Set<DraftBlock>();
  for (const block of draft.blocks) {
    if (block !== draft.entry && bypass(block)) removed.add(block);
  }
  for (const block of draft.blocks) {
    if (!removed.has(block)) absorbFollowers(block, draft, removed);
  }
  return { ...draft, blocks: draft.blocks.filter((block) => !removed.has(block)) };
}

/** Leads the edges into an empty block straight to where it goes, unless that would lose the kind of an edge. */
function bypass(block: DraftBlock): boolean {
  const [onward, ...others] = block.successors;
  if (block.steps.length > 0 || onward === undefined || others.length > 0 || onward.to === block) return false;
  if (block.predecessors.some((edge) => joinedKind(edge.kind, onward.kind) === undefined)) return false;

  removeFrom(onward.to.predecessors, onward);
  for (const edge of block.predecessors) {
    edge.kind = joinedKind(edge.kind, onward.kind) ?? edge.kind;
    edge.to = onward.to;
    onward.to.predecessors.push(edge);
  }
  return true;
}

/** The kind of one edge that stands for two in a row, if one kind can say it. */
function joinedKind(first: EdgeKind, second: EdgeKind): EdgeKind | undefined {
  if (second === "normal" || first === second) return first;
  if (first === "normal") return second;
  return first === "exception" && second === "throw" ? "exception" : undefined;
}

function absorbFollowers(block: DraftBlock, draft: DraftGraph, removed: Set<DraftBlock>): void {
  for (let follower = findFollower(block, draft); follower !== undefined; follower = findFollower(block, draft)) {
    const seam = block.successors.findIndex((edge) => edge.kind === "normal");
    block.successors.splice(seam, 1);
    block.steps.push(...follower.steps);
    for (const edge of follower.successors) {
      edge.from = block;
      block.successors.push(edge);
    }
    removed.add(follower);
  }
}

/** The block that comes after this one and after no other, if the two can be one. */
function findFollower(block: DraftBlock, draft: DraftGraph): DraftBlock | undefined {
  const [onward, ...others] = block.successors.filter((edge) => edge.kind !== "exception");
  if (onward?.kind !== "normal" || others.length > 0) return undefined;

  const follower = onward.to;
  const isShared = follower.predecessors.length > 1;
  const isFixed = follower === block || follower === draft.entry || follower === draft.exit || follower === draft.throwExit;
  if (isShared || isFixed) return undefined;
  const staysLast = block.successors.length > 1;
  return staysLast && follower.steps.length > 0 ? undefined : follower;
}

function removeFrom(edges: DraftEdge[], edge: DraftEdge): void {
  edges.splice(edges.indexOf(edge), 1);
}
