/** Measures the engines on the stored facts and the pinned repositories. */
import { listTasks } from "./cases.mjs";
import { sumCounts } from "./counts.mjs";
import { workThrough } from "./pool.mjs";

/**
 * Measures the parts asked for; answers the counts by part, group, engine and fold, the rows of train (where each outcome
 * stands), and of how many repositories of each fold and part something was missing (`absent`) or the process died (`lost`).
 */
export async function measureTruth({ mirror, parts, engineOptions, tell = () => {} }) {
  const tasks = listTasks(parts);
  const counts = [];
  const rows = [];
  const missing = new Map();
  let done = 0;
  await workThrough(tasks, { mirror, engineOptions }, (task, answer) => {
    done++;
    tell(done, tasks.length);
    if (answer === undefined || answer.isAbsent) return note(missing, task, answer === undefined ? "lost" : "absent");
    counts.push(...answer.counts.map((count) => ({ ...count, fold: task.fold })));
    rows.push(...answer.rows);
  });
  return { counts: sumCounts(counts), rows, missing: [...missing.values()] };
}

function note(missing, { part, fold }, why) {
  const key = `${part} ${fold} ${why}`;
  missing.set(key, { part, fold, why, repositories: (missing.get(key)?.repositories ?? 0) + 1 });
}
