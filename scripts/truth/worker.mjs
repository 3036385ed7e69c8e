/** A process that measures one task after the other and tells its parent of each: counts, and rows of what may be read. */
import { findRepository } from "../ecosystem/git.mjs";
import { countOutcomes, sumCounts } from "./counts.mjs";
import { loadEngines } from "./engines.mjs";
import { createLint } from "./lint-text.mjs";
import { measureCurated } from "./measures/curated.mjs";
import { measureFixes } from "./measures/fixes.mjs";
import { measureMutants } from "./measures/mutants.mjs";
import { measureFlips } from "./measures/relations.mjs";
import { measureReports } from "./measures/reports.mjs";

/** By part: those that answer an outcome for each case, and those that answer counts of a whole repository. */
const MEASURES = { curated: measureCurated, fixes: measureFixes, mutants: measureMutants };
const COUNTS = { reports: measureReports, relations: measureFlips };

process.on("message", async ({ mirror, engineOptions, task }) => {
  const engines = await loadEngines(engineOptions);
  const gitDirectory = findRepository(mirror, task.repository);
  if (gitDirectory === undefined) process.send({ isAbsent: true });
  else process.send(measure({ ...task, gitDirectory, engines, lint: createLint(engines) }));
});
process.on("disconnect", () => process.exit());

function measure(task) {
  if (task.part in COUNTS) return { counts: sumCounts(COUNTS[task.part](task)), rows: [] };
  const outcomes = MEASURES[task.part](task);
  const rows = task.fold === "train" ? outcomes.map((outcome) => ({ repository: task.repository, ...outcome })) : [];
  return { counts: countOutcomes(outcomes), rows };
}
