/**
 * Reads a heap snapshot (`.heapsnapshot`, `.heaptimeline`) piece by piece: JSON of one object whose lists hold millions of numbers, often
 * longer than the longest string there can be. Node 20 to 26 and Chrome write much the same; fields are found by the names in its head.
 */
import { EDGE, HeapGraph, NODE, type HeapColumns } from "./heap-graph.ts";
import { ListSink, NumberReader, RowSink } from "./number-columns.ts";
import { StringListReader, ValueReader } from "./text-pieces.ts";
import { UnreadableHeapFile } from "./unreadable.ts";

/** Reads a snapshot; throws an `UnreadableHeapFile` for what is none, or only a part of one. */
export async function readSnapshot(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<HeapGraph> {
  const reader = new SnapshotReader();
  for await (const piece of pieces) reader.read(piece);
  return reader.finish();
}

const OPENING_BRACE = 0x7b;
const GZIP_MAGIC = 0x1f;
const FOREIGN = "is no heap snapshot; take one with v8.writeHeapSnapshot(), node --heapsnapshot-signal=SIGUSR2, or the Memory panel of Chrome";
const CUT_OFF = "ends before its end: it was cut off while it was written or copied; take it again";

interface Head {
  readonly meta: { readonly node_fields: string[]; readonly node_types: [string[], ...unknown[]]; readonly edge_fields: string[]; readonly edge_types: [string[], ...unknown[]]; readonly location_fields?: string[] };
  readonly node_count: number;
  readonly edge_count: number;
}

/** Something that reads a part of the file, in pieces. */
interface PartReader {
  read(bytes: Uint8Array, at: number): number;
}

class SnapshotReader {
  #part: PartReader | undefined;
  #key = "";
  #isKey = false;
  #hasBegun = false;
  #head: Head | undefined;
  #columns: RawColumns | undefined;
  #strings: readonly string[] | undefined;
  readonly #locations = new ListSink();

  read(bytes: Uint8Array): void {
    let at = 0;
    while (at !== -1 && at < bytes.length) at = this.#part === undefined ? this.#readBetween(bytes, at) : this.#readPart(this.#part, bytes, at);
  }

  finish(): HeapGraph {
    if (!this.#hasBegun) throw new UnreadableHeapFile("is empty; take the snapshot again");
    const columns = this.#columns;
    if (columns === undefined || this.#strings === undefined || !columns.nodes.isFull || !columns.edges.isFull) throw new UnreadableHeapFile(this.#head === undefined ? FOREIGN : CUT_OFF);
    return buildGraph(columns, this.#strings, this.#locations.values);
  }

  #readPart(part: PartReader, bytes: Uint8Array, at: number): number {
    const end = part.read(bytes, at);
    if (end === -1) return -1;
    this.#part = undefined;
    if (part instanceof ValueReader && this.#key === "snapshot") this.#openColumns(part.takeText());
    if (part instanceof StringListReader) this.#strings = part.strings;
    this.#key = "";
    return end;
  }

  /** What stands between the values: the opening brace, keys, colons and commas. */
  #readBetween(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (!this.#hasBegun) {
      if (byte === GZIP_MAGIC) throw new UnreadableHeapFile("is compressed; unpack it first: gunzip FILE");
      if (byte <= 0x20) return at + 1;
      if (byte !== OPENING_BRACE) throw new UnreadableHeapFile(FOREIGN);
      this.#hasBegun = true;
    } else if (byte === 0x22) this.#isKey = !this.#isKey;
    else if (this.#isKey) this.#key += String.fromCharCode(byte);
    else if (byte === 0x3a) this.#part = this.#openPart();
    if (this.#key.length > 100) throw new UnreadableHeapFile(FOREIGN);
    return at + 1;
  }

  #openPart(): PartReader {
    const key = this.#key;
    if (key === "snapshot") return new ValueReader(true);
    if (this.#columns === undefined) throw new UnreadableHeapFile(FOREIGN);
    if (key === "nodes") return new NumberReader(this.#columns.nodes);
    if (key === "edges") return new NumberReader(this.#columns.edges);
    if (key === "locations") return new NumberReader(this.#locations);
    return key === "strings" ? new StringListReader() : new ValueReader(false);
  }

  #openColumns(text: string): void {
    this.#head = readHead(text);
    this.#columns = openColumns(this.#head);
  }
}

/** The columns as the file has them: its own numbers for kinds, and edges that name nodes by the place of their first number. */
interface RawColumns {
  readonly head: Head;
  readonly nodes: RowSink;
  readonly edges: RowSink;
  readonly nodeKinds: Uint8Array;
  readonly nodeNames: Uint32Array;
  readonly nodeIds: Uint32Array;
  readonly nodeSizes: Uint32Array;
  readonly edgeCounts: Uint32Array;
  readonly edgeKinds: Uint8Array;
  readonly edgeNames: Uint32Array;
  readonly edgeTargets: Uint32Array;
}

function readHead(text: string): Head {
  let head: Partial<Head>;
  try {
    head = JSON.parse(text) as Partial<Head>;
  } catch {
    throw new UnreadableHeapFile(FOREIGN);
  }
  const { meta, node_count: nodes, edge_count: edges } = head;
  const hasLists = Array.isArray(meta?.node_fields) && Array.isArray(meta.edge_fields) && Array.isArray(meta.node_types[0]) && Array.isArray(meta.edge_types[0]);
  if (!hasLists || !isCount(nodes) || !isCount(edges)) throw new UnreadableHeapFile(FOREIGN);
  return head as Head;
}

/** More than fits into the address space of a process is a number from a broken file. */
function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}

function openColumns(head: Head): RawColumns {
  const { meta, node_count: nodes, edge_count: edges } = head;
  const [nodeKinds, edgeKinds] = [new Uint8Array(nodes), new Uint8Array(edges)];
  const [nodeNames, nodeIds, nodeSizes, edgeCounts] = [new Uint32Array(nodes), new Uint32Array(nodes), new Uint32Array(nodes), new Uint32Array(nodes)];
  const [edgeNames, edgeTargets] = [new Uint32Array(edges), new Uint32Array(edges)];
  const ofNode = new Map(Object.entries({ type: nodeKinds, name: nodeNames, id: nodeIds, self_size: nodeSizes, edge_count: edgeCounts }));
  const ofEdge = new Map(Object.entries({ type: edgeKinds, name_or_index: edgeNames, to_node: edgeTargets }));
  return {
    head, nodeKinds, nodeNames, nodeIds, nodeSizes, edgeCounts, edgeKinds, edgeNames, edgeTargets,
    nodes: new RowSink(meta.node_fields.map((field) => ofNode.get(field)), nodes),
    edges: new RowSink(meta.edge_fields.map((field) => ofEdge.get(field)), edges),
  };
}

/** Translates what the file numbers in its own way. */
function buildGraph(raw: RawColumns, strings: readonly string[], rawLocations: readonly number[]): HeapGraph {
  const { head: { meta }, nodeNames, nodeIds, nodeSizes, edgeNames, edgeTargets } = raw;
  const firstEdges = new Uint32Array(raw.edgeCounts.length + 1);
  for (const [node, count] of raw.edgeCounts.entries()) firstEdges[node + 1] = (firstEdges[node] as number) + count;
  if (firstEdges.at(-1) !== edgeTargets.length) throw new UnreadableHeapFile("has another number of references than its objects announce; it is damaged, take it again");
  translate(raw.nodeKinds, meta.node_types[0].map((name) => NODE[nodeKindOf(name)]));
  translate(raw.edgeKinds, meta.edge_types[0].map((name) => (Object.hasOwn(EDGE, name) ? EDGE[name as keyof typeof EDGE] : EDGE.hidden)));
  const fields = meta.node_fields.length;
  for (const [edge, target] of edgeTargets.entries()) {
    if (target >= nodeIds.length * fields) throw new UnreadableHeapFile("refers to objects that it does not list; it is damaged, take it again");
    edgeTargets[edge] = target / fields;
  }
  const locations = readLocations(rawLocations, meta.location_fields, fields);
  const columns: HeapColumns = { nodeKinds: raw.nodeKinds, nodeNames, nodeIds, nodeSizes, firstEdges, edgeKinds: raw.edgeKinds, edgeNames, edgeTargets, strings, locations };
  return new HeapGraph(columns);
}

const LOCATION_FIELDS = ["object_index", "script_id", "line", "column"] as const;

/** Four numbers for each location: Chrome 156 has a fifth between them, which names the script's object. */
function readLocations(values: readonly number[], named: readonly string[] | undefined, nodeFields: number): readonly number[] {
  const fields: readonly string[] = Array.isArray(named) ? named : LOCATION_FIELDS;
  const order = LOCATION_FIELDS.map((field) => fields.indexOf(field));
  if (order.includes(-1)) throw new UnreadableHeapFile("says in a way that is not known here where functions are written; take the snapshot with another version of Node or Chrome");
  const locations: number[] = [];
  for (let row = 0; row + fields.length <= values.length; row += fields.length) {
    const [object = 0, ...place] = order.map((index) => values[row + index] as number);
    locations.push(object / nodeFields, ...place);
  }
  return locations;
}

/** Strings that are put together of others, or are a part of one, are strings. */
function nodeKindOf(name: string): keyof typeof NODE {
  if (name.endsWith("string")) return "string";
  return Object.hasOwn(NODE, name) ? (name as keyof typeof NODE) : "other";
}

function translate(column: Uint8Array, codes: readonly number[]): void {
  for (let index = 0; index < column.length; index += 1) column[index] = codes[column[index] as number] ?? 0;
}
