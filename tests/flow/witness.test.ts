import { describe, expect, it } from "vitest";

import { isDominatedBy } from "../../src/flow/dominators.ts";
import type { Edge, Graph, Step } from "../../src/flow/graph.ts";
import { findWitness, type PathStart, type Witness } from "../../src/flow/witness.ts";
import { graphOf } from "./parsed-source.ts";
import { isNamed, positionOfText, positionsOfText } from "./steps.ts";

const call = (text: string) => ({ action: "evaluate", text }) as const;

/** The way from a start out of a function that never completes `release()`. */
function findLeak(source: string, graph: Graph, start: PathStart, edge: (edge: Edge) => boolean = () => true): Witness | undefined {
  return findWitness(graph, start, {
    goal: (block) => block === graph.exit || block === graph.throwExit,
    passes: (step) => !isNamed(step, source, call("release()")),
    edge,
  });
}

function kindsOfLeak(source: string): string[] | undefined {
  const graph = graphOf(source);
  return findLeak(source, graph, positionOfText(graph, source, call("acquire()")))?.map(({ kind }) => kind);
}

describe("findWitness", () => {
  it("finds the throw between acquire and release", () => {
    expect(kindsOfLeak("function f() { acquire(); mayThrow(); release(); }")).toEqual(["normal", "exception"]);
  });

  it("does not take the exception of the step it starts after, but that of a release", () => {
    expect(kindsOfLeak("function f() { acquire(); release(); }")).toEqual(["normal", "exception"]);
    expect(kindsOfLeak("function f() { acquire(); safe(); }")).toEqual(["normal", "normal"]);
  });

  it("is blocked by a release on every path", () => {
    const source = "function f(a) { acquire(); try { if (a) return; work(); } finally { release(); } }";
    const graph = graphOf(source);
    const ofRelease = (edge: Edge): boolean => edge.from.steps.some((step) => isNamed(step, source, call("release()")));
    const start = positionOfText(graph, source, call("acquire()"));
    expect(findLeak(source, graph, start, (edge) => !(edge.kind === "exception" && ofRelease(edge)))).toBeUndefined();
  });

  it("finds the shortest of several paths", () => {
    expect(kindsOfLeak("function f(a) { acquire(); if (a) { safe(); if (a) { return; } } else { return; } safe(); }")).toEqual([
      "false",
      "return",
    ]);
  });

  it("comes round to its start again", () => {
    const source = "function f() { for (;;) { acquire(); if (safe()) release(); else break; } }";
    const graph = graphOf(source);
    const again = positionOfText(graph, source, call("acquire()")).block;
    const witness = findWitness(graph, positionOfText(graph, source, call("release()")), {
      goal: (block) => block === again,
      passes: () => true,
      edge: () => true,
    });
    expect(witness?.map(({ kind }) => kind)).toEqual(["normal"]);
  });

  it("starts along an edge, or where the function begins", () => {
    const source = "function f(a) { if (a) release(); else work(); }";
    const graph = graphOf(source);
    const [whenTrue, whenFalse] = graph.entry.successors as [Edge, Edge];
    expect(findLeak(source, graph, whenFalse)?.map(({ kind }) => kind)).toEqual(["false", "exception"]);
    expect(findLeak(source, graph, whenTrue, ({ kind }) => kind !== "exception")).toBeUndefined();
    expect(findLeak(source, graph, "entry", (edge) => edge !== whenTrue)?.at(0)).toBe(whenFalse);
  });

  it("does not pass a step in the middle of a block", () => {
    const source = "function f() { safe(); delete a.b; safeLast(); }";
    const graph = graphOf(source);
    const start = positionOfText(graph, source, call("safe()"));
    const passes = (step: Step): boolean => !isNamed(step, source, call("delete a.b"));
    expect(findWitness(graph, start, { goal: () => true, passes, edge: () => true })).toBeUndefined();
    expect(findWitness(graph, start, { goal: () => true, passes: () => true, edge: () => true })).toHaveLength(1);
  });
});

describe("isDominatedBy", () => {
  const isDominated = (source: string): boolean[] => {
    const graph = graphOf(source);
    const positions = positionsOfText(graph, source, call("use()"));
    return positions.map((position) => isDominatedBy(graph, position, (step) => isNamed(step, source, call("open()"))));
  };

  it("holds where the step is on every path", () => {
    expect(isDominated("function f(a) { open(); if (a) g(); use(); }")).toEqual([true]);
    expect(isDominated("function f(a) { if (a) open(); else return; use(); }")).toEqual([true]);
  });

  it("does not hold where a path goes round it, or where it may have thrown", () => {
    expect(isDominated("function f(a) { if (a) open(); use(); }")).toEqual([false]);
    expect(isDominated("function f() { try { open(); } finally { use(); } }")).toEqual([true, false]);
    expect(isDominated("function f() { use(); open(); }")).toEqual([false]);
  });
});
