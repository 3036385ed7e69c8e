/** What the engine has found out about a file on its way to the verdicts, as plain data: its keys and its graphs. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../../src/facts/file-facts.ts";
import type { FlowOwner, Graph } from "../../../src/flow/graph.ts";
import { buildKeyForm } from "../../../src/subjects/key/build-key-form.ts";
import { printForm } from "../../../src/subjects/key/key-form.ts";
import { collectKeyUses } from "../../../src/subjects/key/sinks.ts";
import { buildGraphs } from "../../../src/subjects/way/graphs.ts";
import type { GraphBlock, GraphData, KeyReading } from "../protocol.ts";

const LONGEST_TEXT = 44;
/** A graph of more blocks is not readable as a picture. */
const MOST_BLOCKS = 150;

/** Reads what each key of the file is made of, in the order of the source. */
export function readKeys(file: FileFacts): readonly KeyReading[] {
  const source = file.sourceCode.text;
  const readings = collectKeyUses(file).map(({ operation, key, node }) => ({
    line: key.loc.start.line,
    range: key.range,
    operation,
    store: describeStore(node, key, source),
    source: shorten(source.slice(...key.range)),
    // The name of a new object without the ceremony that a message needs.
    form: printForm(buildKeyForm(file, key)).replaceAll(/\bfresh (?:an? )?(?:new )?`([^`]*)`/gu, "fresh $1"),
  }));
  return readings.sort((one, other) => one.range[0] - other.range[0]);
}

/** The text before the key, up to the operation on it: `streams.set`. */
function describeStore(operation: TSESTree.Node, key: TSESTree.Node, source: string): string {
  const before = source.slice(operation.range[0], key.range[0]).replace(/[([\s`"']+$/u, "");
  return shorten(before.replace(/^delete\s+/u, ""));
}

/** Draws up the graphs of the functions of a file, the top level first. */
export function readGraphs(file: FileFacts, owners: readonly FlowOwner[]): readonly GraphData[] {
  const built = buildGraphs(file);
  return owners.flatMap((owner) => {
    const graph = built.graphOf(owner);
    const isEmpty = graph === undefined || graph.blocks.length > MOST_BLOCKS || graph.blocks.every(({ steps }) => steps.length === 0);
    return isEmpty ? [] : [describe(graph, file.sourceCode.text)];
  });
}

function describe(graph: Graph, source: string): GraphData {
  const roleOf = (block: Graph["entry"]): GraphBlock["role"] =>
    block === graph.exit ? "exit" : block === graph.throwExit ? "throw exit" : block === graph.entry ? "entry" : "block";
  const shown = graph.blocks.filter((block) => block !== graph.throwExit || block.predecessors.length > 0);
  return {
    name: nameOf(graph.owner, source),
    range: graph.owner.range,
    blocks: shown.map((block) => ({
      id: block.id,
      role: roleOf(block),
      steps: block.steps.map(({ action, node }) => ({ text: withAction(action, excerpt(node, source)), range: [node.range[0], endOfHead(node)] as const })),
    })),
    edges: shown.flatMap(({ successors }) => successors.map(({ kind, from, to, condition }) => ({ from: from.id, to: to.id, kind, condition: condition === undefined ? "" : excerpt(condition, source) }))),
  };
}

function withAction(action: string, text: string): string {
  return action === "evaluate" || text.startsWith(action) ? text : `${action} ${text}`;
}

function nameOf(owner: FlowOwner, source: string): string {
  if (owner.type === "Program") return "top level";
  if (owner.type === "StaticBlock") return "static block";
  if (owner.type === "PropertyDefinition" || owner.type === "AccessorProperty") return shorten(source.slice(...owner.key.range));
  if (owner.id != null) return owner.id.name;
  const { parent } = owner;
  if (parent.type === "MethodDefinition" || parent.type === "Property") return source.slice(...parent.key.range);
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  return excerpt(owner, source);
}

/** The source of a node on one line, without the body of what has one. */
function excerpt(node: TSESTree.Node, source: string): string {
  return shorten(source.slice(node.range[0], endOfHead(node)));
}

function endOfHead(node: TSESTree.Node): number {
  const hasBody = "body" in node && node.body != null && !Array.isArray(node.body) && /^(?:BlockStatement|ClassBody)$/u.test(node.body.type);
  return hasBody ? (node.body as TSESTree.Node).range[0] : node.range[1];
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}
