/** Tries many applications and prints what came of them: tables, and the smallest of each kind that is in dispute. */
import { describeExample, describeScore } from "./score-text.ts";
import { NAMINGS } from "./naming.ts";
import { addTrial, emptyScore } from "./score.ts";
import { addDisputes, shrunken, type Examples } from "./smallest.ts";
import { drawnFrom, tryAll } from "./trials.ts";

/** So many shapes are run side by side. */
const BATCH = 200;

/** Measures the engine against the runs of so many applications, from a seed on. The two may disagree: this is no check. */
export async function measureApplications(applications: number, seed: number, shrinks: boolean): Promise<void> {
  const shapes = Math.ceil(applications / NAMINGS.length);
  const score = emptyScore();
  const examples: Examples = new Map();
  const began = process.cpuUsage();
  for (let done = 0; done < shapes; done += BATCH) {
    for (const trial of await tryAll(drawnFrom(seed + done, Math.min(BATCH, shapes - done)))) {
      addTrial(score, trial);
      addDisputes(examples, trial);
    }
    const { user, system } = process.cpuUsage(began);
    console.log(`${String(score.applications)} applications, ${((score.applications * 1e6) / (user + system)).toFixed(1)} a second of CPU time`);
  }
  console.log(`\n${describeScore(score)}\n`);
  for (const [, example] of [...examples].sort(([one], [other]) => (one < other ? -1 : 1))) console.log(describeExample(shrinks ? await shrunken(example) : example));
}

/** Prints the application of a seed under each set of names, with what came of it. */
export async function showApplication(seed: number): Promise<void> {
  const [trial] = await tryAll(drawnFrom(seed, 1));
  for (const outcome of trial?.outcomes ?? []) {
    console.log(outcome.application.files.map(({ path, text }) => `// ${path}\n${text}`).join("\n"));
    console.log(outcome.truth, outcome.judgements);
  }
}
