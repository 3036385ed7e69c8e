/**
 * The objects of a heap and what refers to what, as a snapshot file lists them: nodes and edges by number, their fields in typed
 * arrays. A snapshot of 200 MB has millions of each, so nothing here makes an object for one of them.
 */

/** The kinds of edges that are told apart; each snapshot numbers them by its own list. */
export const EDGE = { context: 0, element: 1, property: 2, internal: 3, hidden: 4, shortcut: 5, weak: 6 } as const;
/** The kinds of nodes that are told apart; all others are `other`. */
export const NODE = { other: 0, hidden: 1, array: 2, string: 3, object: 4, code: 5, closure: 6, native: 7, synthetic: 8 } as const;

/** The columns of a snapshot, one number for each node or edge. */
export interface HeapColumns {
  /** A `NODE` for each node. */
  readonly nodeKinds: Uint8Array;
  /** Indices into `strings`. */
  readonly nodeNames: Uint32Array;
  /** Stable in one process: the same object has the same id in each of its snapshots. */
  readonly nodeIds: Uint32Array;
  /** In bytes. */
  readonly nodeSizes: Uint32Array;
  /** The number of the first edge of each node, and behind the last node the number of edges. */
  readonly firstEdges: Uint32Array;
  /** An `EDGE` for each edge. */
  readonly edgeKinds: Uint8Array;
  /** An index into `strings`, or for elements and hidden edges a number. */
  readonly edgeNames: Uint32Array;
  readonly edgeTargets: Uint32Array;
  readonly strings: readonly string[];
  /** Four numbers each: node, script, line and column, both from 0. */
  readonly locations: readonly number[];
}

/** Where the source of a function or a class begins. Lines and columns count from 0, as in the file. */
export interface HeapLocation {
  readonly script: number;
  readonly line: number;
  readonly column: number;
}

export class HeapGraph {
  readonly nodeCount: number;
  readonly #columns: HeapColumns;
  readonly #locations = new Map<number, HeapLocation>();

  constructor(columns: HeapColumns) {
    this.#columns = columns;
    this.nodeCount = columns.nodeIds.length;
    const { locations } = columns;
    for (let index = 0; index + 3 < locations.length; index += 4) {
      this.#locations.set(locations[index] as number, { script: locations[index + 1] as number, line: locations[index + 2] as number, column: locations[index + 3] as number });
    }
  }

  get edgeCount(): number {
    return this.#columns.edgeTargets.length;
  }

  kindOf(node: number): number {
    return this.#columns.nodeKinds[node] as number;
  }

  nameOf(node: number): string {
    return this.#columns.strings[this.#columns.nodeNames[node] as number] ?? "";
  }

  idOf(node: number): number {
    return this.#columns.nodeIds[node] as number;
  }

  /** In bytes, without what it refers to. */
  sizeOf(node: number): number {
    return this.#columns.nodeSizes[node] as number;
  }

  /** The number of the first edge of a node; that of the node behind it ends them. */
  firstEdgeOf(node: number): number {
    return this.#columns.firstEdges[node] as number;
  }

  edgeKindOf(edge: number): number {
    return this.#columns.edgeKinds[edge] as number;
  }

  targetOf(edge: number): number {
    return this.#columns.edgeTargets[edge] as number;
  }

  /** The name of an edge, a number in words for elements. */
  edgeNameOf(edge: number): string {
    const name = this.#columns.edgeNames[edge] as number;
    const kind = this.edgeKindOf(edge);
    return kind === EDGE.element || kind === EDGE.hidden ? String(name) : (this.#columns.strings[name] ?? "");
  }

  /** The number that an edge is named by, such as the index of an element; NaN for a name. */
  edgeIndexOf(edge: number): number {
    const kind = this.edgeKindOf(edge);
    return kind === EDGE.element || kind === EDGE.hidden ? (this.#columns.edgeNames[edge] as number) : Number(this.edgeNameOf(edge));
  }

  /** The target of the first edge of that name; undefined where there is none. */
  childOf(node: number, name: string): number | undefined {
    const end = this.firstEdgeOf(node + 1);
    for (let edge = this.firstEdgeOf(node); edge < end; edge += 1) {
      if (this.edgeKindOf(edge) !== EDGE.element && this.edgeNameOf(edge) === name) return this.targetOf(edge);
    }
    return undefined;
  }

  /** Where a function or the class of an instance is written. */
  locationOf(node: number): HeapLocation | undefined {
    return this.#locations.get(node);
  }

  locations(): ReadonlyMap<number, HeapLocation> {
    return this.#locations;
  }
}
