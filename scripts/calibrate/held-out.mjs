/** How a model does on repositories that it has not seen. */
import { createHash } from "node:crypto";

import { fitLogOdds, logOdds, shareOf } from "./fit.mjs";

const PARTS = 10;

/**
 * Predicts each row by a model that was fitted without its repository: `[{row, share}]`. `rows` have `repository`, `features`, `label`.
 */
export function predictHeldOut(rows, options) {
  return Array.from({ length: PARTS }, (_none, part) => part).flatMap((part) => {
    const isInPart = ({ repository }) => partOf(repository) === part;
    const weights = fitLogOdds(rows.filter((row) => !isInPart(row)), options);
    return rows.filter((row) => isInPart(row)).map((row) => ({ row, share: shareOf(logOdds(weights, row.features)) }));
  });
}

/** How good predictions are: mean log-loss (nats), and the share of pairs (a true and a false one) that stand in the right order. */
export function measurePredictions(predicted) {
  const losses = predicted.map(({ row: { label }, share }) => -Math.log(Math.max(1e-6, label === 1 ? share : 1 - share)));
  return { logLoss: mean(losses), inOrder: shareInOrder(predicted) };
}

function shareInOrder(predicted) {
  const sorted = [...predicted].sort((one, other) => one.share - other.share);
  let below = 0;
  let inOrder = 0;
  let right = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end].share === sorted[at].share) end += 1;
    const group = sorted.slice(at, end);
    const wrong = group.filter(({ row }) => row.label === 0).length;
    const here = group.length - wrong;
    inOrder += here * (below + wrong / 2);
    below += wrong;
    right += here;
    at = end;
  }
  return right === 0 || below === 0 ? 0 : inOrder / (right * below);
}

function mean(values) {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function partOf(repository) {
  return createHash("sha256").update(`part ${repository}`).digest().readUInt32BE() % PARTS;
}
