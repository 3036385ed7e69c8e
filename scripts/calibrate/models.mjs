/** The models that are compared, the simplest first: which features each sees, and how stiff their weights are. */

/** Prefixes of features; see `featuresOf` in features.mjs. */
const VIEWS = {
  formula: ["formula"],
  reasons: ["formula", "reason"],
  grounds: ["formula", "reason", "ground"],
  questions: ["formula", "question"],
  levels: ["formula", "reason", "level"],
  all: ["formula", "reason", "ground", "level", "question"],
};
/** Penalties on the square of a weight, in rows. */
const STIFFNESS = [2, 5, 12, 30];
/** What the formula says is seen in each row and needs little holding back. */
const FORMULA_STIFFNESS = 0.5;

/** Each view with each stiffness: `{name, stiffness, sees(feature), stiffnessOf(feature)}`. */
export function listModels() {
  return Object.entries(VIEWS).flatMap(([name, prefixes]) =>
    (name === "formula" ? [FORMULA_STIFFNESS] : STIFFNESS).map((stiffness) => ({
      name,
      stiffness,
      sees: (feature) => prefixes.some((prefix) => feature.startsWith(`${prefix} `)),
      stiffnessOf: (feature) => (feature.startsWith("formula ") ? FORMULA_STIFFNESS : stiffness),
    })));
}

/** The rows as a model sees them. */
export function seenBy({ sees }, rows) {
  return rows.map((row) => ({ ...row, features: Object.fromEntries([...row.told].filter(([feature]) => sees(feature))) }));
}
