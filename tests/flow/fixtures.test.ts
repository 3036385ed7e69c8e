/** Each fixture carries the graphs that are expected of it on top; `UPDATE_GRAPHS=1` writes them anew. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { buildGraph } from "../../src/flow/build-graph.ts";
import { checkGraph } from "../../src/flow/check-graph.ts";
import type { FlowOwner, Graph } from "../../src/flow/graph.ts";
import { describeGraph } from "../../src/flow/print-graph.ts";
import { collectOwners, oracleByName, parseSource, type ParsedSource } from "./parsed-source.ts";

const folder = path.join(import.meta.dirname, "fixtures");
const EXPECTED = /^\/\*\n(?<expected>[^]*?)\n\*\/\n\n?/;

describe.each(readdirSync(folder).sort())("%s", (name) => {
  const file = path.join(folder, name);
  const text = readFileSync(file, "utf8");
  const source = parseSource(text.replace(EXPECTED, ""), file);
  const graphs = collectOwners(source).map((owner) => buildFixtureGraph(owner, source));
  const described = graphs.filter(hasContent).map((graph) => describeFixtureGraph(graph, source)).join("\n\n");

  it("has the expected graphs", () => {
    if (process.env.UPDATE_GRAPHS === "1") writeFileSync(file, `/*\n${described}\n*/\n\n${source.text}`);
    else expect(described).toBe(EXPECTED.exec(text)?.groups?.expected);
  });

  it("has sound graphs", () => {
    expect(graphs.flatMap(checkGraph)).toEqual([]);
  });
});

function buildFixtureGraph(owner: FlowOwner, { visitorKeys }: ParsedSource): Graph {
  const graph = buildGraph(owner, { visitorKeys, oracle: oracleByName });
  if (graph === undefined) throw new Error("a fixture is too large");
  return graph;
}

/** The top level of most fixtures only creates functions; that is left out. */
function hasContent({ owner, blocks }: Graph): boolean {
  return owner.type !== "Program" || blocks.some(({ steps }) => steps.some(({ node }) => node.type !== "FunctionDeclaration"));
}

function describeFixtureGraph(graph: Graph, { text }: ParsedSource): string {
  const { owner } = graph;
  const [firstLine = ""] = text.slice(...owner.range).split("\n");
  const title = owner.type === "Program" ? "the top level" : firstLine.replace(/ \{$/, "");
  return `${title}\n${describeGraph(graph, text)}`;
}
