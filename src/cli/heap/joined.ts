/** Growth joined with the analysis of its source: what grows and is reported, what is only a candidate, and what no rule looks at. */
import { readFileSync } from "node:fs";

import type { NamedPlace } from "../../bench/explanation.ts";
import type { GrowingPlace, HeapGrowth, LooseObjects } from "../../heap/growth.ts";
import type { GrowingObjects } from "../../heap/growing-objects.ts";
import { ENTRY, type Owner } from "../../heap/owner.ts";
import type { ScriptPlace } from "../../heap/scripts.ts";
import { buildLineIndex } from "../line-index.ts";
import { collectKnownCandidates, type KnownCandidate, type KnownCandidates } from "./known-candidates.ts";
import { collectGrowingFiles, fileOfUrl, findNamesakes, isSource } from "./source-of-growth.ts";

/** Whether growth is reported in `recommended` or `strict`, is a candidate that neither reports, is no candidate, or is of a file that was not checked. */
export type Standing = "reported" | "possible" | "unreported" | "unchecked";

export interface Joined {
  readonly standing: Standing;
  /** The candidates that it is joined with, the surest first. */
  readonly candidates: readonly KnownCandidate[];
}

export interface JoinedGrowth {
  readonly of: ReadonlyMap<GrowingPlace | LooseObjects, Joined>;
  /** How many files were checked. */
  readonly files: number;
  /** Sentences about files that could not be checked. */
  readonly failures: readonly string[];
}

export interface JoinRequest {
  /** The directory that the program's source is in, as an absolute path. */
  readonly source: string;
  readonly settings: string | undefined;
}

/** Joins growth with what is known of the files below a directory; files outside it are left alone. */
export async function joinGrowth(growth: HeapGrowth, { source, settings }: JoinRequest, cwd: string): Promise<JoinedGrowth> {
  const files = collectGrowingFiles(growth);
  const first = await collectKnownCandidates(files.filter((file) => isSource(source, file)), settings, cwd);
  // What is compiled, bundled or left out is not checked itself.
  const others = files.filter((file) => !first.byFile.has(file));
  const namesakes = findNamesakes(source, others);
  const second = await collectKnownCandidates([...new Set([...namesakes.values()].flat())].filter((file) => !first.byFile.has(file)), settings, cwd);
  const known: KnownSource = { byFile: new Map([...first.byFile, ...second.byFile]), namesakes };
  return { of: new Map([...growth.places, ...growth.loose].map((grown) => [grown, joinKnown(grown, known)])), files: known.byFile.size, failures: [...first.failures, ...second.failures] };
}

/** What is known, and which files stand for one that ran and was not checked. */
export interface KnownSource extends Pick<KnownCandidates, "byFile"> {
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
}

/** Joins one growing place with what is known. */
export function joinKnown(grown: GrowingPlace | LooseObjects, known: KnownSource): Joined {
  const owner = "owner" in grown ? grown.owner : undefined;
  const objects = "owner" in grown ? grown.contents : [grown];
  const named = owner === undefined ? [] : candidatesOfOwner(owner, known);
  const candidates = [...new Set([...named, ...withSitesOn(named, known), ...objects.flatMap((one) => candidatesOfFunction(one, known))])].sort(bySureness);
  const isChecked = (owner?.place !== undefined && filesOf(owner.place.url, known).length > 0) || objects.some(({ place }) => isInFile(place, known));
  return { standing: standingOf(candidates, isChecked), candidates };
}

function standingOf([surest]: readonly KnownCandidate[], isChecked: boolean): Standing {
  if (surest === undefined) return isChecked ? "unreported" : "unchecked";
  return rankOf(surest) === 0 ? "reported" : "possible";
}

/** The candidates that name the field or variable which holds the collection. */
export function candidatesOfOwner(owner: Owner, known: KnownSource): readonly KnownCandidate[] {
  const end = owner.path.indexOf(ENTRY);
  const path = end === -1 ? owner.path : owner.path.slice(0, end);
  const candidates = (owner.place === undefined ? [...known.byFile.keys()] : filesOf(owner.place.url, known)).flatMap((file) => known.byFile.get(file) ?? []);
  const isExact = owner.place === undefined || known.byFile.has(fileOfUrl(owner.place.url) ?? "");
  const matching = (line: number | undefined): readonly KnownCandidate[] => candidates.filter(({ named }) => named.some((one) => isPlaceOf(one, owner, path, line)));
  const exact = matching(isExact ? owner.place?.line : undefined);
  if (exact.length > 0) return exact;
  // A test runner compiles what it loads, and its lines are no longer those of the file: then the name alone has to do, where one thing has it.
  const byName = matching(undefined);
  const scopes = new Set(byName.flatMap(({ named }) => named.filter((one) => isPlaceOf(one, owner, path, undefined))).map(({ line, endLine }) => `${String(line)} ${String(endLine)}`));
  return scopes.size === 1 ? byName : [];
}

/** `line` is where the class stands, or a function that sees the variable; undefined where lines are those of another file. */
function isPlaceOf(named: NamedPlace, owner: Owner, path: readonly string[], line: number | undefined): boolean {
  if (owner.kind === "global") return named.kind === "global" && endsWith([named.name, ...named.path], path);
  if (!isSamePath(named.path, path)) return false;
  const isInside = line === undefined || (named.line <= line && line <= named.endLine);
  // The name of a variable of a function that waits is not in a snapshot; the function's own line is.
  if (owner.kind === "local") return named.kind === "variable" && named.endLine !== Infinity && named.line === line;
  return named.kind === owner.kind && isInside && (named.name === owner.name || (named.kind !== "variable" && line !== undefined));
}

function endsWith(names: readonly string[], path: readonly string[]): boolean {
  return path.length > 0 && isSamePath(names.slice(-path.length), path);
}

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

/** Reports of which a site is on the statement of one of the candidates: the key that is printed above the insert. */
function withSitesOn(candidates: readonly KnownCandidate[], { byFile }: KnownSource): readonly KnownCandidate[] {
  const lines = new Set(candidates.map(({ filePath, explanation }) => `${filePath}:${String(explanation.place.line)}`));
  const files = new Set(candidates.map(({ filePath }) => filePath));
  return [...files].flatMap((file) => byFile.get(file) ?? []).filter(({ filePath, finding }) => finding?.account?.sites.some(({ role, loc }) => role !== "way" && lines.has(`${filePath}:${String(loc.start.line)}`)));
}

/** The candidates that a function is written in, the innermost ones; without any, those that name it. */
function candidatesOfFunction({ isFunction, name, place }: GrowingObjects, known: KnownSource): readonly KnownCandidate[] {
  if (!isFunction) return [];
  const file = fileOfUrl(place.url) ?? "";
  const around = (known.byFile.get(file) ?? []).filter(({ explanation }) => holds(explanation.place, place)).sort((one, other) => sizeOf(one) - sizeOf(other));
  const [innermost] = around;
  if (innermost !== undefined) return around.filter((candidate) => sizeOf(candidate) === sizeOf(innermost));
  const line = known.byFile.has(file) ? place.line : undefined;
  return filesOf(place.url, known).flatMap((path) => known.byFile.get(path) ?? []).filter(({ named }) => name !== "" && named.some((one) => namesFunction(one, name, line)));
}

/** Whether a function can be written at a place: where a test runner compiled the file, the place is one of another text. */
function isInFile({ url, line, column }: ScriptPlace, { byFile }: KnownSource): boolean {
  const file = fileOfUrl(url);
  if (file === undefined || !byFile.has(file)) return false;
  const text = buildLineIndex(readFileSync(file, "utf8")).lines[line - 1] ?? "";
  return /[\w$([{#"'*]/u.test(text.charAt(column - 1));
}

function namesFunction(named: NamedPlace, name: string, line: number | undefined): boolean {
  return (named.path.at(-1) ?? named.name) === name && (line === undefined || (named.line <= line && line <= named.endLine));
}

type Span = KnownCandidate["explanation"]["place"];

function holds({ line, column, endLine, endColumn }: Span, at: { readonly line: number; readonly column: number }): boolean {
  return (line < at.line || (line === at.line && column <= at.column)) && (at.line < endLine || (at.line === endLine && at.column < endColumn));
}

function sizeOf({ explanation: { place } }: KnownCandidate): number {
  return (place.endLine - place.line) * 10_000 + place.endColumn - place.column;
}

function filesOf(url: string, { byFile, namesakes }: KnownSource): readonly string[] {
  const file = fileOfUrl(url);
  if (file === undefined) return [];
  return byFile.has(file) ? [file] : (namesakes.get(file) ?? []).filter((namesake) => byFile.has(namesake));
}

const VERDICTS = ["certain", "likely", "possible", "silent"];

/** Reported ones first, then those that only a comment or the choice of the preset keeps back. */
function bySureness(one: KnownCandidate, other: KnownCandidate): number {
  return rankOf(one) - rankOf(other) || VERDICTS.indexOf(one.explanation.verdict) - VERDICTS.indexOf(other.explanation.verdict);
}

function rankOf({ preset, finding }: KnownCandidate): number {
  if (finding !== undefined && preset !== null && preset !== "audit") return 0;
  return preset === null ? 2 : 1;
}
