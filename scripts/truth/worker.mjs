/** A process that measures one task after the other and tells its parent of each: counts, and rows of what may be read. */
import { findRepository } from "../ecosystem/git.mjs";
import { countOutcomes, sumCounts } from "./counts.mjs";
import { loadEngines } from "./engines.mjs";
import { createLint } from "./lint-text.mjs";
import { measureCurated } from "./measures/curated.mjs";
import { measureFixes } from "./measures/fixes.mjs";
import { measureMutants } from "./measures/mutants.mjs";
import { measureFlips } from "./measures/relations.mjs";

/** The parts that have cases; each answers an outcome for each of them. */
const MEASURES = { curated: measureCurated, fixes: measureFixes, mutants: measureMutants };

process.on("message", async ({ mirror, engineOptions, task }) => {
  const engines = await loadEngines(engineOptions);
  const gitDirectory = findRepository(mirror, task.repository);
  if (gitDirectory === undefined) process.send({ isAbsent: true });
  else process.send(measure({ ...task, gitDirectory, engines, lint: createLint(engines) }));
});
process.on("disconnect", () => process.exit());

function measure(task) {
  if (task.part === "relations") return { counts: sumCounts(measureFlips(task)), rows: [] };
  const outcomes = MEASURES[task.part](task);
  const rows = task.fold === "train" ? outcomes.map((outcome) => ({ repository: task.repository, ...outcome })) : [];
  return { counts: countOutcomes(outcomes), rows };
}
