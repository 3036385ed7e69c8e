/** The files that ran and those that they were made of: from a place of a snapshot to the place and the name that somebody wrote. */
import type { ScriptPlace } from "./scripts.ts";
import { readSourceMap, type SourceMap } from "./source-map.ts";

/** How files are read; a snapshot has no text. */
export interface SourceReader {
  /** The text at an address of a snapshot; undefined where there is none to be had. */
  read(url: string): string | undefined;
  /** The address that a file refers to, relative to its own. */
  resolve(reference: string, from: string): string;
}

/** A file that ran. */
export interface RanFile {
  readonly text: string;
  readonly map: SourceMap | undefined;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
}

const LINK = "sourceMappingURL=";
/** Words that may stand before the name of what is declared: a map often leads to the first of them. */
const MODIFIERS = new Set(["export", "default", "const", "let", "var", "class", "function", "async", "public", "protected", "private", "readonly", "static", "override", "declare", "accessor"]);
const INLINE = /^data:application\/json[^,]*?(;base64)?,/u;
const NAME = /#?[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*/uy;

export class Sources {
  readonly #reader: SourceReader;
  readonly #files = new Map<string, RanFile | undefined>();
  readonly #texts = new Map<string, string | undefined>();

  constructor(reader: SourceReader) {
    this.#reader = reader;
  }

  /** The file at an address; undefined where it cannot be read. */
  open(url: string): RanFile | undefined {
    if (!this.#files.has(url)) this.#files.set(url, this.#load(url));
    return this.#files.get(url);
  }

  /** The place that somebody wrote, with the place that ran as `ran`; the same where no map leads on. */
  originalOf(place: ScriptPlace): ScriptPlace {
    const original = this.open(place.url)?.map?.originalAt(place.line - 1, place.column - 1);
    if (original === undefined) return place;
    return { url: this.#reader.resolve(original.source, place.url), line: original.line + 1, column: original.column + 1, ran: place };
  }

  /** The name that was written for what ran at a place; undefined without a map, or where the map leads to no name. */
  nameAt(place: ScriptPlace): string | undefined {
    const original = this.open(place.url)?.map?.originalAt(place.line - 1, place.column - 1);
    if (original === undefined) return undefined;
    const text = original.content ?? this.#read(this.#reader.resolve(original.source, place.url));
    const at = text === undefined ? undefined : linesOf(text)[original.line];
    return (at === undefined ? undefined : nameIn(text as string, at + original.column)) ?? original.name;
  }

  #load(url: string): RanFile | undefined {
    const text = this.#read(url);
    if (text === undefined) return undefined;
    const link = findLink(text);
    const map = link === undefined ? undefined : this.#readMap(link, url);
    return readText(text, map);
  }

  #readMap(link: string, url: string): string | undefined {
    const inline = INLINE.exec(link);
    if (inline === null) return this.#read(this.#reader.resolve(link, url));
    const data = link.slice(inline[0].length);
    try {
      return inline[1] === undefined ? decodeURIComponent(data) : new TextDecoder().decode(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
    } catch {
      return undefined;
    }
  }

  #read(url: string): string | undefined {
    if (!this.#texts.has(url)) this.#texts.set(url, this.#reader.read(url));
    return this.#texts.get(url);
  }
}

/** A text with its lines, and the source map that belongs to it. */
export function readText(text: string, map?: string): RanFile {
  return { text, map: map === undefined ? undefined : readSourceMap(map), lineStarts: linesOf(text) };
}

/** Where a place is in the text of its file; undefined where the file has no such line, or that ends before it. */
export function offsetOf({ text, lineStarts }: RanFile, { line, column }: ScriptPlace): number | undefined {
  const start = lineStarts[line - 1];
  if (start === undefined) return undefined;
  const offset = start + column - 1;
  return offset < (lineStarts[line] ?? text.length + 1) ? offset : undefined;
}

/** The place of a character. */
export function placeAt({ lineStarts }: RanFile, url: string, offset: number): ScriptPlace {
  const line = lineStarts.findLastIndex((start) => start <= offset);
  return { url, line: line + 1, column: offset - (lineStarts[line] as number) + 1 };
}

function linesOf(text: string): readonly number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/gu)) starts.push(index + 1);
  return starts;
}

/** The last one counts: bundles keep those of their parts. */
function findLink(text: string): string | undefined {
  const at = text.lastIndexOf(LINK);
  const isComment = at !== -1 && /^\/\/[#@] $/u.test(text.slice(Math.max(0, at - 4), at));
  return isComment ? /^\S+/u.exec(text.slice(at + LINK.length))?.[0] : undefined;
}

function nameIn(text: string, at: number): string | undefined {
  let start = at;
  for (;;) {
    NAME.lastIndex = start;
    const word = NAME.exec(text)?.[0];
    if (word === undefined || !MODIFIERS.has(word)) return word;
    start += word.length;
    while (text[start] === " ") start += 1;
  }
}
