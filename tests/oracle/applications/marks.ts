/**
 * Marks in the text of an application. The engine reads the text without them; the run counts by them, and the lines
 * they stand on are the lines of a thing: where it is taken, kept, handed on, or meant to be given back.
 *
 * - `«3»` before a statement: it acquires thing 3;
 * - `‹3›` anywhere: the line is about thing 3;
 * - `⟦3:new Map()⟧`: a collection whose elements are thing 3.
 */

const ACQUIRES = /«(\d+)»/g;
const ABOUT = /‹\d+›/g;
const COLLECTION = /⟦(\d+):(.*?)⟧/g;
const ANY = /[«‹](\d+)[»›]/g;

/** The text as the engine reads it. */
export function withoutMarks(text: string): string {
  return text.replace(ACQUIRES, "").replace(ABOUT, "").replace(COLLECTION, "$2");
}

/** The text as it is run: acquisitions say which thing they are, collections are counted. */
export function withCounting(text: string): string {
  return text.replace(ACQUIRES, "at($1); ").replace(ABOUT, "").replace(COLLECTION, "tracked($1, $2)");
}

/** The things that each line is about, by its number from 1. */
export function thingsByLine(text: string): ReadonlyMap<number, readonly number[]> {
  const lines = text.split("\n").map((line, index) => [index + 1, [...line.matchAll(ANY)].map(([, thing]) => Number(thing))] as const);
  return new Map(lines.filter(([, things]) => things.length > 0));
}
