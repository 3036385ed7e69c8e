/** The graph of the function that the cursor is in, or of another one that is chosen. */
import { escapeText } from "../../src/cli/html/markup.ts";
import { drawGraph, type Roles } from "./graph-picture.ts";
import type { GraphData } from "./protocol.ts";

/** The smallest graph around an offset; undefined where there are none. */
export function graphAround(graphs: readonly GraphData[], offset: number): GraphData | undefined {
  const around = graphs.filter(({ range: [start, end] }) => start <= offset && offset <= end);
  return around.sort((one, other) => one.range[1] - one.range[0] - (other.range[1] - other.range[0]))[0] ?? graphs[0];
}

/** A picture is made smaller to be seen as a whole, down to this; beyond that it scrolls. */
const SMALLEST_SCALE = 0.65;

/** Fits the picture to the width of its frame as far as it stays readable, and shows the beginning of the function. */
export function fitPicture(view: HTMLElement): void {
  const frame = view.querySelector<HTMLElement>(".picture");
  const picture = frame?.querySelector("svg");
  if (frame == null || picture == null || frame.clientWidth === 0) return;
  const { width, height } = picture.viewBox.baseVal;
  const scale = Math.min(1, Math.max(SMALLEST_SCALE, (frame.clientWidth - 2) / width));
  picture.setAttribute("width", String(Math.floor(width * scale)));
  picture.setAttribute("height", String(Math.floor(height * scale)));
  const start = picture.querySelector<SVGGraphicsElement>(".block.entry")?.getBBox();
  if (start !== undefined) frame.scrollTo((start.x + start.width / 2) * scale - frame.clientWidth / 2, 0);
}

/** Renders the choice between the functions, and the graph of the chosen one. */
export function renderGraphs(graphs: readonly GraphData[], chosen: GraphData | undefined, roles: Roles): string {
  if (chosen === undefined) return '<p class="none">There is no function in this code yet.</p>';
  const options = graphs.map((graph, index) => `<option value="${index}"${graph === chosen ? " selected" : ""}>${escapeText(graph.name)}</option>`);
  return `<p class="graph-head"><label>Function <select id="graph-of">${options.join("")}</select></label> <span class="soft">Red edges are exceptions. A step leads to its place in the code.</span></p>
<div class="picture" tabindex="0" role="region" aria-label="Graph">${drawGraph(chosen, roles)}</div>`;
}
