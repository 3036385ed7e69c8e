/** Lines and columns of a text, as ESLint counts them: lines from 1, columns from 0. */

export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Builds what answers the place of an offset. It begins where it last was, since neighbours of a tree are asked for one after the other. */
export function placeFinder(starts: readonly number[]): (offset: number) => TextPlace {
  let line = 0;
  return (offset) => {
    if (!isOn(starts, line, offset) && !isOn(starts, ++line, offset)) line = lineOf(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) };
  };
}

function isOn(starts: readonly number[], line: number, offset: number): boolean {
  return offset >= (starts[line] ?? Infinity) && offset < (starts[line + 1] ?? Infinity);
}

function lineOf(starts: readonly number[], offset: number): number {
  let [from, to] = [0, starts.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) from = middle;
    else to = middle;
  }
  return from;
}
