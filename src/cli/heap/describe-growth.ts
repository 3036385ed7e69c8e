/** Writes what grows, for readers and as data. */
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import type { GrowingPlace, HeapGrowth, LooseObjects } from "../../heap/growth.ts";
import type { GrowingObjects } from "../../heap/growing-objects.ts";
import type { Owner } from "../../heap/owner.ts";
import type { ScriptPlace } from "../../heap/scripts.ts";
import { slowsDown, type Series } from "../../heap/series.ts";
import { countStandings, describeJoined } from "./describe-joined.ts";
import type { JoinedGrowth } from "./joined.ts";

/** Describes growth for a terminal: each place with its counts, what the analysis says of it if that was asked, what it holds, and what holds it. */
export function describeGrowth(growth: HeapGrowth, cwd: string, joined?: JoinedGrowth): string {
  const told = (grown: GrowingPlace | LooseObjects): string[] => {
    const of = joined?.of.get(grown);
    return of === undefined ? [] : describeJoined(of, cwd);
  };
  const blocks = [...growth.places.map((place) => describePlace(place, cwd, told(place))), ...growth.loose.map((objects) => describeLoose(objects, cwd, told(objects)))];
  const standings = joined === undefined || blocks.length === 0 ? "" : ` ${countStandings(joined.of.values())}.`;
  return `${[...blocks, `${describeSum(growth)}${standings}`].join("\n\n")}\n`;
}

/** Describes growth as JSON. Lines and columns count from 1. */
export function describeGrowthAsJson(growth: HeapGrowth, joined?: JoinedGrowth): string {
  const withJoined = <Grown extends GrowingPlace | LooseObjects>(grown: Grown) => {
    const of = joined?.of.get(grown);
    const candidates = of?.candidates.map(({ filePath, explanation, preset, finding }) => ({ filePath, preset, ...(finding && { message: finding.message.message }), explanation }));
    return { ...grown, name: nameOfGrown(grown), ...(of && { standing: of.standing, candidates }) };
  };
  return `${JSON.stringify({ ...growth, places: growth.places.map(withJoined), loose: growth.loose.map((objects) => ({ ...withJoined(objects), name: objects.name })) }, undefined, 2)}\n`;
}

/** What grows in the words of the source: a place by its owner, objects by their function or class. */
export function nameOfGrown(grown: GrowingPlace | LooseObjects): string {
  return "owner" in grown ? nameOfOwner(grown.owner) : nameOfObjects(grown);
}

function describePlace(place: GrowingPlace, cwd: string, told: readonly string[]): string {
  const { owner, collection, collections, contents, way } = place;
  const at = owner.place === undefined || owner.kind === "runtime" ? "" : `${describeWhere(owner.place, cwd)}  `;
  const kind = `${collection === "array" ? "an" : "a"} ${collection}`;
  const number = collections === 1 ? kind : `${collections} of them, each ${kind}`;
  return [
    `${at}${nameOfOwner(owner)}  ${describeCounts(place)}  (${number})`,
    ...told,
    ...contents.map((objects) => `  holds ${nameOfObjects(objects)} of ${describeWhere(objects.place, cwd)}  ${describeCounts(objects)}`),
    ...(way.length > 0 ? [`  held by ${way.join(" > ")}`] : []),
    ...describeDoubts(place),
  ].join("\n");
}

function describeLoose(objects: LooseObjects, cwd: string, told: readonly string[]): string {
  const holders = objects.holders.length > 0 ? [`  held by ${objects.holders.join(" < ")}`] : [];
  return [`${describeWhere(objects.place, cwd)}  ${nameOfObjects(objects)}  ${describeCounts(objects)}`, ...told, ...holders, ...describeDoubts(objects)].join("\n");
}

function describeDoubts(series: Series): string[] {
  return [
    ...(series.isRoom ? ["  It holds numbers, which a snapshot leaves out: the counts are the room that it has for them."] : []),
    ...(slowsDown(series) ? ["  It grows far less at the end than at the beginning: it may be a cache that fills."] : []),
  ];
}

/** The owner in the words of the source: "Client.streams", "variable cache", "listeners of "close" on Hub". */
export function nameOfOwner({ kind, name, path }: Owner): string {
  const events = path.indexOf("_events");
  if (events !== -1 && path.length > events + 1) return `listeners of ${JSON.stringify(path[events + 1])} on ${[name, ...path.slice(0, events)].join(".")}`;
  const inner = path.map((part) => (part === "[]" ? "[…]" : `.${part}`)).join("");
  if (kind === "local") return `a variable of ${name === "" ? "the module" : `${name}()`}${inner}, which waits`;
  return `${kind === "variable" ? "variable " : ""}${name === "" ? "a collection that nothing names" : name}${inner}`;
}

function nameOfObjects({ isFunction, name }: GrowingObjects): string {
  if (!isFunction) return `instances of ${name}`;
  return name === "" ? "functions" : `functions ${name}()`;
}

function describeCounts({ counts }: Series): string {
  return counts.join(" > ");
}

/** A place as `file:line:column`, relative to the directory where it is below it; of what a loader compiled in memory the file has no line. */
export function describeWhere({ url, line, column, isOutside }: ScriptPlace, cwd: string): string {
  const path = url.startsWith("file:///") ? fileURLToPath(url) : url;
  const way = relative(cwd, path);
  return `${way.startsWith("..") || url.includes("://") !== url.startsWith("file://") ? path : way.replaceAll(sep, "/")}${isOutside === true ? ` (no line of the file: ${line}:${column} of what it was compiled to)` : `:${line}:${column}`}`;
}

/** So many of what grows by little are named. */
const MOST_FEW = 5;

function describeFew(few: HeapGrowth["few"]): string[] {
  if (few.length === 0) return [];
  const names = few.slice(0, MOST_FEW).map(nameOfGrown);
  return [`${few.length} that ${few.length === 1 ? "grows" : "grow"} by too little to tell it from what a snapshot leaves behind (${names.join(", ")}${few.length > MOST_FEW ? ", …" : ""}); a longer time between the snapshots does`];
}

function describeSum({ places, loose, snapshots, ofRuntime, unnamed, few }: HeapGrowth): string {
  const count = places.length + loose.length;
  const proof = snapshots === 2 ? "Two snapshots show that something grew, and not that it goes on: take a third one to tell a leak from a cache that fills." : `Each grew from every one of ${snapshots} snapshots to the next.`;
  const left = [...(ofRuntime > 0 ? [`${ofRuntime} inside Node or the browser`] : []), ...(unnamed > 0 ? [`${unnamed} that nothing names`] : []), ...describeFew(few)];
  return [count === 0 ? `Nothing ${few.length > 0 ? "else " : ""}of the program grows.` : `${count} growing ${count === 1 ? "place" : "places"}. ${proof}`, ...(left.length > 0 ? [`Left out: ${left.join("; ")}.`] : [])].join(" ");
}
