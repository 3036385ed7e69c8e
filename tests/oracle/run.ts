/** Runs a generated program on every choice, up to a bound, and says which of its acquisitions some run leaks. */
import { compileProgram } from "../flow/random/run.ts";
import { buildInstruments, type Instruments } from "./instruments.ts";
import { Tape } from "./tape.ts";
import type { Cause } from "./writer.ts";

export interface Truth {
  /** The acquisitions that some run leaks, each with what the engine does not look through on the way; empty: nothing. */
  readonly leaks: ReadonlyMap<number, ReadonlySet<Cause>>;
  /** The acquisitions that some run reaches. */
  readonly reached: ReadonlySet<number>;
  readonly runs: number;
  /** Whether every choice was tried. */
  readonly isComplete: boolean;
}

/** The calls that a program may name. */
const NAMES = Object.keys(buildInstruments(new Tape()).calls).join(", ");

type Perform = (settings: unknown, first: unknown, list: unknown) => unknown;

/** Tries every choice of a program, or as many as `mostRuns`; `isBlind` as for the instruments. */
export async function explore(runText: string, mostRuns: number, isBlind = false): Promise<Truth> {
  const build = compileProgram(`function run({ ${NAMES} }) {\n${runText}\n}`) as unknown as (calls: object) => Perform;
  const hasFirst = /(?<![.\w])a(?!\w)/.test(runText.replace("(o, a, list)", ""));
  const leaks = new Map<number, ReadonlySet<Cause>>();
  const reached = new Set<number>();
  let given: number[] | undefined = [];
  let runs = 0;
  for (; given !== undefined && runs < mostRuns; runs += 1) {
    const tape: Tape = new Tape(given);
    const instruments = buildInstruments(tape, isBlind);
    await perform(build(instruments.calls), instruments, tape, hasFirst);
    for (const site of instruments.ledger.sites) reached.add(site);
    for (const { site, causes } of instruments.ledger.leaks) {
      const known = leaks.get(site);
      if (known === undefined || causes.size < known.size) leaks.set(site, causes);
    }
    given = tape.next();
  }
  return { leaks, reached, runs, isComplete: given === undefined };
}

/** One run, to the end of all that it set going; whoever has a function by then may call it. */
async function perform(program: Perform, { ledger, settings, handedOn, floating }: Instruments, tape: Tape, hasFirst: boolean): Promise<void> {
  try {
    const first = hasFirst && tape.choose(2) === 0;
    const returned = program(settings, first, []);
    const result = isGenerator(returned) ? drive(returned, tape) : await returned;
    if (typeof result === "function") handedOn.push(result);
    else ledger.given(result);
  } catch {
    // A run that fails is as good as one that does not: what counts is in the ledger.
  }
  await Promise.all(floating);
  for (const callback of handedOn) await finish(callback as () => unknown);
  await Promise.all(floating);
}

async function finish(callback: () => unknown): Promise<void> {
  try {
    await callback();
  } catch {
    // The owner of the callback bears it.
  }
}

function isGenerator(value: unknown): value is Generator {
  return typeof value === "object" && value !== null && Symbol.iterator in value && "throw" in value;
}

/** Resumes a generator at each `yield` in one of the three ways there are. */
function drive(generator: Generator, tape: Tape): unknown {
  for (let result = generator.next(); ; ) {
    if (result.done === true) return result.value;
    const way = tape.choose(3);
    result = way === 0 ? generator.next() : way === 1 ? generator.return(undefined) : generator.throw(new Error("failed"));
  }
}
