/** Counts what other files show of code beside what names say of it. */

/** What other files show of how often the program comes to a candidate. */
const RUNS = "repeats/program-runs";
const ONCE = new Set(["once", "ends"]);
const AGAIN = new Set(["often", "event", "strangers"]);
/** The questions that such an answer belongs to: how long something lives, how often it comes, whether it is meant. */
const TAUGHT = /^(?:repeats|outlives|unmeant)\//;
/** Fewer are chance. */
const ENOUGH = 20;

/** Counts without any lesson. */
export function emptyLessons() {
  return { repositories: 0, candidates: 0, known: 0, answers: {} };
}

/**
 * Adds a candidate by its answers (`{id, level, basis}`). Where other files tell how often its code runs, each answer that rests on a name
 * is counted under that, and its absence under `unknown`, for evidences that rest on a name at times.
 */
export function addLesson(lessons, answers) {
  lessons.candidates += 1;
  const runs = answers.find(({ id }) => id === RUNS)?.level;
  const often = ONCE.has(runs) ? "once" : AGAIN.has(runs) ? "again" : undefined;
  if (often === undefined) return;
  lessons.known += 1;
  for (const { id, level, basis } of answers) {
    if (!TAUGHT.test(id) || (basis !== "named" && level !== "unknown")) continue;
    const ofLevel = ((lessons.answers[id] ??= {})[level] ??= { once: 0, again: 0 });
    ofLevel[often] += 1;
  }
}

/** The same counts in the order of their names, without evidences that never rest on a name. */
export function sortLessons({ answers, ...counts }) {
  const named = Object.entries(answers).filter(([, levels]) => Object.keys(levels).some((level) => level !== "unknown"));
  const inOrder = (record) => Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
  return { ...counts, answers: inOrder(Object.fromEntries(named.map(([id, levels]) => [id, inOrder(levels)]))) };
}

/** The share of an answer's candidates that run once, out of how many; undefined where there are none. */
export function rateOf(levels, level) {
  const { once, again } = levels?.[level] ?? { once: 0, again: 0 };
  return once + again === 0 ? undefined : { share: once / (once + again), of: once + again };
}

/** A line for each answer that rests on a name: how often such code runs once, and how often where nothing is named; what tells least comes first. */
export function describeRates({ answers }) {
  const rows = Object.entries(answers).flatMap(([id, levels]) => {
    const without = rateOf(levels, "unknown");
    return Object.keys(levels).filter((level) => level !== "unknown").map((level) => ({ id, level, named: rateOf(levels, level), without }));
  });
  const lift = ({ named, without }) => Math.abs(named.share - (without?.share ?? 0));
  return rows.sort((one, other) => lift(one) - lift(other)).map(({ id, level, named, without }) => {
    const aside = without === undefined ? "never absent" : `${percent(without)} without`;
    return `${percent(named).padStart(12)} once, ${aside}${named.of < ENOUGH ? ", few" : ""}: ${id}=${level}`;
  });
}

/** `71% of 24`. */
export function percent({ share, of }) {
  return `${Math.round(100 * share)}% of ${of}`;
}
