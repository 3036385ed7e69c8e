/** How much work the handles of one function may cost together. */
import type { Graph } from "../../flow/graph.ts";
import { Work } from "../../flow/work.ts";

/** In steps, of which a slow machine makes three thousand in a millisecond. Beyond them the answer is "unknown". In a million lines of public code one function takes 100,000. */
const MAXIMUM_WORK = 125_000;

/** What a path costs that comes to a block, beside the block's steps and the conditions that it carries along. */
export const COST_OF_STATE = 8;

const works = new WeakMap<Graph, Work>();

/** The bound that all handles of a function share, so that thirty of them cost no more than one may. */
export function workOn(graph: Graph): Work {
  const known = works.get(graph) ?? new Work(MAXIMUM_WORK);
  works.set(graph, known);
  return known;
}
