/** Draws silent candidates by the reason of their silence, so that rare reasons are read as well. */
import { inDrawnOrder } from "../ecosystem/drawn-order.mjs";
import { groupBy } from "../ecosystem/stored.mjs";

const LEAST_OF_ONE = 3;

/**
 * Chooses about `count` of the silent candidates (`{repository, file, line, reason, decided}`): of each reason of silence
 * at least three, of frequent ones more (by the root of how many there are), each from as many repositories as it has.
 */
export function chooseSilent(candidates, { count, salt }) {
  const strata = [...groupBy(candidates, silenceOf)].map(([silence, own]) => ({ silence, own, weight: Math.sqrt(own.length) }));
  const total = strata.reduce((sum, { weight }) => sum + weight, 0);
  return strata.flatMap(({ own, weight }) => {
    const share = Math.min(own.length, Math.max(LEAST_OF_ONE, Math.round((count * weight) / total)));
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
