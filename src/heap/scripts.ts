/** Which file a function, a class or a variable is of: a snapshot numbers scripts and names them by what their functions refer to. */
import { EDGE, NODE, type HeapGraph, type HeapLocation } from "./heap-graph.ts";
import { textOf } from "./text-of.ts";

/** A place of a file. Lines and columns count from 1. */
export interface ScriptPlace {
  /** The file's address, or its path. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
  /** Where it stands in what ran, if a source map or its name led from there to the place. */
  readonly ran?: ScriptPlace | undefined;
  /** Whether the file has no such place: something compiled it as it was loaded, and line and column are those of what ran. */
  readonly isOutside?: true;
}

export interface Scripts {
  /** Where a function, or the class of an instance (its constructor, if it has one), is written; undefined where the snapshot does not say. */
  placeOf(node: number): ScriptPlace | undefined;
  /** The nearest function that sees the variables of a scope, and of several the one that is written first. */
  readerOf(context: number): number | undefined;
}

/** How far out of a function the scopes are followed that it sees. */
const DEEPEST_SCOPE = 20;

/** Reads the scripts of a snapshot. */
export function readScripts(graph: HeapGraph): Scripts {
  const urls = new Map<number, string>();
  const readers = new Map<number, Reader>();
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
  return { placeOf, readerOf: (context) => readers.get(context)?.closure };
}

function urlOf(graph: HeapGraph, closure: number): string | undefined {
  const shared = graph.childOf(closure, "shared");
  const script = shared === undefined ? undefined : (graph.childOf(shared, "script") ?? graph.childOf(shared, "script_or_debug_info"));
  if (script === undefined) return undefined;
  const name = graph.childOf(script, "name");
  const url = (name === undefined ? undefined : textOf(graph, name)) ?? graph.nameOf(name ?? script);
  return url === "" || graph.kindOf(name ?? script) === NODE.hidden ? undefined : url;
}

/** A function that sees a scope: so many scopes are between them. */
interface Reader {
  readonly closure: number;
  readonly depth: number;
  readonly location: HeapLocation;
}

/** Its own scope first, then those around it. A scope keeps the function that is nearest, and of those the one that is written first: inside of others a name may mean another variable. */
function noteReader(graph: HeapGraph, closure: number, location: HeapLocation, readers: Map<number, Reader>): void {
  let context = childIn(graph, closure, "context");
  for (let depth = 0; context !== undefined && depth < DEEPEST_SCOPE; depth += 1) {
    const known = readers.get(context);
    const reader = { closure, depth, location };
    if (known !== undefined && !isSooner(reader, known)) return;
    readers.set(context, reader);
    context = childIn(graph, context, "previous");
  }
}

function isSooner({ depth, location }: Reader, known: Reader): boolean {
  if (depth !== known.depth) return depth < known.depth;
  if (location.script !== known.location.script) return false;
  return location.line < known.location.line || (location.line === known.location.line && location.column < known.location.column);
}

function childIn(graph: HeapGraph, node: number, name: string): number | undefined {
  const end = graph.firstEdgeOf(node + 1);
  for (let edge = graph.firstEdgeOf(node); edge < end; edge += 1) {
    if (graph.edgeKindOf(edge) === EDGE.internal && graph.edgeNameOf(edge) === name) return graph.targetOf(edge);
  }
  return undefined;
}
