/** What is counted in one snapshot to be compared with others: how full each collection is, and how many objects there are of each place of the source. */
import { findChains, type Chain } from "./chains.ts";
import { countEntries, type CollectionKind, type Entries } from "./entries.ts";
import { EDGE, NODE, type HeapGraph } from "./heap-graph.ts";
import type { Scripts } from "./scripts.ts";

export interface Census {
  /** By the id of the collection. */
  readonly sizes: ReadonlyMap<number, Entries>;
  /** By the field or variable that holds it, since `list = [...list, one]` makes a new collection each time. */
  readonly slots: ReadonlyMap<string, Entries>;
  /** Its linked lists, by their first object. */
  readonly chains: ReadonlyMap<number, Chain>;
  /** Functions and instances of classes by where they are written. */
  readonly written: ReadonlyMap<string, number>;
  /** The highest id of an object of the language: what has a higher one was made later. */
  readonly lastId: number;
}

/** Which collections a census is asked for. */
export interface Wanted {
  /** Collections with fewer entries are passed over. */
  readonly fewest: number;
  /** Those of a later snapshot; undefined for all. */
  readonly of?: Census | undefined;
}

/** Takes the census of a snapshot. */
export function takeCensus(graph: HeapGraph, scripts: Scripts, { fewest, of: later }: Wanted): Census {
  const sizes = new Map<number, Entries>();
  const slots = new Map<string, Entries>();
  const owners = later && new Set([...later.slots.keys()].map((slot) => Number.parseInt(slot, 10)));
  // Most references lead to nothing that is counted: a flag is asked faster than a map.
  const isCounted = new Uint8Array(graph.nodeCount);
  const chains = collectChains(graph, fewest, later);
  let lastId = 0;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const id = graph.idOf(node);
    if (isOfLanguage(id) && id > lastId) lastId = id;
    if (graph.kindOf(node) === NODE.object && (later === undefined || later.sizes.has(id))) {
      const entries = entriesOf(graph, node, chains, later?.sizes.get(id)?.kind);
      if (entries !== undefined && (later !== undefined || entries.count >= fewest)) {
        sizes.set(id, entries);
        isCounted[node] = 1;
      }
    }
  }
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (owners === undefined) noteCountedSlots(graph, node, isCounted, sizes, slots);
    else if (owners.has(graph.idOf(node))) noteLaterSlots({ graph, chains }, node, later as Census, slots);
  }
  return { sizes, slots, chains, written: countWritten(graph, scripts), lastId };
}

/** Short lists count where a later snapshot has them: they may be what it began with. */
function collectChains(graph: HeapGraph, fewest: number, later: Census | undefined): ReadonlyMap<number, Chain> {
  const isAsked = later === undefined || [later.sizes, later.slots].some((counted) => [...counted.values()].some(({ kind }) => kind === "linked list"));
  return isAsked ? findChains(graph, later === undefined ? fewest : 2) : new Map<number, Chain>();
}

/** What an object holds; `kind` is what a later snapshot took it for, if there is one. */
function entriesOf(graph: HeapGraph, node: number, chains: ReadonlyMap<number, Chain>, kind: CollectionKind | undefined): Entries | undefined {
  const length = chains.get(node)?.length;
  if (kind === "linked list") return { kind, count: length ?? 1, isRoom: false };
  const entries = countEntries(graph, node);
  const isList = kind === undefined && length !== undefined && entries?.kind === "record" && length > entries.count;
  return isList ? { kind: "linked list", count: length, isRoom: false } : entries;
}

/** Whether an id is of an object of the language. Those rise with time; things of Node and the browser have even ones, made of their address. */
export function isOfLanguage(id: number): boolean {
  return id % 2 === 1;
}

/** The name of the field or variable of an owner. */
export function slotOf(graph: HeapGraph, owner: number, edge: number): string {
  return `${graph.idOf(owner)} ${graph.edgeNameOf(edge)}`;
}

/** Whether an edge is a field or a variable. */
export function isSlot(graph: HeapGraph, edge: number): boolean {
  const kind = graph.edgeKindOf(edge);
  return kind === EDGE.property || kind === EDGE.context || (kind === EDGE.internal && graph.edgeNameOf(edge) === "value");
}

function noteCountedSlots(graph: HeapGraph, owner: number, isCounted: Uint8Array, sizes: ReadonlyMap<number, Entries>, slots: Map<string, Entries>): void {
  const end = graph.firstEdgeOf(owner + 1);
  for (let edge = graph.firstEdgeOf(owner); edge < end; edge += 1) {
    const target = graph.targetOf(edge);
    if (isCounted[target] === 1 && isSlot(graph, edge)) slots.set(slotOf(graph, owner, edge), sizes.get(graph.idOf(target)) as Entries);
  }
}

/** What stands in the slots that a later snapshot counted. */
function noteLaterSlots({ graph, chains }: Pick<Census, "chains"> & { readonly graph: HeapGraph }, owner: number, later: Census, slots: Map<string, Entries>): void {
  const end = graph.firstEdgeOf(owner + 1);
  for (let edge = graph.firstEdgeOf(owner); edge < end; edge += 1) {
    const target = graph.targetOf(edge);
    if (graph.kindOf(target) !== NODE.object || !isSlot(graph, edge)) continue;
    const slot = slotOf(graph, owner, edge);
    const known = later.slots.get(slot);
    const entries = known === undefined ? undefined : entriesOf(graph, target, chains, known.kind);
    if (entries !== undefined) slots.set(slot, entries);
  }
}

function countWritten(graph: HeapGraph, scripts: Scripts): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of graph.locations().keys()) {
    const key = writtenKeyOf(graph, scripts, node);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The kind, name and place of a function or an instance; undefined where the place is not known. */
export function writtenKeyOf(graph: HeapGraph, scripts: Scripts, node: number): string | undefined {
  const place = scripts.placeOf(node);
  return place && [graph.kindOf(node), graph.nameOf(node), place.url, place.line, place.column].join("\n");
}
