/**
 * Who holds a collection, in the words of the source: the field of a class, a variable, a property of the global object. The
 * references that lead to it are followed outwards, the nearest first, until one of them is written in a file of the program.
 */
import { EDGE, NODE, type HeapGraph } from "./heap-graph.ts";
import type { Retainers } from "./retainers.ts";
import type { ScriptPlace, Scripts } from "./scripts.ts";

export interface Owner {
  readonly kind: "field" | "static" | "variable" | "local" | "global" | "process" | "runtime";
  /** The name of the class, function or variable; empty where it has none. */
  readonly name: string;
  /** From there to the collection, the outermost first: names of properties, and `[]` for an entry of another collection. */
  readonly path: readonly string[];
  /** Where the class is written, or the variable declared (a function that sees it, if the file cannot be read); undefined for what no file has. */
  readonly place?: ScriptPlace | undefined;
  /** Where the field is first named in its class, if the file can be read. */
  readonly declared?: ScriptPlace | undefined;
}

/** A snapshot with all that was read off it. */
export interface HeapView {
  readonly graph: HeapGraph;
  readonly retainers: Retainers;
  readonly scripts: Scripts;
}

const MOST_STEPS = 8;
const MOST_VISITS = 4000;
/** An entry of another collection. */
export const ENTRY = "[]";

interface Visit {
  readonly node: number;
  readonly path: readonly string[];
}

/** The surest first, among those that are equally near. */
const RANKS: readonly Owner["kind"][] = ["process", "field", "static", "variable", "global", "local", "runtime"];

/** Finds who holds a node; undefined where nothing with a name is near. Of a linked list the other members say nothing. */
export function findOwner(view: HeapView, node: number, members: ReadonlySet<number> = new Set()): Owner | undefined {
  const seen = new Set([node]);
  let level: Visit[] = [{ node, path: [] }];
  let fallback: Owner | undefined;
  for (let depth = 0; depth < MOST_STEPS && level.length > 0 && seen.size < MOST_VISITS; depth += 1) {
    const found: Owner[] = [];
    const next: Visit[] = [];
    for (const visit of level) {
      view.retainers.forEach(visit.node, (edge, from) => {
        if (members.has(from)) return;
        const owner = ownerBy(view, edge, from, visit.path) ?? exporterOf(view, edge, from, visit.path) ?? suspendedOf(view, edge, from, visit.path);
        if (owner !== undefined) found.push(owner);
        const path = pathThrough(view.graph, edge, from, visit.path);
        if (path === undefined || seen.has(from)) return;
        seen.add(from);
        next.push({ node: from, path });
      });
    }
    const nearest = found.sort(bySurety)[0];
    // Node keeps things of its own below the global object, such as the connections of `fetch`.
    if (nearest !== undefined && nearest.kind !== "runtime") return nearest.kind === "global" ? (fallback ?? nearest) : nearest;
    fallback ??= nearest;
    level = next;
  }
  return fallback;
}

/** A package that was handed an object is less of a place than the variable of the program that has it too. */
function bySurety(one: Owner, other: Owner): number {
  return Number(isBorrowed(one)) - Number(isBorrowed(other)) || RANKS.indexOf(one.kind) - RANKS.indexOf(other.kind);
}

function isBorrowed({ kind, place, path }: Owner): boolean {
  return path.length > (kind === "variable" ? 0 : 1) && place?.url.includes("/node_modules/") === true;
}

function ownerBy({ graph, scripts }: HeapView, edge: number, from: number, path: readonly string[]): Owner | undefined {
  const name = graph.edgeNameOf(edge);
  const kind = graph.edgeKindOf(edge);
  const fromName = graph.nameOf(from);
  if (kind === EDGE.context) return variableOf(scripts, from, name, path);
  if (kind !== EDGE.property && kind !== EDGE.element) return undefined;
  const inner = [kind === EDGE.element ? ENTRY : name, ...path];
  if (name === "__proto__") return undefined;
  if (fromName === "process" && graph.kindOf(from) === NODE.object) return { kind: "process", name: "process", path: inner };
  if (isGlobal(fromName) && graph.kindOf(from) === NODE.object) return { kind: "global", name: "globalThis", path: inner };
  const place = scripts.placeOf(from);
  if (place === undefined) return undefined;
  if (isOfRuntime(place)) return { kind: "runtime", name: fromName, path: inner, place };
  return { kind: graph.kindOf(from) === NODE.closure ? "static" : "field", name: fromName, path: inner, place };
}

/** Node calls its global object `global`, Node 26 `global (global*)`, Chrome `Window / address`. */
function isGlobal(name: string): boolean {
  return /^(?:global|Window|DedicatedWorkerGlobalScope)(?: |$)/u.test(name);
}

/** Whether a file is a part of Node, or of the machine itself. */
export function isOfRuntime({ url }: ScriptPlace): boolean {
  return url.startsWith("node:") || url.startsWith("extensions::") || url === "";
}

function variableOf(scripts: Scripts, context: number, name: string, path: readonly string[]): Owner | undefined {
  const reader = scripts.readerOf(context);
  const place = reader === undefined ? undefined : scripts.placeOf(reader);
  if (place === undefined) return undefined;
  return { kind: isOfRuntime(place) ? "runtime" : "variable", name, path, place };
}

/** The path to a node that refers to the last one, where it is one that can be told on the way outwards. */
function pathThrough(graph: HeapGraph, edge: number, from: number, path: readonly string[]): readonly string[] | undefined {
  const kind = graph.edgeKindOf(edge);
  const name = graph.edgeNameOf(edge);
  if (kind === EDGE.element) return [ENTRY, ...path];
  if (kind === EDGE.property) return name === "__proto__" || name === "constructor" || name === "prototype" ? undefined : [name, ...path];
  if (kind !== EDGE.internal) return undefined;
  if (name === "table") return [ENTRY, ...path];
  // The storage of a Map or Set has no name of its own; that of records and arrays repeats what their edges say.
  return graph.kindOf(from) === NODE.array && graph.nameOf(from) === "" ? path : undefined;
}

/** A variable that a module exports is in a cell; a list of the module has the cell, and before it the variable's name. */
function exporterOf({ graph, retainers, scripts }: HeapView, edge: number, cell: number, path: readonly string[]): Owner | undefined {
  if (graph.nameOf(cell) !== "system / Cell" || graph.edgeNameOf(edge) !== "value") return undefined;
  let owner: Owner | undefined;
  retainers.forEach(cell, (entry, list) => {
    const name = nameBefore(graph, list, entry);
    if (name === undefined) return;
    retainers.forEach(list, (_, module) => {
      const place = graph.nameOf(module) === "system / SourceTextModule" ? placeOfModule(graph, scripts, module) : undefined;
      if (place !== undefined) owner = { kind: isOfRuntime(place) ? "runtime" : "variable", name, path, place };
    });
    return owner !== undefined;
  });
  return owner;
}

function nameBefore(graph: HeapGraph, list: number, entry: number): string | undefined {
  const index = graph.edgeIndexOf(entry);
  const end = graph.firstEdgeOf(list + 1);
  for (let edge = graph.firstEdgeOf(list); edge < end; edge += 1) {
    if (graph.edgeIndexOf(edge) === index - 1 && graph.kindOf(graph.targetOf(edge)) === NODE.string) return graph.nameOf(graph.targetOf(edge));
  }
  return undefined;
}

/** A module that runs, or has run, has the function or generator of its body. */
function placeOfModule(graph: HeapGraph, scripts: Scripts, module: number): ScriptPlace | undefined {
  const end = graph.firstEdgeOf(module + 1);
  for (let edge = graph.firstEdgeOf(module); edge < end; edge += 1) {
    const place = scripts.placeOf(graph.targetOf(edge));
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A variable of an async function or generator that waits: its name is not in the snapshot. */
function suspendedOf({ graph, retainers, scripts }: HeapView, edge: number, registers: number, path: readonly string[]): Owner | undefined {
  if (graph.edgeKindOf(edge) !== EDGE.internal || graph.kindOf(registers) !== NODE.array) return undefined;
  let owner: Owner | undefined;
  retainers.forEach(registers, (link, generator) => {
    const place = graph.edgeNameOf(link) === "parameters_and_registers" ? scripts.placeOf(generator) : undefined;
    const called = place && graph.childOf(generator, "function");
    if (place !== undefined && !isOfRuntime(place)) owner = { kind: "local", name: called === undefined ? "" : graph.nameOf(called), path, place };
    return owner !== undefined;
  });
  return owner;
}
