/** Keeps the smallest application of each kind of dispute, and makes it smaller. */
import type { Application } from "./application.ts";
import { NAMINGS } from "./naming.ts";
import { disputesOf, type Dispute, type Outcome } from "./outcome.ts";
import type { Drawn } from "./shapes.ts";
import { namedApplication, tryAll, type Trial } from "./trials.ts";

export interface Example {
  readonly dispute: Dispute;
  readonly numbers: Drawn;
  readonly outcome: Outcome;
  /** How many applications were in dispute in this way. */
  readonly count: number;
}

/** The examples of a run, by question, kind of disagreement and reason. */
export type Examples = Map<string, Example>;

/** Adds the disputes about one shape. */
export function addDisputes(examples: Examples, { numbers, outcomes }: Trial): void {
  for (const outcome of outcomes) {
    for (const dispute of disputesOf(outcome)) {
      const key = disputeKey(outcome, dispute);
      const known = examples.get(key);
      const isSmaller = known === undefined || exampleRank(outcome) < exampleRank(known.outcome);
      examples.set(key, { ...(isSmaller ? { dispute, numbers, outcome } : known), count: (known?.count ?? 0) + 1 });
    }
  }
}

function disputeKey({ application }: Outcome, { disagreement, reason }: Dispute): string {
  return `${application.shape.atStake}: ${disagreement}: ${reason}`;
}

/** Fitting names read best; among those the shortest text does. */
function exampleRank({ application }: Outcome): number {
  return NAMINGS.indexOf(application.naming) * 1e6 + sizeOfText(application);
}

function sizeOfText({ files }: Application): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

/** Chooses less and less of what was drawn, as long as the dispute stays the same. */
export async function shrunken(example: Example): Promise<Example> {
  const key = disputeKey(example.outcome, example.dispute);
  const { naming } = example.outcome.application;
  for (let smallest = example; ; ) {
    const size = sizeOfText(smallest.outcome.application);
    const candidates = simplerThan(smallest.numbers).filter((numbers) => sizeOfText(namedApplication(numbers, naming)) < size);
    const trials = await tryAll(candidates, [naming]);
    const smaller = trials
      .flatMap(({ numbers, outcomes }) => outcomes.map((outcome) => ({ numbers, outcome })))
      .filter(({ outcome }) => disputesOf(outcome).some((dispute) => disputeKey(outcome, dispute) === key))
      .sort((one, other) => exampleRank(one.outcome) - exampleRank(other.outcome))[0];
    if (smaller === undefined) return smallest;
    smallest = { ...smallest, ...smaller };
  }
}

/** All that is drawn a step simpler: one number at a time is one of the first. */
function simplerThan(numbers: Drawn): readonly Drawn[] {
  const parts = Object.entries(numbers).filter(([part]) => part !== "difference" && part !== "leaks") as [keyof Drawn, number][];
  return parts.flatMap(([part, number]) => [0, 1, 2, 3].filter((simpler) => simpler < number).map((simpler) => ({ ...numbers, [part]: simpler })));
}
