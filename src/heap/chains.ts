/**
 * Linked lists: objects of one kind, each of which refers to the next by the same property, as in `{ value, next }`. No collection of the
 * language counts their members, so they are followed link by link. A member of a list is referred to by one other; where several refer
 * to the same object, as children do to a parent, it is a tree and no list.
 */
import { EDGE, NODE, type HeapGraph } from "./heap-graph.ts";

/** A list by its first object; of a ring it is the oldest. */
export interface Chain {
  readonly head: number;
  /** The name of the property. */
  readonly link: string;
  readonly length: number;
}

/** The objects that refer by one property to objects like them, and those in turn, pair by pair. */
type Links = readonly number[];

/** Finds the lists with so many members or more, by their first object; where two begin at one object, the longer. */
export function findChains(graph: HeapGraph, fewest: number): ReadonlyMap<number, Chain> {
  const chains = new Map<number, Chain>();
  const follower = new Follower(graph);
  for (const [link, pairs] of collectLinks(graph)) {
    if (pairs.length / 2 + 1 < fewest) continue;
    for (const { head, length } of follower.follow(pairs)) {
      if (length >= fewest && length > (chains.get(head)?.length ?? 0)) chains.set(head, { head, link, length });
    }
  }
  return chains;
}

/** Lists the members of a chain, the first first. */
export function membersOf(graph: HeapGraph, { head, link, length }: Chain): readonly number[] {
  const members = [head];
  for (let at = graph.childOf(head, link); at !== undefined && members.length < length; at = graph.childOf(at, link)) members.push(at);
  return members;
}

function collectLinks(graph: HeapGraph): ReadonlyMap<string, Links> {
  const links = new Map<string, number[]>();
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (graph.kindOf(node) !== NODE.object) continue;
    const name = graph.nameOf(node);
    const end = graph.firstEdgeOf(node + 1);
    for (let edge = graph.firstEdgeOf(node); edge < end; edge += 1) {
      const target = graph.targetOf(edge);
      if (graph.edgeKindOf(edge) !== EDGE.property || target === node || graph.kindOf(target) !== NODE.object || graph.nameOf(target) !== name) continue;
      const link = graph.edgeNameOf(edge);
      if (link === "__proto__") continue;
      const pairs = links.get(link);
      if (pairs === undefined) links.set(link, [node, target]);
      else pairs.push(node, target);
    }
  }
  return links;
}

const NONE = -1;

/** Follows the links of one name after the other, with one set of tables for all of them. */
class Follower {
  readonly #graph: HeapGraph;
  readonly #next: Int32Array;
  /** How many refer to each: 0, 1, or 2 for more. */
  readonly #referring: Uint8Array;
  readonly #isDone: Uint8Array;

  constructor(graph: HeapGraph) {
    this.#graph = graph;
    this.#next = new Int32Array(graph.nodeCount).fill(NONE);
    this.#referring = new Uint8Array(graph.nodeCount);
    this.#isDone = new Uint8Array(graph.nodeCount);
  }

  follow(pairs: Links): readonly Omit<Chain, "link">[] {
    for (let index = 0; index < pairs.length; index += 2) {
      const [from, to] = [pairs[index] as number, pairs[index + 1] as number];
      this.#next[from] = to;
      this.#referring[to] = Math.min(2, (this.#referring[to] as number) + 1);
    }
    const chains: Omit<Chain, "link">[] = [];
    for (let index = 0; index < pairs.length; index += 2) if (this.#referring[pairs[index] as number] === 0) chains.push(this.#walk(pairs[index] as number));
    // What is left goes round, or hangs on something that several refer to.
    for (let index = 0; index < pairs.length; index += 2) {
      const from = pairs[index] as number;
      if (this.#isDone[from] === 0 && this.#referring[from] === 1) chains.push(this.#walk(from));
    }
    for (const node of pairs) [this.#next[node], this.#referring[node], this.#isDone[node]] = [NONE, 0, 0];
    return chains;
  }

  #walk(start: number): Omit<Chain, "link"> {
    let [head, length, at] = [start, 1, start];
    this.#isDone[at] = 1;
    for (;;) {
      const next = this.#next[at] as number;
      if (next === start) return { head, length };
      if (next === NONE || this.#referring[next] !== 1 || this.#isDone[next] === 1) return { head: start, length };
      at = next;
      this.#isDone[at] = 1;
      length += 1;
      if (this.#graph.idOf(at) < this.#graph.idOf(head)) head = at;
    }
  }
}
