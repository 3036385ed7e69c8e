/** Draws silent candidates by the reason of their silence, so that rare reasons are read as well. */
import { inDrawnOrder } from "../ecosystem/drawn-order.mjs";
import { groupBy } from "../ecosystem/stored.mjs";

/** A silence that is rarer than this hides little, whatever it hides. */
const RARE = 5;

/**
 * Chooses about `count` of the silent candidates (`{repository, file, line, reason, decided}`): one at least of each reason
 * of silence that is not rare, of frequent ones more (by the root of how many there are), from as many repositories as it has.
 */
export function chooseSilent(candidates, { count, salt }) {
  const strata = [...groupBy(candidates, silenceOf).values()].filter(({ length }) => length >= RARE).map((own) => ({ own, weight: Math.sqrt(own.length) }));
  const total = strata.reduce((sum, { weight }) => sum + weight, 0);
  return strata.flatMap(({ own, weight }) => {
    const share = Math.min(own.length, Math.max(1, Math.round((count * weight) / total)));
    return spread(inDrawnOrder(own, nameUnder(salt)), share);
  });
}

/** The name of a reason of silence: what would be reported, and what speaks against it. */
export function silenceOf({ reason, decided }) {
  return `${reason} ▸ ${decided}`;
}

/** The first of each repository before the second of any. */
function spread(ordered, share) {
  const rounds = [...groupBy(ordered, ({ repository }) => repository).values()].flatMap((own) => own.map((row, round) => ({ row, round })));
  return rounds.sort((one, other) => one.round - other.round).slice(0, share).map(({ row }) => row);
}

function nameUnder(salt) {
  return ({ repository, file, line, reason }) => `${salt} ${repository} ${file} ${line} ${reason}`;
}
