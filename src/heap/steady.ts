/** Collections that were filled again and again while the snapshots were taken, and did not grow: what goes in comes out. */
import { isOfLanguage, isSlot, slotOf, type Census } from "./census.ts";
import { countEntries, type CollectionKind } from "./entries.ts";
import { NODE, type HeapGraph } from "./heap-graph.ts";
import { findOwner, type HeapView, type Owner } from "./owner.ts";
import type { Series } from "./series.ts";

export interface SteadyPlace extends Series {
  readonly owner: Owner;
  readonly collection: CollectionKind;
  /** How much of what is in it was put in after the last snapshot but one. */
  readonly fresh: number;
}

/** So many are named at most: naming asks for what refers to each. */
const MOST_NAMED = 500;

/** Collects them; `grown` are the collections that grow. Two snapshots show no steadiness. */
export function collectSteady({ graph, retainers, scripts }: HeapView, censuses: readonly Census[], grown: ReadonlySet<number>, fewest: number): readonly SteadyPlace[] {
  const last = censuses.at(-1);
  const before = censuses.at(-2);
  if (last === undefined || before === undefined || censuses.length < 3) return [];
  const steady: SteadyPlace[] = [];
  for (let node = 0; node < graph.nodeCount && steady.length < MOST_NAMED; node += 1) {
    if (graph.kindOf(node) !== NODE.object || !isAsked(last, graph.idOf(node)) || grown.has(node)) continue;
    const slots: string[] = [];
    retainers.forEach(node, (edge, from) => {
      if (isSlot(graph, edge)) slots.push(slotOf(graph, from, edge));
    });
    const entries = censuses.map(({ sizes, slots: bySlot }) => sizes.get(graph.idOf(node)) ?? slots.map((slot) => bySlot.get(slot)).find((found) => found !== undefined));
    const counts = entries.map((entry) => entry?.count ?? 0);
    if (entries.some((entry) => entry === undefined || entry.isRoom) || (counts.at(-1) as number) - (counts[0] as number) >= fewest) continue;
    const fresh = Math.min(countYoungEntries(graph, node, before.lastId), counts.at(-1) as number);
    const owner = fresh < fewest ? undefined : findOwner({ graph, retainers, scripts }, node);
    if (owner !== undefined && owner.kind !== "runtime") steady.push({ owner, collection: countEntries(graph, node)?.kind ?? "record", counts, isRoom: false, fresh });
  }
  return steady;
}

/** What comes and goes in a linked list is not told: its members are not in one place. */
function isAsked({ sizes }: Census, id: number): boolean {
  const kind = sizes.get(id)?.kind;
  return kind !== undefined && kind !== "linked list";
}

/** What a collection and its storage refer to that has a higher id. */
function countYoungEntries(graph: HeapGraph, node: number, lastId: number): number {
  const storages = ["table", "elements", "properties"].flatMap((name) => graph.childOf(node, name) ?? []);
  const young = new Set<number>();
  for (const at of storages.length === 0 ? [node] : storages) {
    const end = graph.firstEdgeOf(at + 1);
    for (let edge = graph.firstEdgeOf(at); edge < end; edge += 1) {
      const id = graph.idOf(graph.targetOf(edge));
      if (isOfLanguage(id) && id > lastId) young.add(id);
    }
  }
  return young.size;
}
