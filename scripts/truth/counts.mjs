/** Counts of outcomes. Of repositories that nobody reads nothing else leaves the process that measures them. */

/** Counts outcomes: for each part, group and engine how many there are (`of`), how many hit, and how many other reports came. */
export function countOutcomes(outcomes) {
  const counts = outcomes.flatMap(({ part, group, results }) =>
    Object.entries(results).map(([engine, { hit, others }]) => ({ part, group, engine, hits: Number(hit), of: 1, others })),
  );
  return sumCounts(counts);
}

/** Adds up the counts of equal part, group, engine and (where they have one) fold, in the order of these. */
export function sumCounts(counts) {
  const sums = new Map();
  for (const count of counts) {
    const key = keyOfCount(count);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? { ...count } : { ...sum, hits: sum.hits + count.hits, of: sum.of + count.of, others: sum.others + count.others });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}

/** What tells the counts of one kind from all others. */
export function keyOfCount({ part, group, engine, fold = "" }) {
  return [part, group, engine, fold].join("\0");
}
