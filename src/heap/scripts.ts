/** Which file a function, a class or a variable is of: a snapshot numbers scripts and names them by what their functions refer to. */
import { EDGE, NODE, type HeapGraph, type HeapLocation } from "./heap-graph.ts";
import { textOf } from "./text-of.ts";

/** A place of a file as it ran. Lines and columns count from 1. */
export interface ScriptPlace {
  /** The file's address, or its path. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

export interface Scripts {
  /** Where a function, or the class of an instance, is written; undefined where the snapshot does not say. */
  placeOf(node: number): ScriptPlace | undefined;
  /** The first function that sees the variables of a scope. */
  readerOf(context: number): number | undefined;
}

/** How far out of a function the scopes are followed that it sees. */
const DEEPEST_SCOPE = 20;

/** Reads the scripts of a snapshot. */
export function readScripts(graph: HeapGraph): Scripts {
  const urls = new Map<number, string>();
  const readers = new Map<number, number>();
  for (const [node, location] of graph.locations()) {
    if (graph.kindOf(node) !== NODE.closure) continue;
    if (!urls.has(location.script)) {
      const url = urlOf(graph, node);
      if (url !== undefined) urls.set(location.script, url);
    }
    noteReader(graph, node, location, readers);
  }
  const placeOf = (node: number): ScriptPlace | undefined => {
    const location = graph.locationOf(node);
    const url = location && urls.get(location.script);
    return url === undefined ? undefined : { url, line: (location as HeapLocation).line + 1, column: (location as HeapLocation).column + 1 };
  };
  return { placeOf, readerOf: (context) => readers.get(context) };
}

function urlOf(graph: HeapGraph, closure: number): string | undefined {
  const shared = graph.childOf(closure, "shared");
  const script = shared === undefined ? undefined : (graph.childOf(shared, "script") ?? graph.childOf(shared, "script_or_debug_info"));
  if (script === undefined) return undefined;
  const name = graph.childOf(script, "name");
  const url = (name === undefined ? undefined : textOf(graph, name)) ?? graph.nameOf(name ?? script);
  return url === "" || graph.kindOf(name ?? script) === NODE.hidden ? undefined : url;
}

/** Its own scope first, then those around it; a scope keeps the function that is written first. */
function noteReader(graph: HeapGraph, closure: number, location: HeapLocation, readers: Map<number, number>): void {
  let context = childIn(graph, closure, "context");
  for (let depth = 0; context !== undefined && depth < DEEPEST_SCOPE; depth += 1) {
    const known = readers.get(context);
    const first = known === undefined ? undefined : graph.locationOf(known);
    if (first !== undefined && (first.script !== location.script || first.line <= location.line)) return;
    readers.set(context, closure);
    context = childIn(graph, context, "previous");
  }
}

function childIn(graph: HeapGraph, node: number, name: string): number | undefined {
  const end = graph.firstEdgeOf(node + 1);
  for (let edge = graph.firstEdgeOf(node); edge < end; edge += 1) {
    if (graph.edgeKindOf(edge) === EDGE.internal && graph.edgeNameOf(edge) === name) return graph.targetOf(edge);
  }
  return undefined;
}
