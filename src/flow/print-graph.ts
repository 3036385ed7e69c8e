/** A graph as text, for people and for the fixtures of the tests. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Block, Edge, Graph, Step } from "./graph.ts";

const LONGEST_TEXT = 48;

/** Describes a graph block by block: what it does, then where control goes from there. */
export function describeGraph(graph: Graph, source: string): string {
  const inner = graph.blocks.filter((block) => !isExit(graph, block));
  return inner.map((block) => describeBlock(graph, block, source)).join("\n");
}

function describeBlock(graph: Graph, block: Block, source: string): string {
  const steps = block.steps.map((step) => `  ${describeStep(step, source)}`);
  const edges = block.successors.map((edge) => `  ${describeEdge(edge, source)} -> ${describeTarget(graph, edge.to)}`);
  return [`${block.id}`, ...steps, ...edges].join("\n");
}

function describeStep({ action, node }: Step, source: string): string {
  const text = excerpt(node, source);
  return text.startsWith(action) ? text : `${action} ${text}`;
}

function describeTarget(graph: Graph, block: Block): string {
  if (block === graph.exit) return "exit";
  return block === graph.throwExit ? "throw exit" : `${block.id}`;
}

function describeEdge({ kind, condition, test }: Edge, source: string): string {
  if (condition === undefined) return kind;
  return `${kind} (${excerpt(condition, source)}${test === "presence" ? " is present" : ""})`;
}

/** The source text of a node on one line, without the body of what has one. */
function excerpt(node: TSESTree.Node, source: string): string {
  const text = source.slice(node.range[0], headEnd(node)).replaceAll(/\s+/g, " ").trim();
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}...`;
}

function headEnd(node: TSESTree.Node): number {
  switch (node.type) {
    case "SwitchCase":
      return node.consequent[0]?.range[0] ?? node.range[1];
    case "ForOfStatement":
    case "ForInStatement":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ClassDeclaration":
    case "ClassExpression":
      return node.body.range[0];
    default:
      return node.range[1];
  }
}

function isExit(graph: Graph, block: Block): boolean {
  return block === graph.exit || block === graph.throwExit;
}
