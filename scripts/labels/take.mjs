/** Joins what was drawn with what readers say of it. */

const VERDICTS = ["true", "false", "unclear"];

/**
 * The labels: drawn rows (`{n, repository, commit, file, line, rule, reason, kind, confidence}`) with the answers of readers
 * (`{n, verdict, harm, needs, cause, message, why}`). Of what was read twice the first reading is the label, and the verdict of the second stands
 * beside it as `again`. `problems` counts rows without an answer and answers without a verdict.
 */
export function labelsOf(drawn, answers) {
  const whole = answers.filter(({ verdict }) => VERDICTS.includes(verdict));
  const readings = new Map();
  for (const answer of whole) readings.set(answer.n, [...(readings.get(answer.n) ?? []), answer]);
  const rows = drawn.filter(({ n }) => readings.has(n)).map((row) => labelOf(row, readings.get(row.n)));
  return { rows, problems: answers.length - whole.length + drawn.length - rows.length };
}

function labelOf({ repository, commit, file, line, rule, reason, kind, confidence }, [{ verdict, harm, cause, needs, message, why }, second]) {
  const drawnAs = kind === "report" ? confidence : kind;
  return { repository, commit, file, line, rule, reason, drawnAs, verdict, ...(second !== undefined && { again: second.verdict }), harm, ...(verdict === "false" && { cause }), needs, message, why };
}
