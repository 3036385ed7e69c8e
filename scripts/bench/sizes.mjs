/** The sizes that show how cost grows. */
import { sumLines } from "./draw.mjs";

const SMALLEST = 1000;
const FACTOR = 4;

/** The number of lines that were drawn. */
export function largestOf(files) {
  return sumLines(files);
}

/** The sizes in lines from the smallest to all that was drawn. */
export function sizesUpTo(files) {
  const largest = largestOf(files);
  const sizes = [];
  for (let size = SMALLEST; FACTOR * size <= 2 * largest; size *= FACTOR) sizes.push(size);
  return [...sizes.filter((size) => size < largest), largest];
}
