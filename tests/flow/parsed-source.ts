/** Parses code, and builds the graphs of what stands in it, with an oracle that goes by names. */
import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";

import { buildGraph } from "../../src/flow/build-graph.ts";
import type { FlowOracle, FlowOwner, Graph } from "../../src/flow/graph.ts";

export interface ParsedSource {
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
}

/** Parses TypeScript or JavaScript, and sets the parents of nodes, as ESLint does. */
export function parseSource(text: string, filePath = "source.ts"): ParsedSource {
  const { ast, visitorKeys } = parseForESLint(text, { filePath, range: true, loc: true, sourceType: "module" });
  const source = { text, program: ast as unknown as TSESTree.Program, visitorKeys };
  for (const node of collectNodes(source)) {
    for (const child of childrenOf(node, source)) Object.assign(child, { parent: node });
  }
  return source;
}

/** Collects every node, parents first, in the order of the source. */
export function collectNodes(source: ParsedSource): TSESTree.Node[] {
  const nodes: TSESTree.Node[] = [];
  const open: TSESTree.Node[] = [source.program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nodes.push(node);
    open.push(...childrenOf(node, source).reverse());
  }
  return nodes;
}

function childrenOf(node: TSESTree.Node, { visitorKeys }: ParsedSource): TSESTree.Node[] {
  const fields = node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>;
  return (visitorKeys[node.type] ?? []).flatMap((key) => fields[key] ?? []).filter((child) => child !== null);
}

/** Collects all that a graph can be built of. */
export function collectOwners(source: ParsedSource): FlowOwner[] {
  return collectNodes(source).filter(isOwner);
}

function isOwner(node: TSESTree.Node): node is FlowOwner {
  switch (node.type) {
    case "Program":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "StaticBlock":
      return true;
    case "PropertyDefinition":
    case "AccessorProperty":
      return node.value !== null;
    default:
      return false;
  }
}

/** `exit()`, `fail()` and `await reject()` never return, and `exit()` does not throw either; nor does what is called `safe`. */
export const oracleByName: FlowOracle = {
  neverReturns: (node) => calledName(node) === "exit" || calledName(node) === "fail" || (node.type === "AwaitExpression" && calledName(node.argument) === "reject"),
  cannotThrow: (node) => calledName(node) === "exit" || calledName(node)?.startsWith("safe") === true,
};

function calledName(node: TSESTree.Node): string | undefined {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return undefined;
  return node.callee.type === "Identifier" ? node.callee.name : undefined;
}

/** Builds the graph of the first function of a source. */
export function graphOf(text: string): Graph {
  const source = parseSource(text);
  const owner = collectOwners(source).find(({ type }) => type !== "Program");
  const graph = owner && buildGraph(owner, { visitorKeys: source.visitorKeys, oracle: oracleByName });
  if (graph === undefined) throw new Error("no graph");
  return graph;
}
