/** Makes applications by seed, runs them, and compares. */
import fc from "fast-check";

import { applicationOf, type Application } from "./application.ts";
import type { Growth } from "./growth.ts";
import { NAMINGS, type Naming } from "./naming.ts";
import { judgeApplication, type Outcome } from "./outcome.ts";
import { reportsOn } from "./reports.ts";
import { growthOfAll } from "./run.ts";
import { drawn, drawnShape, type Drawn } from "./shapes.ts";

export interface Trial {
  readonly numbers: Drawn;
  /** One for each naming, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** What the seeds from `seed` on draw. */
export function drawnFrom(seed: number, count: number): readonly Drawn[] {
  return Array.from({ length: count }, (_, index) => fc.sample(drawn, { seed: seed + index, numRuns: 1 }).flatMap((numbers) => [numbers])).flat();
}

/**
 * Tries applications under all names. They are run once: names are no part of what a program does, and a test holds
 * that against a sample.
 */
export async function tryAll(all: readonly Drawn[], namings: readonly Naming[] = NAMINGS): Promise<readonly Trial[]> {
  const named = all.map((numbers) => namings.map((naming) => namedApplication(numbers, naming)));
  const growths = await growthOfAll(named.flatMap(([first]) => first ?? []));
  return all.map((numbers, index) => ({ numbers, outcomes: (named[index] ?? []).map((application) => judged(application, growths[index] ?? new Map())) }));
}

/** The application of what was drawn, under names that are drawn with it. */
export function namedApplication(numbers: Drawn, naming: Naming): Application {
  return applicationOf(drawnShape(numbers), naming, Object.values(numbers).reduce<number>((sum, number) => (sum * 31 + Number(number)) % 1_000_003, 7));
}

function judged(application: Application, growth: ReadonlyMap<number, Growth>): Outcome {
  return judgeApplication(application, growth, reportsOn(application));
}
