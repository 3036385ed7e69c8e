/** The control-flow graph of a function as a picture. */
import { Graph as Layout, layout } from "@dagrejs/dagre";

import { escapeText } from "../../src/cli/html/markup.ts";
import type { GraphBlock, GraphData, GraphEdge } from "./protocol.ts";

const LETTER = 7.1;
const ROW = 18;
const PADDING = 10;
const LONGEST = 46;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of the text is on the way of the finding in hand: ranges by role. */
export type Roles = readonly { readonly role: string; readonly range: readonly [number, number] }[];

/** Draws a graph as SVG. Each step is a button: its range is in `data-from` and `data-to`. */
export function drawGraph(graph: GraphData, roles: Roles): string {
  const plan = new Layout({ multigraph: true });
  plan.setGraph({ rankdir: "TB", nodesep: 22, ranksep: 30, marginx: 12, marginy: 12, edgesep: 10 });
  plan.setDefaultEdgeLabel(() => ({}));
  for (const block of graph.blocks) plan.setNode(String(block.id), sizeOf(block));
  for (const [index, edge] of graph.edges.entries()) {
    const text = labelOf(edge);
    plan.setEdge({ v: String(edge.from), w: String(edge.to), name: String(index) }, { width: text.length * LETTER * 0.9, height: text === "" ? 0 : ROW, labelpos: "c" });
  }
  layout(plan);
  const { width = 0, height = 0 } = plan.graph() as { readonly width?: number; readonly height?: number };
  const edges = graph.edges.map((edge, index) => drawEdge(edge, plan.edge({ v: String(edge.from), w: String(edge.to), name: String(index) }) as Route));
  const blocks = graph.blocks.map((block) => drawBlock(block, plan.node(String(block.id)) as Place, roles));
  return `<svg viewBox="0 0 ${width.toFixed(0)} ${height.toFixed(0)}" width="${width.toFixed(0)}" height="${height.toFixed(0)}" role="group" aria-label="The control flow of ${escapeText(graph.name)}">
<defs>${["normal", "exception"].map((kind) => `<marker id="arrow-${kind}" class="arrow ${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker>`).join("")}</defs>
${edges.join("")}${blocks.join("")}</svg>`;
}

interface Route {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly x?: number;
  readonly y?: number;
}

function sizeOf(block: GraphBlock): { width: number; height: number } {
  const texts = textsOf(block);
  return { width: Math.max(...texts.map((text) => Math.min(text.length, LONGEST)), 4) * LETTER + 2 * PADDING, height: texts.length * ROW + 2 * PADDING - 4 };
}

function textsOf({ role, steps }: GraphBlock): readonly string[] {
  if (steps.length > 0) return steps.map(({ text }) => text);
  return [role === "entry" ? "start" : role === "exit" ? "end" : role === "throw exit" ? "end by an exception" : "·"];
}

function drawBlock(block: GraphBlock, { x, y, width, height }: Place, roles: Roles): string {
  const [left, top] = [x - width / 2, y - height / 2];
  const rows = textsOf(block).map((text, index) => {
    const step = block.steps[index];
    const role = step === undefined ? undefined : roles.findLast(({ range }) => step.range[0] < range[1] && range[0] < step.range[1])?.role;
    const line = top + PADDING + index * ROW + 11;
    const mark = role === undefined ? "" : `<rect class="step-ground ${role}" x="${(left + 3).toFixed(1)}" y="${(line - 13).toFixed(1)}" width="${(width - 6).toFixed(1)}" height="${ROW}" rx="3"/>`;
    const label = `<text x="${(left + PADDING).toFixed(1)}" y="${line.toFixed(1)}">${escapeText(text)}</text>`;
    return step === undefined ? label : `<g class="step" role="button" tabindex="0" data-from="${step.range[0]}" data-to="${step.range[1]}">${mark}${label}</g>`;
  });
  return `<g class="block ${block.role.replace(" ", "-")}"><rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" rx="7"/>${rows.join("")}</g>`;
}

function drawEdge(edge: GraphEdge, { points, x, y }: Route): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const path = `M${at(first)}${rest.map((point, index) => (index === rest.length - 1 ? `L${at(point)}` : `Q${at(point)} ${at(middle(point, rest[index + 1] ?? point))}`)).join("")}`;
  const text = labelOf(edge);
  const kind = isThrown(edge) ? "exception" : edge.kind;
  const label = text === "" || x === undefined || y === undefined ? "" : `<text class="label" x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}">${escapeText(text)}</text>`;
  return `<g class="edge ${kind}"><title>${escapeText(titleOf(edge))}</title><path d="${path}" marker-end="url(#arrow-${kind === "exception" ? kind : "normal"})"/>${label}</g>`;
}

function at({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function middle(one: { readonly x: number; readonly y: number }, other: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** Exceptions are told by their colour: there are so many of them that their labels would push the rest apart. */
function labelOf(edge: GraphEdge): string {
  return edge.kind === "normal" || isThrown(edge) ? "" : edge.kind;
}

function isThrown({ kind }: GraphEdge): boolean {
  return kind === "exception" || kind === "throw";
}

function titleOf({ kind, condition }: GraphEdge): string {
  return condition === "" ? kind : `${kind}: ${condition}`;
}
