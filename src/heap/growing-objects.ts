/** Functions and instances of classes that become more, and which growing collection they are in: listeners, timers, entries. */
import { writtenKeyOf, type Census } from "./census.ts";
import { EDGE, NODE, type HeapGraph } from "./heap-graph.ts";
import { isOfRuntime, type HeapView } from "./owner.ts";
import type { ScriptPlace } from "./scripts.ts";
import { growthOfWritten, type Series } from "./series.ts";

/** Objects of one place of the source that become more. */
export interface GrowingObjects extends Series {
  /** The name of the function, or of the class; empty for a function without one. */
  readonly name: string;
  readonly isFunction: boolean;
  readonly place: ScriptPlace;
}

/** Objects that become more, with what holds them. */
export interface HeldObjects extends GrowingObjects {
  /** The growing collection that holds them; undefined where there is none. */
  readonly collection: number | undefined;
  /** The classes on the way outwards, the nearest first: "Timeout". */
  readonly holders: readonly string[];
}

/** So many of the youngest objects are asked for what holds them. */
const MOST_ASKED = 5;
const MOST_VISITS = 3000;
const MOST_HOLDERS = 4;

/** Collects what becomes more of what is written in the program. `grown` are the collections that grow. */
export function collectHeldObjects(view: HeapView, censuses: readonly Census[], grown: ReadonlySet<number>, fewest: number): readonly HeldObjects[] {
  const objects: HeldObjects[] = [];
  for (const [key, nodes] of collectYoungest(view, censuses, fewest)) {
    const [first] = nodes as [number];
    const place = view.scripts.placeOf(first) as ScriptPlace;
    const series = growthOfWritten(censuses, key, fewest) as Series;
    const found = nodes.map((node) => findHolder(view, node, grown));
    const collection = mostFrequent(found.map((holder) => holder.collection));
    const { holders } = found.find((holder) => holder.collection === collection) ?? { holders: [] };
    objects.push({ ...series, name: view.graph.nameOf(first), isFunction: view.graph.kindOf(first) === NODE.closure, place, collection, holders });
  }
  return objects;
}

/** The youngest objects of each place whose objects become more: ids rise with time. */
function collectYoungest({ graph, scripts }: HeapView, censuses: readonly Census[], fewest: number): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>();
  const others = new Set<string>();
  for (const node of graph.locations().keys()) {
    const place = scripts.placeOf(node);
    const key = place === undefined || isOfRuntime(place) ? undefined : writtenKeyOf(graph, scripts, node);
    if (key === undefined || others.has(key)) continue;
    const nodes = byKey.get(key);
    if (nodes !== undefined) nodes.push(node);
    else if (growthOfWritten(censuses, key, fewest) === undefined) others.add(key);
    else byKey.set(key, [node]);
  }
  return new Map([...byKey].map(([key, nodes]) => [key, nodes.sort((one, other) => graph.idOf(other) - graph.idOf(one)).slice(0, MOST_ASKED)]));
}

interface Holder {
  readonly collection: number | undefined;
  readonly holders: readonly string[];
}

/** Follows what refers to an object outwards, the nearest first, up to a collection that grows. */
function findHolder({ graph, retainers }: HeapView, node: number, grown: ReadonlySet<number>): Holder {
  const seen = new Set([node]);
  const holders: string[] = [];
  let collection: number | undefined;
  for (const at of seen) {
    if (seen.size > MOST_VISITS || collection !== undefined) break;
    retainers.forEach(at, (edge, from) => {
      if (!isHold(graph, edge)) return;
      if (grown.has(from)) collection = from;
      noteHolder(graph, from, holders);
      seen.add(from);
      return collection !== undefined;
    });
  }
  return { collection, holders };
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

function mostFrequent(values: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number | undefined, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
