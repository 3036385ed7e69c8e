import type { Graph, Step, StepAction, StepPosition } from "../../src/flow/graph.ts";

/** The source text that a test names a step by. */
export interface NamedStep {
  readonly action: StepAction;
  readonly text: string;
}

/** Finds the positions of the steps with an action and a source text, in the order of the blocks. */
export function positionsOfText(graph: Graph, source: string, { action, text }: NamedStep): StepPosition[] {
  return graph.blocks.flatMap((block) =>
    block.steps.flatMap((step, index) => (isNamed(step, source, { action, text }) ? [{ block, index }] : [])),
  );
}

/** The only such position. */
export function positionOfText(graph: Graph, source: string, named: NamedStep): StepPosition {
  const [position, ...others] = positionsOfText(graph, source, named);
  if (position === undefined || others.length > 0) throw new Error(`${named.text} has ${others.length + (position ? 1 : 0)} positions`);
  return position;
}

/** Answers whether a step has this action and this source text. */
export function isNamed(step: Step, source: string, { action, text }: NamedStep): boolean {
  return step.action === action && source.slice(...step.node.range) === text;
}
