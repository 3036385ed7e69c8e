/**
 * What holds an object that was made between the snapshots. Whatever keeps it and its like was made then too, up to the collection, list
 * or timer that was there before and took it in. So the way outwards leads over young objects; an old one ends it, since what else that
 * holds (the scope of a module, say, which leads to all of its variables) is no reason for this growth.
 */
import { isOfLanguage } from "./census.ts";
import { EDGE, NODE, type HeapGraph } from "./heap-graph.ts";
import type { HeapView } from "./owner.ts";

export interface Holder {
  /** The growing collection that holds the object; undefined where there is none. */
  readonly collection: number | undefined;
  /** The classes on the way outwards, the nearest first. */
  readonly holders: readonly string[];
  /** Whether only other growing objects hold it. */
  readonly isInside: boolean;
}

/** What a search knows. */
export interface Search {
  readonly view: HeapView;
  /** The collections that grow. */
  readonly grown: ReadonlySet<number>;
  /** The linked lists that grow, by their members. */
  readonly listOf: ReadonlyMap<number, number>;
  /** The highest id of the first snapshot. */
  readonly lastOld: number;
  /** Whether a node is a function, or an instance of a class, whose like become more. */
  readonly isGrowing: (node: number) => boolean;
}

const MOST_VISITS = 3000;
const MOST_HOLDERS = 4;

/** Finds what holds a node. `isLike` says which others are of the same place: a list of them is held as a whole. */
export function findHolder(search: Search, node: number, isLike: (node: number) => boolean): Holder {
  const { view: { graph, retainers }, grown, listOf, lastOld, isGrowing } = search;
  const seen = new Set([node]);
  const holders: string[] = [];
  let collection = listOf.get(node);
  let [isReached, isBehind] = [false, false];
  for (const at of seen) {
    if (seen.size > MOST_VISITS || collection !== undefined) break;
    retainers.forEach(at, (edge, from) => {
      if (!isHold(graph, edge) || seen.has(from)) return;
      if (grown.has(from) || listOf.has(from)) collection = listOf.get(from) ?? from;
      else if (isGrowing(from) && !isLike(from)) isBehind = true;
      else {
        noteHolder(graph, from, holders);
        if (isOfLanguage(graph.idOf(from)) && graph.idOf(from) > lastOld) seen.add(from);
        else if ((collection = ownerOfStorage(search, from)) === undefined) isReached = true;
      }
      return collection !== undefined;
    });
  }
  return { collection, holders, isInside: collection === undefined && isBehind && !isReached };
}

/** A Map, array or record keeps its entries in a list of its own, which may have been long enough for a while. */
function ownerOfStorage({ view: { graph, retainers }, grown }: Search, node: number): number | undefined {
  if (graph.kindOf(node) !== NODE.array) return undefined;
  let owner: number | undefined;
  retainers.forEach(node, (_, from) => {
    if (grown.has(from)) owner = from;
    return owner !== undefined;
  });
  return owner;
}

/** That a class knows its prototype keeps no instance of it. */
function isHold(graph: HeapGraph, edge: number): boolean {
  return graph.edgeKindOf(edge) !== EDGE.shortcut && graph.edgeNameOf(edge) !== "__proto__";
}

function noteHolder(graph: HeapGraph, node: number, holders: string[]): void {
  const name = graph.nameOf(node);
  const isTold = graph.kindOf(node) === NODE.object && name !== "Object" && !name.startsWith("system / ");
  if (isTold && holders.length < MOST_HOLDERS && !holders.includes(name)) holders.push(name);
}
