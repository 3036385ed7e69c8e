import type { Edge, Step } from "./graph.ts";

/** What the steps and edges of a graph do to a fact. Facts are values: a transfer answers a new one and changes none. */
export interface Transfer<Fact> {
  /** The fact where the function begins. */
  readonly initial: Fact;
  /** The fact after a step that completed. */
  step(fact: Fact, step: Step): Fact;
  /** The fact on the exception edge of a step that threw instead of completing. */
  interrupted(fact: Fact, step: Step): Fact;
  /** What following an edge teaches; `undefined` where the fact shows that it cannot be followed. */
  edge?(fact: Fact, edge: Edge): Fact | undefined;
}
