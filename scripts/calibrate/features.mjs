/** What a calibration sees of a report: what its formula says, what it rests on, and which way each answer speaks. */

/** Two answers of a question that lean one way are more than one; a third adds nothing that they did not say. */
const MOST_OF_A_KIND = 2;

/**
 * The features of a report, each with its strength. `answers` are `{id, level, basis, leans}`, `leans` `leak`, `no leak` or `open`; `grounds` are
 * `id=level`. The strength of `level ID=LEVEL` and `question QUESTION LEANING BASIS` has the sign of its leaning; `formula`, `reason` and `ground` may
 * lean either way.
 */
export function featuresOf({ reason, confidence, grounds, answers }) {
  const features = new Map([[`formula ${confidence}`, 1], [`reason ${reason}`, 1], [`reason ${reason} ${confidence}`, 1]]);
  for (const ground of grounds) features.set(`ground ${ground}`, 1);
  for (const { id, level, basis, leans } of answers) {
    if (leans === "open" || level === "unknown") continue;
    features.set(`level ${id}=${level}`, leans === "leak" ? 1 : -1);
    const question = `question ${id.slice(0, id.indexOf("/"))} ${leans} ${basis}`;
    const strength = Math.min(MOST_OF_A_KIND, Math.abs(features.get(question) ?? 0) + 1);
    features.set(question, leans === "leak" ? strength : -strength);
  }
  return features;
}

/** Whether weights of a feature may not be negative: its strength has the sign of its leaning already. */
export function hasDeclaredSign(feature) {
  return feature.startsWith("level ") || feature.startsWith("question ");
}
