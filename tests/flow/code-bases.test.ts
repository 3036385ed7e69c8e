/** Builds the graph of every function of whole code bases: none may crash, and each must be sound. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { buildGraph } from "../../src/flow/build-graph.ts";
import { checkGraph } from "../../src/flow/check-graph.ts";
import type { FlowOracle } from "../../src/flow/graph.ts";
import { collectOwners, parseSource } from "./parsed-source.ts";

const root = path.resolve(import.meta.dirname, "../..");
const knowsNothing: FlowOracle = { neverReturns: () => false, cannotThrow: () => false };

describe.each(["src", "node_modules/eslint/lib", "node_modules/@typescript-eslint/eslint-plugin"])("%s", (folder) => {
  const files = collectSourceFiles(path.join(root, folder));

  it("has files to read", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it("has a sound graph for every function", { timeout: 120_000 }, () => {
    expect(files.flatMap(collectProblems)).toEqual([]);
  });
});

function collectSourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.d)\.[cm]?[jt]s$/.test(name) && !name.split(path.sep).includes("node_modules"))
    .map((name) => path.join(folder, name));
}

function collectProblems(file: string): string[] {
  const source = parseSource(readFileSync(file, "utf8"), file);
  return collectOwners(source).flatMap((owner) => {
    const graph = buildGraph(owner, { visitorKeys: source.visitorKeys, oracle: knowsNothing });
    const problems = graph === undefined ? ["no graph"] : checkGraph(graph);
    return problems.map((problem) => `${file}:${owner.loc.start.line}: ${problem}`);
  });
}
