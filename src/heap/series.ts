/** From counts to growth: what became more from each snapshot to the next. */
import type { Census } from "./census.ts";
import type { Entries } from "./entries.ts";

export interface Series {
  /** One count for each snapshot, the first first. */
  readonly counts: readonly number[];
  /** Whether the counts are the room that was made, since the entries are numbers. */
  readonly isRoom: boolean;
}

/** The growth of a collection of the last census; undefined where it does not grow, or was not there before the last snapshot. */
export function growthOf(censuses: readonly Census[], id: number, slots: readonly string[], fewest: number): Series | undefined {
  const entries = censuses.map(({ sizes, slots: bySlot }) => sizes.get(id) ?? slots.map((slot) => bySlot.get(slot)).find((found) => found !== undefined));
  // What was made after the first snapshot has grown from nothing; that it keeps growing needs two more.
  if (entries.slice(censuses.length > 2 ? 1 : 0).some((entry) => entry === undefined)) return undefined;
  const counts = entries.map((entry) => entry?.count ?? 0);
  const isRoom = entries.some((entry: Entries | undefined) => entry?.isRoom);
  return grows(counts, isRoom, fewest) ? { counts, isRoom } : undefined;
}

/** The growth of the objects of a place; undefined where there is none. */
export function growthOfWritten(censuses: readonly Census[], key: string, fewest: number): Series | undefined {
  const counts = censuses.map(({ written }) => written.get(key) ?? 0);
  return grows(counts, false, fewest) ? { counts, isRoom: false } : undefined;
}

/** Whether counts rise from each to the next, and by `fewest` in all. Room is made in leaps: between two of them it stays as it is. */
export function grows(counts: readonly number[], isRoom: boolean, fewest: number): boolean {
  const steps = counts.slice(1).map((count, index) => count - (counts[index] as number));
  const total = (counts.at(-1) as number) - (counts[0] as number);
  return total >= fewest && steps.every((step) => (isRoom ? step >= 0 : step > 0));
}

/** Whether the last step is far smaller than the first: then it may be a cache that fills. */
export function slowsDown({ counts }: Series): boolean {
  if (counts.length < 3) return false;
  const first = (counts[1] as number) - (counts[0] as number);
  const last = (counts.at(-1) as number) - (counts.at(-2) as number);
  return last * 5 < first;
}
