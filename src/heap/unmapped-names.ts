/** Bundles without a source map: what grows in them by the names and at the places of the sources, where what a minifier leaves tells them. */
import type { BundledSources, ClassPair } from "./bundled-sources.ts";
import { findField, findUses } from "./declarations.ts";
import { findDeclarations, findFunctions, nameBefore } from "./gaps.ts";
import type { GrowingObjects } from "./growing-objects.ts";
import type { HeapGrowth } from "./growth.ts";
import type { Owner } from "./owner.ts";
import type { ScriptPlace } from "./scripts.ts";
import { offsetOf, placeAt, type RanFile, type Sources } from "./sources.ts";

/** Reads what ran, and knows what of it is a source itself. */
interface RanSources {
  readonly sources: Sources;
  readonly isSource: (url: string) => boolean;
}

/** A place of a bundle. */
interface Ran {
  readonly file: RanFile;
  readonly place: ScriptPlace;
  readonly offset: number;
}

const CLASS_NAME = /^class\s+(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)/u;
const PRIVATE_NAME = /(?<![\w$])#[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** Names growth in bundles without a map by the sources; what they cannot tell for sure stays as it ran. */
export function nameUnmapped(growth: HeapGrowth, bundled: BundledSources, { sources, isSource }: RanSources): HeapGrowth {
  const ranAt = (place: ScriptPlace | undefined): Ran | undefined => {
    if (place === undefined || place.ran !== undefined || place.isOutside === true || isSource(place.url)) return undefined;
    const file = sources.open(place.url);
    const offset = file === undefined || file.map !== undefined ? undefined : offsetOf(file, place);
    return file === undefined || offset === undefined ? undefined : { file, place, offset };
  };
  const nameObjects = <Objects extends GrowingObjects>(objects: Objects): Objects => {
    const ran = ranAt(objects.place);
    return ran === undefined ? objects : { ...objects, ...(objects.isFunction ? nameFunction(ran, bundled) : nameInstances(ran, bundled)) };
  };
  const nameOwner = (owner: Owner): Owner => {
    const ran = ranAt(owner.place);
    if (ran === undefined) return owner;
    if (owner.kind === "field" || owner.kind === "static") return nameFieldOf(owner, ran, bundled);
    return owner.kind === "variable" ? nameVariableOf(owner, ran, bundled) : owner;
  };
  const places = growth.places.map((place) => ({ ...place, owner: nameOwner(place.owner), contents: place.contents.map(nameObjects) }));
  const steady = growth.steady.map((place) => ({ ...place, owner: nameOwner(place.owner) }));
  return { ...growth, places, steady, loose: growth.loose.map(nameObjects) };
}

function nameInstances({ file, place, offset }: Ran, bundled: BundledSources): Partial<GrowingObjects> {
  const pair = bundled.findClass(file, offset);
  return pair === undefined ? {} : nameOfClass(pair, place, bundled);
}

function nameOfClass({ file, source }: ClassPair, ran: ScriptPlace, bundled: BundledSources): { readonly name?: string; readonly place: ScriptPlace } {
  const name = CLASS_NAME.exec(bundled.open(file).text.slice(source.at, source.start))?.groups?.name;
  return { ...(name !== undefined && { name }), place: placeIn(bundled, { file, at: source.at }, ran) };
}

function placeIn(bundled: BundledSources, { file, at }: { readonly file: string; readonly at: number }, ran: ScriptPlace): ScriptPlace {
  return { ...placeAt(bundled.open(file), file, at), ran };
}

/** A function stands between the same two words in the bundle and in its source; of several there it is the one with the same number. */
function nameFunction({ file, place, offset }: Ran, bundled: BundledSources): Partial<GrowingObjects> {
  for (const gap of bundled.alignmentOf(file).gapsAt(offset)) {
    const [ran, written] = [findFunctions(file.text, gap.ran), findFunctions(bundled.open(gap.file).text, gap.source)];
    const at = written[ran.findIndex(([start, end]) => start <= offset && offset <= end)]?.[0];
    if (at !== undefined && ran.length === written.length) return { place: placeIn(bundled, { file: gap.file, at }, place) };
  }
  return {};
}

function nameFieldOf(owner: Owner, { file, place, offset }: Ran, bundled: BundledSources): Owner {
  const pair = bundled.findClass(file, offset);
  const [field = "", ...inner] = owner.path;
  if (pair === undefined) return owner;
  const written = field.startsWith("#") ? privateNameOf(field, file, pair, bundled) : field;
  if (written === undefined) return owner;
  const at = findField(bundled.open(pair.file).text, written, pair.source.at);
  const declared = at === undefined ? undefined : placeIn(bundled, { file: pair.file, at }, owner.declared ?? place);
  return { ...owner, ...nameOfClass(pair, place, bundled), path: [written, ...inner], declared };
}

/** What a minifier calls `#e` has its own name where the source asks the same of it, or else the same place among the private names of the class. */
function privateNameOf(field: string, file: RanFile, { file: url, ran, source }: ClassPair, bundled: BundledSources): string | undefined {
  const { text } = bundled.open(url);
  const uses = bundled.alignmentOf(file).wordsIn(ran.start, ran.end).aligned.filter((word) => word.file === url && nameBefore(file.text, word.ran)?.name === field);
  const byUse = mostNamed(uses.map(({ at }) => nameBefore(text, at)?.name ?? ""));
  if (byUse?.startsWith("#") === true) return byUse;
  const [short, long] = [privateNamesIn(file.text.slice(ran.start, ran.end)), privateNamesIn(text.slice(source.start, source.end))];
  return short.length === long.length ? long[short.indexOf(field)] : undefined;
}

function privateNamesIn(text: string): readonly string[] {
  return [...new Set(text.match(PRIVATE_NAME) ?? [])];
}

/** A variable is declared between the same two words; where several are, it is the one of which the source asks the same. */
function nameVariableOf(owner: Owner, { file, place, offset }: Ran, bundled: BundledSources): Owner {
  if (!file.text.startsWith(owner.name, offset)) return owner;
  const alignment = bundled.alignmentOf(file);
  const uses = new Set(findUses(file.text, owner.name, offset));
  const asked = alignment.wordsIn(0, file.text.length).aligned.filter((word) => uses.has(nameBefore(file.text, word.ran)?.at ?? -1));
  for (const gap of alignment.gapsAt(offset)) {
    const { text } = bundled.open(gap.file);
    const byUse = mostNamed(asked.filter((word) => word.file === gap.file).map(({ at }) => nameBefore(text, at)?.name ?? ""));
    const declared = findDeclarations(text, gap.source);
    const isOnly = byUse === undefined && declared.length === 1 && findDeclarations(file.text, gap.ran).length === 1;
    const found = isOnly ? declared[0] : declared.find(({ name }) => name === byUse);
    if (found !== undefined) return { ...owner, name: found.name, place: placeIn(bundled, { file: gap.file, at: found.at }, place) };
  }
  return owner;
}

/** The name that most of them are; undefined where none is more than half. */
function mostNamed(names: readonly string[]): string | undefined {
  return names.find((name) => names.filter((other) => other === name).length * 2 > names.length);
}
