import { describe, expect, it } from "vitest";

import type { Graph } from "../../src/flow/graph.ts";
import type { Lattice } from "../../src/flow/lattice.ts";
import { solveForward, type Solution } from "../../src/flow/solve.ts";
import type { Transfer } from "../../src/flow/transfer.ts";
import { Work } from "../../src/flow/work.ts";
import { graphOf } from "./parsed-source.ts";
import { positionOfText } from "./steps.ts";

/** The names that were assigned on some path, in the order of the alphabet; `undefined` where no path leads. */
type Names = readonly string[] | undefined;

const names: Lattice<Names> = {
  bottom: undefined,
  join: (a, b) => (a === undefined ? b : b === undefined ? a : [...new Set([...a, ...b])].sort()),
  equals: (a, b) => a?.join() === b?.join(),
};

const assigned: Transfer<Names> = {
  initial: [],
  step: (fact, { action, node }) =>
    action === "assign" && node.type === "AssignmentExpression" && node.left.type === "Identifier" ? names.join(fact, [node.left.name]) : fact,
  interrupted: (fact) => names.join(fact, ["thrown"]),
};

function solve(graph: Graph, transfer = assigned, maximumSteps = 1000): Solution<Names> | undefined {
  return solveForward(graph, names, transfer, new Work(maximumSteps));
}

describe("solveForward", () => {
  it("joins where paths meet", () => {
    const graph = graphOf("function f(x) { if (x) a = 1; else b = 1; c = 1; }");
    expect(solve(graph)?.atEntry(graph.exit)).toEqual(["a", "b", "c"]);
  });

  it("answers bottom where no path leads", () => {
    const graph = graphOf("function f() { a = 1; }");
    expect(solve(graph)?.atEntry(graph.throwExit)).toBeUndefined();
  });

  it("carries facts round loops until they rest", () => {
    const graph = graphOf("function f(x) { while (x) { if (x) { a = 1; continue; } b = 1; } }");
    const [head] = graph.entry.successors;
    expect(head && solve(graph)?.atEntry(head.to)).toEqual(["a", "b"]);
  });

  it("gives an exception edge what was completed before the throw", () => {
    const source = "function f() { a = 1; mayThrow(); b = 1; }";
    const graph = graphOf(source);
    expect(solve(graph)?.atEntry(graph.throwExit)).toEqual(["a", "thrown"]);
    expect(solve(graph)?.atEntry(graph.exit)).toEqual(["a", "b"]);
  });

  it("answers the fact at each step and on each edge", () => {
    const source = "function f() { a = 1; b = 1; mayThrow(); }";
    const graph = graphOf(source);
    const solution = solve(graph);
    const position = positionOfText(graph, source, { action: "assign", text: "b = 1" });
    expect(solution?.before(position)).toEqual(["a"]);
    expect(solution?.after(position)).toEqual(["a", "b"]);
    expect(position.block.successors.map((edge) => solution?.onEdge(edge))).toEqual([["a", "b", "thrown"], ["a", "b"]]);
  });

  it("does not follow an edge that the transfer calls infeasible", () => {
    const graph = graphOf("function f(x) { if (x) a = 1; else b = 1; }");
    const onlyTrue: Transfer<Names> = { ...assigned, edge: (fact, { kind }) => (kind === "false" ? undefined : fact) };
    const solution = solve(graph, onlyTrue);
    expect(solution?.atEntry(graph.exit)).toEqual(["a"]);
    expect(graph.entry.successors.map((edge) => solution?.onEdge(edge))).toEqual([[], undefined]);
  });

  it("gives up at the work bound", () => {
    const graph = graphOf("function f(x) { while (x) { f(); g(); } }");
    expect(solve(graph, assigned, 3)).toBeUndefined();
  });

  it("gives up on facts that never rest", () => {
    const graph = graphOf("function f() { for (;;) a = 1; }");
    const counting: Transfer<Names> = { ...assigned, step: (fact) => [...(fact ?? []), "again"] };
    const growing: Lattice<Names> = { ...names, join: (_, b) => b };
    expect(solveForward(graph, growing, counting, new Work(500))).toBeUndefined();
  });
});
