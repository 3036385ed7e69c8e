import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";

import { buildGraph } from "../../src/flow/build-graph.ts";
import { checkGraph } from "../../src/flow/check-graph.ts";
import type { FlowOracle, Graph } from "../../src/flow/graph.ts";
import { collectNodes, graphOf, oracleByName, parseSource } from "./parsed-source.ts";

function buildTopLevel(text: string, limit?: number): Graph | undefined {
  const { program, visitorKeys } = parseSource(text);
  return buildGraph(program, { visitorKeys, oracle: oracleByName, ...(limit === undefined ? {} : { limit }) });
}

describe("buildGraph", () => {
  it("answers unknown where nested finally bodies would have too many copies", () => {
    const nest = (depth: number): string => (depth === 0 ? "f();" : `try { f(); } finally { ${nest(depth - 1)} }`);
    expect(buildTopLevel(nest(5))).toBeDefined();
    expect(buildTopLevel(nest(40))).toBeUndefined();
  });

  it("answers unknown beyond the limit it is given", () => {
    expect(buildTopLevel("f(); g(); h();", 100)).toBeDefined();
    expect(buildTopLevel("f(); g(); h();", 3)).toBeUndefined();
  });

  it("answers unknown where nodes are nested too deeply, before the stack overflows", () => {
    const { visitorKeys } = parseSource("");
    const nest = (depth: number): object => (depth === 0 ? { type: "Identifier" } : { type: "TryStatement", block: nest(depth - 1), handler: null });
    const build = (depth: number): Graph | undefined =>
      buildGraph({ type: "Program", body: [nest(depth)] } as unknown as TSESTree.Program, { visitorKeys, oracle: oracleByName });
    expect(build(400)).toBeDefined();
    expect(build(1000)).toBeUndefined();
  });

  it("walks nodes of unknown type child by child", () => {
    const source = parseSource("mystery(f(), g());");
    const call = collectNodes(source).find(({ type }) => type === "CallExpression");
    Object.assign(call as TSESTree.Node, { type: "MysteryExpression" });
    const visitorKeys = { ...source.visitorKeys, MysteryExpression: ["arguments"] };
    const graph = buildGraph(source.program, { visitorKeys, oracle: oracleByName });
    expect(graph?.blocks.flatMap(({ steps }) => steps)).toHaveLength(2);
    expect(buildGraph(source.program, { ...source, oracle: oracleByName })).toBeDefined();
  });

  it.each(["break;", "continue;", "break label;", "if (x) { continue; }", "block: { continue block; }", "switch (x) { case 1: continue; }", "try { break; } finally { g(); }"])("lets control stay at a jump that no statement takes, which the parser lets pass: %s", (jump) => {
    const source = parseSource(`${jump} f();`);
    const graph = buildGraph(source.program, { visitorKeys: source.visitorKeys, oracle: oracleByName });
    const call = collectNodes(source).findLast(({ type }) => type === "CallExpression");
    expect(graph === undefined ? ["no graph"] : checkGraph(graph)).toEqual([]);
    expect(graph?.positionsOf(call as TSESTree.Node)).not.toEqual([]);
  });

  it("asks the oracle once about an expression that stands in several copies", () => {
    const asked: TSESTree.Node[] = [];
    const oracle: FlowOracle = { neverReturns: () => false, cannotThrow: (node) => asked.push(node) < 0 };
    const { program, visitorKeys } = parseSource("try { f(); } finally { g(); }");
    buildGraph(program, { visitorKeys, oracle });
    expect(asked).toHaveLength(2);
  });

  it("finds each copy of a node, and none of what is unreachable", () => {
    const source = parseSource("try { f(); } finally { g(); } throw x; h();");
    const graph = buildGraph(source.program, { visitorKeys: source.visitorKeys, oracle: oracleByName });
    const calls = collectNodes(source).filter(({ type }) => type === "CallExpression");
    expect(calls.map((call) => graph?.positionsOf(call).length)).toEqual([1, 2, 0]);
  });
});

describe("checkGraph", () => {
  const broken = (change: (graph: Graph) => void): string[] => {
    const graph = graphOf("function f(a) { if (a) return; using b = f(); g(); }");
    change(graph);
    return checkGraph(graph);
  };

  it("has nothing to say of a sound graph", () => {
    expect(broken(() => {})).toEqual([]);
  });

  it.each<[string, (graph: Graph) => void]>([
    ["a one-sided edge", ({ exit }) => (exit.predecessors as unknown[]).pop()],
    ["an exit with a step", ({ exit, entry }) => (exit.steps as unknown[]).push(...(entry.successors[1]?.to.steps ?? []))],
    ["a missing exception edge", ({ entry }) => (entry.successors[1]?.to.successors as unknown[]).shift()],
    ["a branch with one way", ({ entry }) => (entry.successors as unknown[]).shift()],
    ["a dead end", ({ entry }) => (entry.successors as unknown[]).splice(0)],
    ["a lost position", ({ blocks }) => (blocks[1]?.steps as unknown[]).unshift({ action: "evaluate", node: {}, mayThrow: false })],
    ["a step after one that may throw", ({ entry: { successors: [, edge] } }) => (edge?.to.steps as unknown[]).push(edge?.to.steps[0])],
    ["a disposal left out", ({ blocks }) => blocks.forEach(({ steps }) => steps.at(-1)?.action === "dispose" && (steps as unknown[]).pop())],
  ])("reports %s", (_, change) => {
    expect(broken(change)).not.toEqual([]);
  });
});
