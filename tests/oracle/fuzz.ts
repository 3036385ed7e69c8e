/** Generates programs by seed, compares them, and shrinks what disagrees. */
import fc from "fast-check";

import { compare, type Comparison, type Disagreement } from "./compare.ts";
import { program, type GeneratedProgram } from "./program.ts";

export interface Finding {
  readonly kind: Disagreement;
  /** The seed that makes the program again. */
  readonly seed: number;
  /** The smallest program that disagrees in the same way. */
  readonly text: string;
  readonly detail: string;
}

export interface Tally {
  programs: number;
  runs: number;
  incomplete: number;
  agreed: number;
  onlyLikely: number;
  unreached: number;
  slowest: number;
  readonly explained: Map<string, number>;
  readonly findings: Finding[];
}

export function emptyTally(): Tally {
  return { programs: 0, runs: 0, incomplete: 0, agreed: 0, onlyLikely: 0, unreached: 0, slowest: 0, explained: new Map(), findings: [] };
}

/** Compares the program of one seed and adds what came of it. */
export async function fuzzOne(seed: number, tally: Tally, shrinks: boolean): Promise<void> {
  const generated = programOf(seed);
  const comparison = await compare(generated);
  add(tally, comparison);
  for (const [kind, detail] of comparison.disagreements) {
    tally.findings.push(shrinks ? await shrink(seed, kind) : { kind, seed, detail, text: generated.lintText });
  }
}

/** The program that a seed makes. */
export function programOf(seed: number): GeneratedProgram {
  const [generated] = fc.sample(program, { seed, numRuns: 1 });
  if (generated === undefined) throw new Error("nothing generated");
  return generated;
}

function add(tally: Tally, { runs, isComplete, agreed, onlyLikely, unreached, explained, cost }: Comparison): void {
  tally.programs += 1;
  tally.runs += runs;
  if (!isComplete) tally.incomplete += 1;
  tally.agreed += agreed;
  tally.onlyLikely += onlyLikely;
  tally.unreached += unreached;
  tally.slowest = Math.max(tally.slowest, cost);
  for (const cause of explained) tally.explained.set(cause, (tally.explained.get(cause) ?? 0) + 1);
}

/** Makes the program of a seed smaller as long as it disagrees in this way. */
async function shrink(seed: number, kind: Disagreement): Promise<Finding> {
  let smallest = programOf(seed);
  let detail = "";
  const agrees = async (generated: GeneratedProgram): Promise<boolean> => {
    const found = (await compare(generated)).disagreements.get(kind);
    if (found === undefined) return true;
    [smallest, detail] = [generated, found];
    return false;
  };
  await fc.check(fc.asyncProperty(program, agrees), { seed, numRuns: 1, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true });
  return { kind, seed, text: smallest.lintText, detail };
}
