/** What grows in the words and at the places of those who wrote it: the line of a variable's declaration, and behind a source map the source. */
import { findClassOf, findField, findNamed, findVariable } from "./declarations.ts";
import type { GrowingObjects } from "./growing-objects.ts";
import type { Owner } from "./owner.ts";
import type { ScriptPlace } from "./scripts.ts";
import { offsetOf, placeAt, type RanFile, type Sources } from "./sources.ts";

/** The owner with the names and places of its source, as far as its files can be read. */
export function nameOwnerAsWritten(owner: Owner, sources: Sources): Owner {
  const { kind, place } = owner;
  const file = place === undefined ? undefined : sources.open(place.url);
  if (file === undefined || place === undefined || kind === "runtime") return owner;
  if (offsetOf(file, place) === undefined) return findOwnerByName(owner, place, file);
  if (kind === "variable") return nameVariable(owner, place, file, sources);
  if (kind === "field" || kind === "static") return nameField(owner, place, file, sources);
  return { ...owner, ...nameWritten({ name: owner.name, place }, sources) };
}

/** The name and the place of a function or a class as they were written. */
export function nameWritten<Written extends Pick<GrowingObjects, "name" | "place">>(written: Written, sources: Sources): Written {
  const { name } = written;
  const file = sources.open(written.place.url);
  if (file === undefined) return written;
  if (offsetOf(file, written.place) === undefined) return { ...written, place: findPlaceByName(file, written.place, name) };
  const place = placeOfClass(file, written.place);
  if (file.map === undefined) return { ...written, place };
  const at = name === "" ? undefined : findOwnName(file, name, offsetOf(file, place));
  const original = at === undefined ? undefined : sources.nameAt(placeAt(file, place.url, at));
  return { ...written, name: original ?? name, place: sources.originalOf(place) };
}

/** What a loader compiles in memory has other lines than the file, and often a single one. Names it leaves as they are. */
function findOwnerByName(owner: Owner, place: ScriptPlace, file: RanFile): Owner {
  const { kind, name, path: [field = ""] } = owner;
  if (kind === "variable") {
    const declared = findVariable(file.text, name, -1);
    return { ...owner, place: declared === undefined ? { ...place, isOutside: true } : { ...placeAt(file, place.url, declared), ran: place } };
  }
  const own = name === "" ? undefined : findNamed(file.text, name);
  const declared = own === undefined || (kind !== "field" && kind !== "static") ? undefined : findField(file.text, field, own);
  return { ...owner, place: findPlaceByName(file, place, name), declared: declared === undefined ? undefined : placeAt(file, place.url, declared) };
}

function findPlaceByName(file: RanFile, place: ScriptPlace, name: string): ScriptPlace {
  const own = name === "" ? undefined : findNamed(file.text, name);
  return own === undefined ? { ...place, isOutside: true } : { ...placeAt(file, place.url, own), ran: place };
}

/** A snapshot places a class at its constructor, where it has one. */
function placeOfClass(file: RanFile, place: ScriptPlace): ScriptPlace {
  const start = offsetOf(file, place);
  const at = start === undefined ? undefined : findClassOf(file.text, start);
  return at === undefined ? place : placeAt(file, place.url, at);
}

/** A snapshot knows a function that sees the variable, and no line of its own. */
function nameVariable(owner: Owner, place: ScriptPlace, file: RanFile, sources: Sources): Owner {
  const reader = offsetOf(file, place);
  const at = reader === undefined ? undefined : findVariable(file.text, owner.name, reader);
  if (at === undefined) return { ...owner, place: sources.originalOf(place) };
  const declared = placeAt(file, place.url, at);
  return { ...owner, name: sources.nameAt(declared) ?? owner.name, place: sources.originalOf(declared) };
}

function nameField(owner: Owner, place: ScriptPlace, file: RanFile, sources: Sources): Owner {
  const [field = "", ...inner] = owner.path;
  const start = offsetOf(file, place);
  const at = start === undefined ? undefined : findField(file.text, field, start);
  const declared = at === undefined ? undefined : placeAt(file, place.url, at);
  return {
    ...owner,
    ...nameWritten({ name: owner.name, place }, sources),
    path: [(declared && sources.nameAt(declared)) ?? field, ...inner],
    declared: declared && sources.originalOf(declared),
  };
}

/** So far before or behind the beginning of a function or class its own name may stand. */
const NEAR = 200;
const BREAK = /[;{}]/u;

/** `class Name {` begins before its name, `function name(` behind it, and `name = () =>` far behind it. */
function findOwnName({ text }: RanFile, name: string, start: number | undefined): number | undefined {
  if (start === undefined) return undefined;
  const behind = text.slice(start, start + NEAR);
  const own = /^class\s+/u.exec(behind)?.[0].length;
  if (own !== undefined && behind.startsWith(name, own)) return start + own;
  const from = Math.max(0, start - NEAR);
  const at = text.slice(from, start).lastIndexOf(name);
  return at === -1 || BREAK.test(text.slice(from + at, start)) ? undefined : from + at;
}
