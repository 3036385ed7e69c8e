/**
 * Which line of one text is which line of another: what a change leaves alone keeps its identity, wherever it moves to.
 *
 * Lines that stand once in both texts are fixed points, in the longest order that both texts have them in; around them the
 * equal lines are joined outwards, and what lies between is divided again. Indentation counts for nothing, so a statement
 * that gets an `if` around it is the same statement.
 */

/** The number of each line of the newer text in the older one, both from 1; undefined for a line that is new. */
export type LineMap = (line: number) => number | undefined;

/** A stretch of both texts: from the first number, to before the second. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly oldFrom: number;
  readonly oldTo: number;
}

/** Beyond this the rest of a stretch counts as new: such texts are written against this map. */
const DEEPEST = 64;

/** Maps the lines of `after` to those of `before`. */
export function mapLines(before: readonly string[], after: readonly string[]): LineMap {
  const olds = before.map((line) => line.trim());
  const news = after.map((line) => line.trim());
  const found = new Map<number, number>();
  divide({ from: 0, to: news.length, oldFrom: 0, oldTo: olds.length }, 0);
  return (line) => {
    const index = found.get(line - 1);
    return index === undefined ? undefined : index + 1;
  };

  function divide(stretch: Stretch, depth: number): void {
    const { from, to, oldFrom, oldTo } = joinEnds(stretch);
    if (from >= to || oldFrom >= oldTo || depth > DEEPEST) return;
    const fixed = longestOrder(findUnique({ from, to, oldFrom, oldTo }));
    let [at, oldAt] = [from, oldFrom];
    for (const [index, oldIndex] of fixed) {
      found.set(index, oldIndex);
      divide({ from: at, to: index, oldFrom: oldAt, oldTo: oldIndex }, depth + 1);
      [at, oldAt] = [index + 1, oldIndex + 1];
    }
    if (fixed.length > 0) divide({ from: at, to, oldFrom: oldAt, oldTo }, depth + 1);
  }

  /** Joins the equal lines at both ends and answers what is left. */
  function joinEnds({ from, to, oldFrom, oldTo }: Stretch): Stretch {
    let [start, oldStart, end, oldEnd] = [from, oldFrom, to, oldTo];
    while (start < end && oldStart < oldEnd && news[start] === olds[oldStart]) found.set(start++, oldStart++);
    while (start < end && oldStart < oldEnd && news[end - 1] === olds[oldEnd - 1]) found.set(--end, --oldEnd);
    return { from: start, to: end, oldFrom: oldStart, oldTo: oldEnd };
  }

  /** The lines that stand once in either part of the stretch, in the order of the newer text. */
  function findUnique({ from, to, oldFrom, oldTo }: Stretch): (readonly [number, number])[] {
    const places = new Map<string, { index?: number; oldIndex?: number; repeats?: true }>();
    for (let oldIndex = oldFrom; oldIndex < oldTo; oldIndex += 1) {
      const line = olds[oldIndex] as string;
      places.set(line, places.has(line) ? { repeats: true } : { oldIndex });
    }
    for (let index = from; index < to; index += 1) {
      const place = places.get(news[index] as string);
      if (place === undefined) continue;
      if (place.index === undefined) place.index = index;
      else place.repeats = true;
    }
    return [...places.values()].flatMap(({ index, oldIndex, repeats }) => (repeats || index === undefined || oldIndex === undefined ? [] : [[index, oldIndex] as const])).sort(([one], [other]) => one - other);
  }
}

/** The longest list of pairs that rises on both sides, of pairs that rise on the first: patience sorting. */
function longestOrder(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  interface Link {
    readonly pair: readonly [number, number];
    readonly previous: Link | undefined;
  }
  const tops: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] as Link).pair[1] < pair[1]) low = middle + 1;
      else high = middle;
    }
    tops[low] = { pair, previous: tops[low - 1] };
  }
  const order: (readonly [number, number])[] = [];
  for (let link = tops.at(-1); link !== undefined; link = link.previous) order.push(link.pair);
  return order.reverse();
}
