/**
 * The graph against the language itself: random functions are run again and again, with calls that answer and throw at
 * random. Each run must be a path of the graph, and each edge of a small graph must be taken by some run.
 */
import { describe, expect, it } from "vitest";

import { checkGraph } from "../../src/flow/check-graph.ts";
import type { Edge, Graph } from "../../src/flow/graph.ts";
import { describeGraph } from "../../src/flow/print-graph.ts";
import { graphOf } from "./parsed-source.ts";
import { followRun } from "./random/follow.ts";
import { writeProgram, type RandomSource } from "./random/program.ts";
import { compileProgram, runProgram } from "./random/run.ts";

const BATCHES = 4;
const PROGRAMS_PER_BATCH = 40;
const RUNS = 50;

/** A graph small enough for chance to take each of its edges, and how long chance is given. */
const SMALL_GRAPH = 40;
const MOST_RUNS = 30_000;

describe("random functions", () => {
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))("run along their graphs and take every edge (batch %i)", { timeout: 120_000 }, (batch) => {
    const random = buildRandomSource(batch);
    for (let count = 0; count < PROGRAMS_PER_BATCH; count += 1) {
      const text = writeProgram(random);
      const graph = graphOf(text);
      expect(checkGraph(graph), text).toEqual([]);
      const untaken = collectUntakenEdges(text, graph, random);
      if (graph.blocks.length <= SMALL_GRAPH) expect(untaken, `${text}\n${describeGraph(graph, text)}`).toEqual([]);
    }
  });
});

/** Runs a function until chance has taken every edge of its graph, or for long enough. */
function collectUntakenEdges(text: string, graph: Graph, random: RandomSource): string[] {
  const program = compileProgram(text);
  const untaken = new Set<Edge>(graph.blocks.flatMap(({ successors }) => successors));
  const mostRuns = graph.blocks.length <= SMALL_GRAPH ? MOST_RUNS : RUNS;
  for (let run = 0; run < mostRuns && untaken.size > 0; run += 1) {
    const result = runProgram(program, random);
    try {
      for (const edge of followRun(graph, result)) untaken.delete(edge);
    } catch (error) {
      throw new Error(`${String(error)}\n${text}\n${describeGraph(graph, text)}\n${JSON.stringify(result)}`);
    }
  }
  return [...untaken].map(({ from, kind, to }) => `${from.id} ${kind} ${to.id}`);
}

/** The generator "mulberry32": the same functions and runs every time. */
function buildRandomSource(seed: number): RandomSource {
  let state = seed;
  return {
    below(bound) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
    },
  };
}
