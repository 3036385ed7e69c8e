/** What a model sees of a labelled candidate. */

/** Which way each answer speaks, by `id=level`: 1 for a leak, -1 against one; what is left open is not there. */
export function leaningsOf(reasons) {
  const leanings = new Map();
  for (const [{ asks }] of reasons) {
    for (const asked of asks) {
      if ("find" in asked) continue;
      for (const [level, [, leans]] of Object.entries(asked.levels)) if (leans !== "open") leanings.set(`${asked.id}=${level}`, leans === "leak" ? 1 : -1);
    }
  }
  return leanings;
}

/** The ways to look at a row, the simplest first. Each answers features `{name: number}`; names that begin with `level ` have a sign. */
export const VIEWS = {
  /** What the formula says, and no more. */
  formula: (row) => ({ [`formula ${row.confidence}`]: 1 }),
  /** How often each reason is right where its formula is so sure. */
  reasons: (row) => ({ [`formula ${row.confidence}`]: 1, [`reason ${row.reason}`]: 1, [`reason ${row.reason} ${row.confidence}`]: 1 }),
  /** And what it rests on. */
  grounds: (row) => ({ ...VIEWS.reasons(row), ...Object.fromEntries(row.grounds.map((ground) => [`ground ${ground}`, 1])) }),
  /** Questions: how many answers lean which way, by what they rest on; shared by all reasons. */
  questions: (row, leanings) => ({ ...VIEWS.formula(row), ...countQuestions(row, leanings) }),
  /** Each answer by itself. */
  levels: (row, leanings) => ({ ...VIEWS.reasons(row), ...levelsOf(row, leanings) }),
  /** Everything. */
  all: (row, leanings) => ({ ...VIEWS.grounds(row), ...levelsOf(row, leanings), ...countQuestions(row, leanings) }),
};

/** The sign that a feature must have; 0 where it may have either. */
export function signOf(name, leanings) {
  if (name.startsWith("level ")) return leanings.get(name.slice("level ".length)) ?? 0;
  if (name.startsWith("question ")) return name.includes(" leak ") ? 1 : -1;
  return 0;
}

function levelsOf({ levels }, leanings) {
  return Object.fromEntries(Object.entries(levels).flatMap(([id, answer]) => {
    const [level] = answer.split("/");
    return leanings.has(`${id}=${level}`) ? [[`level ${id}=${level}`, 1]] : [];
  }));
}

function countQuestions({ levels }, leanings) {
  const counts = {};
  for (const [id, answer] of Object.entries(levels)) {
    const [level, basis] = answer.split("/");
    const leaning = leanings.get(`${id}=${level}`);
    if (leaning === undefined) continue;
    const name = `question ${id.split("/")[0]} ${leaning === 1 ? "leak" : "none"} ${basis}`;
    counts[name] = Math.min(2, (counts[name] ?? 0) + 1);
  }
  return counts;
}
