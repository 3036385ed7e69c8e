/** Offsets of a text as lines and columns, both from 1. */
export interface LineIndex {
  /** The lines without their ends. */
  readonly lines: readonly string[];
  positionOf(offset: number): { readonly line: number; readonly column: number };
}

const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/gu;

/** The offset of the first character of each line. */
export function findLineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(LINE_ENDS), ({ 0: end, index }) => index + end.length)];
}

/** Builds the index; lines end where the language says that they do. */
export function buildLineIndex(text: string): LineIndex {
  const starts = findLineStarts(text);
  const lines = text.split(LINE_ENDS);
  return {
    lines,
    positionOf(offset) {
      const index = starts.findLastIndex((start) => start <= offset);
      return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
    },
  };
}
