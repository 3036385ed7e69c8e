/** Whether counts grow without bound. */

/** `unclear`: neither in proportion to the rounds nor at rest. */
export type Growth = "grows" | "bounded" | "unclear";

/** A leak that strikes less often than once in so many rounds is not seen. */
const RAREST = 20;
/** What may come and go between two counts. */
const SLACK = 6;

/** Answers from counts after 250, 500 and 1000 rounds: the second stretch is twice as long as the first. */
export function growthOf([first = 0, second = 0, third = 0]: readonly number[]): Growth {
  const [before, after] = [second - first, third - second];
  if (before >= 250 / RAREST && after >= 1.8 * before && after <= 2.2 * before) return "grows";
  return Math.abs(before) <= SLACK && Math.abs(after) <= SLACK ? "bounded" : "unclear";
}
