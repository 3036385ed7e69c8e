/** How often reports that are told on the same grounds were true. */
import { groupBy } from "../ecosystem/stored.mjs";

/** The classes of rows that share level, reason and grounds, those with most rows first: `{confidence, reason, grounds, right, of, repositories}`. */
export function countClasses(rows) {
  const classes = [...groupBy(rows, ({ confidence, reason, grounds }) => `${confidence} ${reason} ${grounds.join(" ")}`).values()].map((own) => {
    const [{ confidence, reason, grounds }] = own;
    return { confidence, reason, grounds, ...countRight(own) };
  });
  return classes.sort((one, other) => other.of - one.of || (`${one.reason} ${one.grounds}` < `${other.reason} ${other.grounds}` ? -1 : 1));
}

/** How many of the rows are true, and in how many repositories they are. */
export function countRight(rows) {
  return { right: rows.filter(({ label }) => label === 1).length, of: rows.length, repositories: new Set(rows.map(({ repository }) => repository)).size };
}
