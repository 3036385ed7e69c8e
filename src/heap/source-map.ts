/** Source maps (version 3, with sections or without): from a place of what ran to the place that was written. Lines and columns count from 0. */

/** A place that was written. */
export interface MappedPlace {
  /** As the map names the file, with its root before it. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** What was written there, where the map says. */
  readonly name?: string | undefined;
  /** The text of the file, where the map has it. */
  readonly content?: string | undefined;
}

export interface SourceMap {
  /** The place that the last segment of the line at or before the column came from; undefined where the map has none. */
  originalAt(line: number, column: number): MappedPlace | undefined;
}

interface RawMap {
  readonly mappings?: unknown;
  readonly sources?: unknown;
  readonly names?: unknown;
  readonly sourcesContent?: unknown;
  readonly sourceRoot?: unknown;
  readonly sections?: unknown;
}

/** Reads the text of a map; undefined for what is none. */
export function readSourceMap(text: string): SourceMap | undefined {
  try {
    // Servers put this before their answers so that no page can run them.
    return buildMap(JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/u, "")) as RawMap | null);
  } catch {
    return undefined;
  }
}

function buildMap(raw: RawMap | null): SourceMap | undefined {
  if (Array.isArray(raw?.sections)) return buildIndex(raw.sections as readonly RawSection[]);
  if (typeof raw?.mappings !== "string" || !Array.isArray(raw.sources)) return undefined;
  const lines = decodeMappings(raw.mappings);
  return { originalAt: (line, column) => describeSegment(raw, findSegment(lines[line] ?? [], column)) };
}

interface RawSection {
  readonly offset: { readonly line: number; readonly column: number };
  readonly map: RawMap;
}

/** Bundlers that put bundles together leave the maps of the parts as they are. */
function buildIndex(sections: readonly RawSection[]): SourceMap {
  const parts = sections.map(({ offset, map }) => ({ offset, map: buildMap(map) }));
  return {
    originalAt: (line, column) => {
      const part = parts.findLast(({ offset }) => offset.line < line || (offset.line === line && offset.column <= column));
      return part?.map?.originalAt(line - part.offset.line, line === part.offset.line ? column - part.offset.column : column);
    },
  };
}

/** Column, source, line and column there, and name; those that it lacks are -1. */
type Segment = readonly [column: number, source: number, line: number, sourceColumn: number, name: number];

function describeSegment(raw: RawMap, segment: Segment | undefined): MappedPlace | undefined {
  if (segment === undefined) return undefined;
  const [, index, line, column, name] = segment;
  const source = (raw.sources as readonly unknown[])[index];
  if (typeof source !== "string") return undefined;
  const root = typeof raw.sourceRoot === "string" && raw.sourceRoot !== "" ? `${raw.sourceRoot.replace(/\/$/u, "")}/` : "";
  return { source: root + source, line, column, name: textAt(raw.names, name), content: textAt(raw.sourcesContent, index) };
}

function textAt(list: unknown, index: number): string | undefined {
  const text: unknown = Array.isArray(list) ? list[index] : undefined;
  return typeof text === "string" ? text : undefined;
}

function findSegment(segments: readonly Segment[], column: number): Segment | undefined {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle] as Segment)[0] <= column) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1];
}

/** All fields but the first, which begins anew on each line, are differences to the last segment that had them. */
function decodeMappings(mappings: string): readonly (readonly Segment[])[] {
  const reader = new NumberTextReader(mappings);
  const state = [0, 0, 0, 0, 0];
  return mappings.split(";").map((line) => {
    state[0] = 0;
    const segments: Segment[] = [];
    const end = reader.at + line.length;
    while (reader.at < end) {
      const count = reader.addTo(state, end);
      segments.push([state[0], count < 4 ? -1 : (state[1] as number), state[2] as number, state[3] as number, count < 5 ? -1 : (state[4] as number)]);
    }
    reader.at = end + 1;
    return segments.sort(([one], [other]) => one - other);
  });
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit.charCodeAt(0), value]));
const COMMA = 0x2c;

/** Numbers of any length: five bits of each digit, the lowest first, and a sixth that says whether more follow; the first bit of all is the sign. */
class NumberTextReader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Adds the numbers of one segment to the fields; answers how many there were. Throws for what is no digit. */
  addTo(fields: number[], end: number): number {
    let count = 0;
    while (this.at < end && this.#text.charCodeAt(this.at) !== COMMA) {
      fields[count] = (fields[count] ?? 0) + this.#readNumber();
      count += 1;
    }
    this.at += 1;
    return count;
  }

  #readNumber(): number {
    let [value, shift, digit] = [0, 0, 0];
    do {
      digit = VALUES.get(this.#text.charCodeAt(this.at)) ?? Number.NaN;
      if (Number.isNaN(digit)) throw new SyntaxError("no source map");
      this.at += 1;
      value += (digit & 31) << shift;
      shift += 5;
    } while (digit >= 32);
    return value & 1 ? -(value >>> 1) : value >>> 1;
  }
}
