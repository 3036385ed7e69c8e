/** The graph of the function that the cursor is in, or of another one that is chosen. */
import { escapeText } from "../../src/cli/html/markup.ts";
import { drawGraph, type Roles } from "./graph-picture.ts";
import type { GraphData } from "./protocol.ts";

/** The smallest graph around an offset; undefined where there are none. */
export function graphAround(graphs: readonly GraphData[], offset: number): GraphData | undefined {
  const around = graphs.filter(({ range: [start, end] }) => start <= offset && offset <= end);
  return around.sort((one, other) => one.range[1] - one.range[0] - (other.range[1] - other.range[0]))[0] ?? graphs[0];
}

/** Renders the choice between the functions, and the graph of the chosen one. */
export function renderGraphs(graphs: readonly GraphData[], chosen: GraphData | undefined, roles: Roles): string {
  if (chosen === undefined) return '<p class="none">There is no function in this code yet.</p>';
  const options = graphs.map((graph, index) => `<option value="${index}"${graph === chosen ? " selected" : ""}>${escapeText(graph.name)}</option>`);
  return `<p class="graph-head"><label>Function <select id="graph-of">${options.join("")}</select></label> <span class="soft">Red edges are exceptions. A step leads to its place in the code.</span></p>
<div class="picture" tabindex="0" role="region" aria-label="Graph">${drawGraph(chosen, roles)}</div>`;
}
