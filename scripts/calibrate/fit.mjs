/** Logistic regression with declared signs: a level that speaks for a leak never lowers the odds, one that speaks against never raises them. */

const SWEEPS = 300;
const CLOSE_ENOUGH = 1e-6;
/** A step of Newton's that overshoots would swing. */
const LONGEST_STEP = 2;

/**
 * Fits log-odds to labelled rows `{features: {name: number}, label: 0 | 1}`. Weights of a name that `hasDeclaredSign` are not negative;
 * `stiffnessOf(name)` is the penalty on the square of its weight, in rows. Cyclic coordinate descent with Newton steps, projected
 * on the signs; it is deterministic. Answers the weights by name, the intercept under "".
 */
export function fitLogOdds(rows, { hasDeclaredSign, stiffnessOf }) {
  const columns = columnsOf(rows);
  const names = [...columns.keys()].sort();
  const weights = new Map(names.map((name) => [name, 0]));
  const scores = new Float64Array(rows.length);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let moved = 0;
    for (const name of names) {
      const column = columns.get(name);
      const before = weights.get(name);
      const stepped = before + newtonStep(column, rows, scores, name === "" ? 1e-3 : stiffnessOf(name), before);
      const after = hasDeclaredSign(name) ? Math.max(0, stepped) : stepped;
      for (const [row, value] of column) scores[row] += (after - before) * value;
      weights.set(name, after);
      moved = Math.max(moved, Math.abs(after - before));
    }
    if (moved < CLOSE_ENOUGH) break;
  }
  return weights;
}

/** The log-odds that weights give to features. */
export function logOdds(weights, features) {
  return Object.entries(features).reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, weights.get("") ?? 0);
}

/** The share that log-odds stand for. */
export function shareOf(odds) {
  return 1 / (1 + Math.exp(-odds));
}

function columnsOf(rows) {
  const columns = new Map([["", rows.map((_row, index) => [index, 1])]]);
  rows.forEach(({ features }, index) => {
    for (const [name, value] of Object.entries(features)) {
      const column = columns.get(name) ?? [];
      column.push([index, value]);
      columns.set(name, column);
    }
  });
  return columns;
}

function newtonStep(column, rows, scores, stiffness, before) {
  let slope = stiffness * before;
  let bend = stiffness;
  for (const [index, value] of column) {
    const share = shareOf(scores[index]);
    slope += value * (share - rows[index].label);
    bend += value * value * share * (1 - share);
  }
  return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -slope / bend));
}
