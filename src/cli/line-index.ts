/** Offsets of a text as lines and columns, both from 1. */
export interface LineIndex {
  /** The lines without their ends. */
  readonly lines: readonly string[];
  positionOf(offset: number): { readonly line: number; readonly column: number };
}

/** Builds the index; lines end where the language says that they do. */
export function buildLineIndex(text: string): LineIndex {
  const ends = [...text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)];
  const starts = [0, ...ends.map((end) => end.index + end[0].length)];
  const lines = starts.map((start, index) => text.slice(start, ends[index]?.index ?? text.length));
  return {
    lines,
    positionOf(offset) {
      const index = starts.findLastIndex((start) => start <= offset);
      return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
    },
  };
}
