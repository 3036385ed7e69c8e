/** What grows from snapshot to snapshot of one process: places that hold more and more, and objects that nothing of those holds. */
import { isSlot, slotOf, takeCensus, type Census } from "./census.ts";
import { membersOf } from "./chains.ts";
import { countEntries, type CollectionKind } from "./entries.ts";
import { collectHeldObjects, type GrowingObjects, type HeldObjects } from "./growing-objects.ts";
import type { HeapGraph } from "./heap-graph.ts";
import { ENTRY, findOwner, isOfRuntime, type HeapView, type Owner } from "./owner.ts";
import { buildRetainers } from "./retainers.ts";
import { findRootWays, type RootWays } from "./root-way.ts";
import { readScripts } from "./scripts.ts";
import { growthOf, type Series } from "./series.ts";
import { collectSteady, type SteadyPlace } from "./steady.ts";
import { Sources, type SourceReader } from "./sources.ts";
import { nameOwnerAsWritten, nameWritten } from "./written-names.ts";

/** A field, variable or the like that holds more and more. */
export interface GrowingPlace extends Series {
  readonly owner: Owner;
  readonly collection: CollectionKind;
  /** How many collections of this place grow: a field has one for each instance. */
  readonly collections: number;
  /** What becomes more in it, as far as it is written in the program. */
  readonly contents: readonly GrowingObjects[];
  /** From the root of the heap to it, in words. */
  readonly way: readonly string[];
}

/** Objects that become more and are in none of the growing places. */
export type LooseObjects = Omit<HeldObjects, "collection" | "isInside">;

export interface HeapGrowth {
  readonly snapshots: number;
  readonly places: readonly GrowingPlace[];
  readonly loose: readonly LooseObjects[];
  /** What was filled again and again and did not grow. */
  readonly steady: readonly SteadyPlace[];
  /** Collections that grow inside Node or the browser and hold nothing that is written in the program. */
  readonly ofRuntime: number;
  /** Collections that grow and that no name leads to. */
  readonly unnamed: number;
  /** What was asked to be left out, since it grows by too little. */
  readonly few: readonly (GrowingPlace | LooseObjects)[];
}

export interface CompareOptions {
  /** What grows by less, from the first snapshot to the last, is passed over. */
  readonly fewest: number;
  /** Files that are not of the program, such as those that measure it. */
  readonly isForeign?: (url: string) => boolean;
  /** Reads the files that ran, for lines and names as they were written; without it those of the snapshot are told. */
  readonly sources?: SourceReader | undefined;
}

/** Compares snapshots of one process, the first first. Two of them at most are in memory at a time. */
export async function compareHeaps(readers: readonly (() => Promise<HeapGraph>)[], options: CompareOptions): Promise<HeapGrowth> {
  const { fewest, isForeign = () => false, sources } = options;
  const graph = await (readers.at(-1) as () => Promise<HeapGraph>)();
  const scripts = readScripts(graph);
  const censuses = [takeCensus(graph, scripts, { fewest })];
  for (const read of readers.slice(0, -1).reverse()) censuses.unshift(await censusOf(read, fewest, censuses.at(-1) as Census));
  const growth = tell({ graph, scripts, retainers: buildRetainers(graph) }, censuses, fewest, isForeign);
  return sources === undefined ? growth : nameAsWritten(growth, new Sources(sources));
}

async function censusOf(read: () => Promise<HeapGraph>, fewest: number, last: Census): Promise<Census> {
  const graph = await read();
  return takeCensus(graph, readScripts(graph), { fewest, of: last });
}

function nameAsWritten(growth: HeapGrowth, sources: Sources): HeapGrowth {
  const places = growth.places.map((place) => ({ ...place, owner: nameOwnerAsWritten(place.owner, sources), contents: place.contents.map((objects) => nameWritten(objects, sources)) }));
  const steady = growth.steady.map((place) => ({ ...place, owner: nameOwnerAsWritten(place.owner, sources) }));
  return { ...growth, places, steady, loose: growth.loose.map((objects) => nameWritten(objects, sources)) };
}

/** A collection that grows, before those of one place are put together. */
interface Grown {
  readonly node: number;
  readonly kind: CollectionKind;
  /** What a linked list is made of, itself with it; nothing for other collections. */
  readonly members: ReadonlySet<number>;
  readonly series: Series;
  readonly owner: Owner | undefined;
}

function tell(view: HeapView, censuses: readonly Census[], fewest: number, isForeign: (url: string) => boolean): HeapGrowth {
  const grown = withoutRepeats(collectGrown(view, censuses, fewest));
  const listOf = new Map(grown.flatMap(({ node, members }) => [...members].map((member) => [member, node] as const)));
  const objects = collectHeldObjects(view, censuses, { grown: new Set(grown.map(({ node }) => node)), listOf }, fewest).filter(({ place }) => !isForeign(place.url));
  const ways = findRootWays(view.graph);
  const places: GrowingPlace[] = [];
  let [ofRuntime, unnamed] = [0, 0];
  for (const members of groupByPlace(grown)) {
    const { owner } = members[0] as Grown;
    const contents = objects.filter(({ collection }) => members.some(({ node }) => node === collection));
    const isOurs = owner?.place === undefined || !isForeign(owner.place.url);
    if (owner?.kind === "runtime" && contents.length === 0) ofRuntime += members.length;
    else if (owner === undefined && contents.length === 0) unnamed += members.length;
    else if (isOurs) places.push(buildPlace(members, contents, ways));
  }
  const loose = objects.filter(({ collection, isInside }) => collection === undefined && !isInside).map(({ collection: _collection, isInside: _isInside, ...object }) => object);
  const steady = collectSteady(view, censuses, new Set(grown.map(({ node }) => node)), fewest);
  return { snapshots: censuses.length, steady, places: places.sort(byGrowthAndName), loose: loose.sort(byGrowth), ofRuntime, unnamed, few: [] };
}

/** Takes out of the places what grows by less than this from the first snapshot to the last. */
export function withoutFew(growth: HeapGrowth, fewest: number): HeapGrowth {
  const isFew = (one: Series): boolean => riseOf(one) < fewest;
  const { places, loose } = growth;
  return { ...growth, places: places.filter((one) => !isFew(one)), loose: loose.filter((one) => !isFew(one)), few: [...places, ...loose].filter(isFew) };
}

function collectGrown(view: HeapView, censuses: readonly Census[], fewest: number): readonly Grown[] {
  const { graph, retainers } = view;
  const { sizes, chains } = censuses.at(-1) as Census;
  const grown: Grown[] = [];
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const kind = sizes.get(graph.idOf(node))?.kind;
    if (kind === undefined) continue;
    const slots: string[] = [];
    retainers.forEach(node, (edge, from) => {
      if (isSlot(graph, edge)) slots.push(slotOf(graph, from, edge));
    });
    const series = growthOf(censuses, graph.idOf(node), slots, fewest);
    if (series === undefined || isOfRuntimeClass(view, node)) continue;
    const chain = kind === "linked list" ? chains.get(node) : undefined;
    const members = new Set(chain === undefined ? [] : membersOf(graph, chain));
    grown.push({ node, kind, members, series, owner: findOwner(view, node, members) ?? findOwnerOfRing(view, members) });
  }
  return grown;
}

/** So many members are asked at most for what else refers to them. */
const MOST_ASKED = 200;

/** A ring has no first member, and may be held by any. */
function findOwnerOfRing(view: HeapView, members: ReadonlySet<number>): Owner | undefined {
  for (const member of [...members].slice(0, MOST_ASKED)) {
    const owner = findOwner(view, member, members);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** A list that leads both ways is told once, and one that orders the entries of another collection of its owner goes with that. */
function withoutRepeats(grown: readonly Grown[]): readonly Grown[] {
  const lists = grown.filter(({ kind }) => kind === "linked list");
  return grown.filter((one, index) => {
    if (one.kind !== "linked list") return true;
    const isBackwards = lists.some((other) => other !== one && other.members.has(one.node) && one.members.has(other.node) && other.members.size === one.members.size && grown.indexOf(other) < index);
    return !isBackwards && !grown.some((other) => other.kind !== "linked list" && isOrderOf(one, other));
  });
}

function isOrderOf(list: Grown, { owner, series }: Grown): boolean {
  const isSameOwner = owner !== undefined && list.owner !== undefined && keyOfOwner(owner) === keyOfOwner(list.owner);
  return isSameOwner && series.counts.every((count, index) => Math.abs(count - (list.series.counts[index] as number)) <= 2);
}

/** The class, function or module whose fields or variables they are. */
function keyOfOwner({ kind, name, place }: Owner): string {
  return JSON.stringify(kind === "variable" ? [kind, place?.url] : [kind, name, place]);
}

/** Node gives its own objects further properties as it goes; what grows in them is told by itself. */
function isOfRuntimeClass({ graph, scripts }: HeapView, node: number): boolean {
  const place = graph.nameOf(node) === "Object" ? undefined : scripts.placeOf(node);
  return place !== undefined && isOfRuntime(place) && countEntries(graph, node)?.kind === "record";
}

function groupByPlace(grown: readonly Grown[]): Iterable<readonly Grown[]> {
  const byPlace = new Map<string, Grown[]>();
  for (const one of foldTables(grown)) {
    const { owner, node } = one;
    const key = owner === undefined ? String(node) : JSON.stringify([owner.kind, owner.name, owner.path, owner.place]);
    byPlace.set(key, [...(byPlace.get(key) ?? []), one]);
  }
  return byPlace.values();
}

/** A record with more growing properties than this is a table: no one of them is a place of its own. */
const MOST_PROPERTIES = 3;

function foldTables(grown: readonly Grown[]): readonly Grown[] {
  const keys = new Map<string, Set<string>>();
  const recordOf = ({ kind, name, path, place }: Owner): string => JSON.stringify([kind, name, path.slice(0, -1), place]);
  for (const { owner } of grown) {
    if (owner === undefined || !isInRecord(owner)) continue;
    const known = keys.get(recordOf(owner)) ?? new Set();
    keys.set(recordOf(owner), known.add(owner.path.at(-1) as string));
  }
  return grown.map((one) => {
    const { owner } = one;
    if (owner === undefined || !isInRecord(owner) || (keys.get(recordOf(owner))?.size ?? 0) <= MOST_PROPERTIES) return one;
    return { ...one, owner: { ...owner, path: [...owner.path.slice(0, -1), ENTRY] } };
  });
}

/** The first name behind a class is one of its fields, behind the global object one of its variables. The listeners of an event are told by its name. */
function isInRecord({ kind, path }: Owner): boolean {
  return path.length > (kind === "variable" || kind === "local" ? 0 : 1) && path.at(-1) !== ENTRY && !path.includes("_events");
}

function buildPlace(members: readonly Grown[], contents: readonly HeldObjects[], ways: RootWays): GrowingPlace {
  const [{ node, kind, owner, series: { counts } }] = [...members].sort((one, other) => byGrowth(one.series, other.series)) as [Grown];
  return {
    owner: owner ?? { kind: "runtime", name: "", path: [] },
    collection: kind,
    collections: members.length,
    counts: counts.map((_, index) => members.reduce((sum, { series }) => sum + (series.counts[index] as number), 0)),
    isRoom: members.some(({ series }) => series.isRoom),
    contents: contents.map(({ collection: _collection, holders: _holders, isInside: _isInside, ...objects }) => objects).sort(byGrowth),
    way: ways.describe(node),
  };
}

/** What grows most first. */
function byGrowth(one: Pick<Series, "counts">, other: Pick<Series, "counts">): number {
  return riseOf(other) - riseOf(one);
}

/** Places that grow alike stand in the order of their names, whatever the order in the file is. */
function byGrowthAndName(one: GrowingPlace, other: GrowingPlace): number {
  return byGrowth(one, other) || (nameOf(one) < nameOf(other) ? -1 : 1);
}

function nameOf({ owner: { name, path } }: GrowingPlace): string {
  return [name, ...path].join(".");
}

function riseOf({ counts }: Pick<Series, "counts">): number {
  return (counts.at(-1) as number) - (counts[0] as number);
}
