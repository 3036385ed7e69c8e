/** Functions and instances of classes that become more, and what holds them: a growing collection, other such objects, or neither. */
import { writtenKeyOf, type Census } from "./census.ts";
import { findHolder, type Holder, type Search } from "./holder.ts";
import { NODE } from "./heap-graph.ts";
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
  /** Whether only other growing objects hold them: whatever keeps those keeps these. */
  readonly isInside: boolean;
}

/** So many of the youngest objects are asked for what holds them. */
const MOST_ASKED = 5;

/** Collects what becomes more of what is written in the program; `collections` are those that grow. */
export function collectHeldObjects(view: HeapView, censuses: readonly Census[], collections: Pick<Search, "grown" | "listOf">, fewest: number): readonly HeldObjects[] {
  const youngest = collectYoungest(view, censuses, fewest);
  const search: Search = { view, ...collections, lastOld: (censuses[0] as Census).lastId, isGrowing: (node) => youngest.has(keyOf(view, node) ?? "") };
  return [...youngest].map(([key, nodes]) => {
    const [first] = nodes as [number];
    const series = growthOfWritten(censuses, key, fewest) as Series;
    const holder = chooseHolder(nodes.map((node) => findHolder(search, node, (other) => keyOf(view, other) === key)));
    const isFunction = view.graph.kindOf(first) === NODE.closure;
    return { ...series, name: view.graph.nameOf(first), isFunction, place: view.scripts.placeOf(first) as ScriptPlace, ...holder };
  });
}

function keyOf({ graph, scripts }: HeapView, node: number): string | undefined {
  return writtenKeyOf(graph, scripts, node);
}

/** The youngest objects of each place whose objects become more: ids rise with time. */
function collectYoungest(view: HeapView, censuses: readonly Census[], fewest: number): ReadonlyMap<string, readonly number[]> {
  const { graph, scripts } = view;
  const byKey = new Map<string, number[]>();
  const others = new Set<string>();
  for (const node of graph.locations().keys()) {
    const place = scripts.placeOf(node);
    const key = place === undefined || isOfRuntime(place) ? undefined : keyOf(view, node);
    if (key === undefined || others.has(key)) continue;
    const nodes = byKey.get(key);
    if (nodes !== undefined) nodes.push(node);
    else if (growthOfWritten(censuses, key, fewest) === undefined) others.add(key);
    else byKey.set(key, [node]);
  }
  return new Map([...byKey].map(([key, nodes]) => [key, nodes.sort((one, other) => graph.idOf(other) - graph.idOf(one)).slice(0, MOST_ASKED)]));
}

/** What most of them say; among equals, the one that says more. */
function chooseHolder(holders: readonly Holder[]): Holder {
  const counts = new Map<string, number>();
  const answerOf = ({ collection, isInside }: Holder): string => `${String(collection)} ${String(isInside)}`;
  for (const holder of holders) counts.set(answerOf(holder), (counts.get(answerOf(holder)) ?? 0) + 1);
  const countOf = (holder: Holder): number => counts.get(answerOf(holder)) as number;
  return [...holders].sort((one, other) => countOf(other) - countOf(one))[0] as Holder;
}
