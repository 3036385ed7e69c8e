/**
 * How much a collection holds, read off its storage: a Map or Set has a table, an array its elements, a record its properties.
 * A snapshot does not list numbers, so that of a Map from numbers to numbers only the room is known that its table has.
 */
import { EDGE, NODE, type HeapGraph } from "./heap-graph.ts";

export type CollectionKind = "map" | "set" | "array" | "record" | "linked list";

export interface Entries {
  readonly kind: CollectionKind;
  readonly count: number;
  /** Whether `count` is the room that was made for entries, since they are numbers, which the file leaves out. */
  readonly isRoom: boolean;
}

/** Counts the entries of a node; undefined where it is no collection. */
export function countEntries(graph: HeapGraph, node: number): Entries | undefined {
  if (graph.kindOf(node) !== NODE.object) return undefined;
  const parts = partsOf(graph, node);
  if (parts.table !== undefined) return graph.nameOf(node).startsWith("Weak") ? undefined : countTable(graph, parts.table);
  if (graph.nameOf(node) === "Array") return countArray(graph, parts);
  const keys = parts.properties === undefined ? 0 : countKeys(graph, parts.properties);
  return { kind: "record", count: Math.max(parts.named, keys) + parts.numbered, isRoom: false };
}

interface Parts {
  readonly table: number | undefined;
  readonly elements: number | undefined;
  readonly properties: number | undefined;
  readonly named: number;
  readonly numbered: number;
}

function partsOf(graph: HeapGraph, node: number): Parts {
  let [table, elements, properties]: (number | undefined)[] = [];
  let [named, numbered] = [0, 0];
  const end = graph.firstEdgeOf(node + 1);
  for (let edge = graph.firstEdgeOf(node); edge < end; edge += 1) {
    const kind = graph.edgeKindOf(edge);
    if (kind === EDGE.element) numbered += 1;
    else if (kind === EDGE.property) named += graph.edgeNameOf(edge) === "__proto__" ? 0 : 1;
    else if (kind === EDGE.internal) {
      const name = graph.edgeNameOf(edge);
      if (name === "table") table = graph.targetOf(edge);
      else if (name === "elements") elements = graph.targetOf(edge);
      else if (name === "properties") properties = graph.targetOf(edge);
    }
  }
  return { table, elements, properties, named, numbered };
}

/** A pointer has four bytes in Chrome and eight in Node. */
const WORDS = [8, 4];
/** What a table has before its buckets, and storage before its content, in words. */
const TABLE_HEAD = 3;
const STORAGE_HEAD = 2;
const LAYOUTS = [{ kind: "map", perEntry: 3 }, { kind: "set", perEntry: 2 }] as const;

/** A table has a power of two of buckets, two entries for each, and a chain of those in one bucket. */
function countTable(graph: HeapGraph, table: number): Entries | undefined {
  for (const word of WORDS) {
    const length = graph.sizeOf(table) / word - STORAGE_HEAD - TABLE_HEAD;
    for (const { kind, perEntry } of LAYOUTS) {
      const buckets = length / (1 + 2 * perEntry);
      if (!Number.isInteger(buckets) || buckets < 1 || !Number.isInteger(Math.log2(buckets))) continue;
      const count = countGroups(graph, table, TABLE_HEAD + buckets, perEntry);
      return { kind, count: count === 0 && buckets > 2 ? 2 * buckets : count, isRoom: count === 0 && buckets > 2 };
    }
  }
  return undefined;
}

/** How many entries of so many words are referred to, from a place on. */
function countGroups(graph: HeapGraph, storage: number, start: number, perEntry: number): number {
  let count = 0;
  let last = -1;
  const end = graph.firstEdgeOf(storage + 1);
  for (let edge = graph.firstEdgeOf(storage); edge < end; edge += 1) {
    const index = graph.edgeIndexOf(edge);
    if (Number.isNaN(index) || index < start || isHole(graph, graph.targetOf(edge))) continue;
    const group = Math.floor((index - start) / perEntry);
    if (group !== last) count += 1;
    last = group;
  }
  return count;
}

/** What a deleted entry leaves behind until its table is made anew, which a large one is late to be; Node 22 and 24 list it. */
function isHole(graph: HeapGraph, node: number): boolean {
  return graph.kindOf(node) === NODE.hidden && graph.nameOf(node) === "system / Hole";
}

/** Numbers leave no trace but the room for them. */
function countArray(graph: HeapGraph, { elements, numbered }: Parts): Entries {
  if (numbered > 0 || elements === undefined) return { kind: "array", count: numbered, isRoom: false };
  const room = Math.floor(graph.sizeOf(elements) / 8) - STORAGE_HEAD;
  return { kind: "array", count: Math.max(room, 0), isRoom: room > 0 };
}

/** A record with many properties has a dictionary, each entry of which begins with its key. */
function countKeys(graph: HeapGraph, properties: number): number {
  let count = 0;
  const end = graph.firstEdgeOf(properties + 1);
  for (let edge = graph.firstEdgeOf(properties); edge < end; edge += 1) {
    if (graph.edgeIndexOf(edge) % 3 === 0 && graph.kindOf(graph.targetOf(edge)) === NODE.string) count += 1;
  }
  return count;
}
