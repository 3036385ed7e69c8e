import type { Graph, Step, StepPosition } from "./graph.ts";
import { findWitness } from "./witness.ts";

/**
 * Answers whether every path from the start of the function to just before `position` completes a step of which
 * `isDominator` holds. Vacuously so in a place that no path reaches.
 */
export function isDominatedBy(graph: Graph, position: StepPosition, isDominator: (step: Step) => boolean): boolean {
  if (position.block.steps.slice(0, position.index).some(isDominator)) return true;
  if (position.block === graph.entry) return false;
  const query = {
    goal: (block: StepPosition["block"]) => block === position.block,
    passes: (step: Step) => !isDominator(step),
    edge: () => true,
  };
  return findWitness(graph, "entry", query) === undefined;
}
