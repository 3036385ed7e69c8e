/** What grows in the words and at the places of those who wrote it: the line of a variable's declaration, and behind a source map the source. */
import { findField, findVariable } from "./declarations.ts";
import type { GrowingObjects } from "./growing-objects.ts";
import type { Owner } from "./owner.ts";
import type { ScriptPlace } from "./scripts.ts";
import { offsetOf, placeAt, type RanFile, type Sources } from "./sources.ts";

/** The owner with the names and places of its source, as far as its files can be read. */
export function nameOwnerAsWritten(owner: Owner, sources: Sources): Owner {
  const { kind, place } = owner;
  const file = place === undefined ? undefined : sources.open(place.url);
  if (file === undefined || place === undefined || kind === "runtime") return owner;
  if (kind === "variable") return nameVariable(owner, place, file, sources);
  if (kind === "field" || kind === "static") return nameField(owner, place, file, sources);
  return { ...owner, ...nameWritten({ name: owner.name, place }, sources) };
}

/** The name and the place of a function or a class as they were written. */
export function nameWritten<Written extends Pick<GrowingObjects, "name" | "place">>(written: Written, sources: Sources): Written {
  const { name, place } = written;
  const file = sources.open(place.url);
  if (file?.map === undefined) return written;
  const at = name === "" ? undefined : findOwnName(file, name, offsetOf(file, place));
  const original = at === undefined ? undefined : sources.nameAt(placeAt(file, place.url, at));
  return { ...written, name: original ?? name, place: sources.originalOf(place) };
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
