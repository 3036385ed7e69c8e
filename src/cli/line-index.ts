/** Where the offsets of a text stand, in lines and columns. */
interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Offsets of a text as lines and columns, both from 1. */
export interface LineIndex {
  /** The lines without their ends. */
  readonly lines: readonly string[];
  positionOf(offset: number): TextPlace;
}

/** Lines end where the language says that they do. */
const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/gu;

/** Builds the index of a text. */
export function buildLineIndex(text: string): LineIndex {
  const placeOf = buildPlaceFinder(text);
  return {
    lines: text.split(LINE_ENDS),
    positionOf(offset) {
      const { line, column } = placeOf(offset);
      return { line, column: column + 1 };
    },
  };
}

/**
 * Builds what answers the place of an offset as a syntax tree has it: lines from 1, columns from 0. It begins where it last was, since
 * neighbours of a tree are asked for one after the other.
 */
export function buildPlaceFinder(text: string): (offset: number) => TextPlace {
  const starts = [0, ...Array.from(text.matchAll(LINE_ENDS), ({ 0: end, index }) => index + end.length)];
  let line = 0;
  return (offset) => {
    if (!isOn(starts, line, offset) && !isOn(starts, ++line, offset)) line = lineAt(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) };
  };
}

function isOn(starts: readonly number[], line: number, offset: number): boolean {
  return offset >= (starts[line] ?? Infinity) && offset < (starts[line + 1] ?? Infinity);
}

function lineAt(starts: readonly number[], offset: number): number {
  let [from, to] = [0, starts.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) from = middle;
    else to = middle;
  }
  return from;
}
