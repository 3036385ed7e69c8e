/** Counts what came of applications: caught, missed and falsely reported, by whatever they can be told apart by. */
import { defectFamily } from "./plan.ts";
import type { Outcome } from "./outcome.ts";
import { PRESETS, type Preset } from "./reports.ts";
import type { Trial } from "./trials.ts";

export interface Row {
  leaking: number;
  caught: number;
  clean: number;
  /** Clean applications with a report on something that does not grow. */
  falselyReported: number;
}

export interface Score {
  shapes: number;
  applications: number;
  unclear: number;
  /** Applications of which the run says otherwise than the generator meant. */
  otherwise: number;
  /** By preset, then by what is counted (`family`), then by its value (`keys`). */
  readonly rows: Readonly<Record<Preset, Map<string, Map<string, Row>>>>;
  /** By preset and reason, and by these under each set of names: reports on what leaks, and on what does not. */
  readonly reasons: Readonly<Record<Preset, Map<string, { caught: number; wrong: number; elsewhere: number }>>>;
  /** Shapes with different verdicts under different names, by preset and question. */
  readonly flips: Readonly<Record<Preset, Map<string, number>>>;
  /** How often each element of the generator was there. */
  readonly elements: Map<string, number>;
}

/** A score of nothing. */
export function emptyScore(): Score {
  const perPreset = <Value>(make: () => Value): Readonly<Record<Preset, Value>> => ({ recommended: make(), strict: make() });
  return { shapes: 0, applications: 0, unclear: 0, otherwise: 0, rows: perPreset(() => new Map()), reasons: perPreset(() => new Map()), flips: perPreset(() => new Map()), elements: new Map() };
}

/** Counts what came of one shape under all its names. */
export function addTrial(score: Score, { outcomes }: Trial): void {
  const [first] = outcomes;
  if (first === undefined) return;
  score.shapes += 1;
  for (const outcome of outcomes) addOutcome(score, outcome);
  for (const preset of PRESETS) {
    const verdicts = new Set(outcomes.map(({ judgements }) => judgements[preset].isReported));
    if (verdicts.size > 1) for (const group of ["all", first.application.shape.atStake]) increase(score.flips[preset], group);
  }
  for (const element of elementsOf(first)) increase(score.elements, element);
}

function addOutcome(score: Score, outcome: Outcome): void {
  const { truth, application } = outcome;
  score.applications += 1;
  if (truth === "unclear") score.unclear += 1;
  if ((truth === "grows") !== application.shape.leaks) score.otherwise += 1;
  for (const preset of PRESETS) {
    for (const [group, value] of groupsOf(outcome)) addTo(scoreRow(score.rows[preset], group, value), outcome, preset);
    addReasons(score, outcome, preset);
  }
}

function groupsOf({ application: { shape, naming } }: Outcome): readonly (readonly [string, string])[] {
  const { plan, difference, atStake } = shape;
  const kind = plan.things[0]?.kind ?? "listener";
  return [["all", "all"], ["family", defectFamily(difference, kind)], ["question", atStake], ["naming", naming], ["difference", difference], ["owner", plan.owner], ["thing", kind], ["files", String(plan.files)]];
}

function addTo(row: Row, { truth, judgements }: Outcome, preset: Preset): void {
  const { isReported, falseReasons, elsewhere } = judgements[preset];
  if (truth === "grows") {
    row.leaking += 1;
    if (isReported) row.caught += 1;
  } else {
    row.clean += 1;
    if (falseReasons.length + elsewhere.length > 0) row.falselyReported += 1;
  }
}

function addReasons({ reasons }: Score, { truth, judgements, application: { naming } }: Outcome, preset: Preset): void {
  const { reasons: onIt, falseReasons, elsewhere } = judgements[preset];
  const add = (reason: string, kind: "caught" | "wrong" | "elsewhere"): void => {
    for (const key of [reason, `${reason}, ${naming} names`]) known(reasons[preset], key, () => ({ caught: 0, wrong: 0, elsewhere: 0 }))[kind] += 1;
  };
  if (truth === "grows") for (const reason of onIt) add(reason, "caught");
  for (const reason of falseReasons) add(reason, "wrong");
  for (const reason of elsewhere) add(reason, "elsewhere");
}

/** What an application is made of, each as `part: value`. */
export function elementsOf({ application: { shape } }: Pick<Outcome, "application">): readonly string[] {
  const { plan, difference, atStake, leaks } = shape;
  const { owner, cycle, made, ended, middle, files } = plan;
  const things = plan.things.flatMap(({ kind, target, container, key, handler, removal, aim }) => Object.entries({ kind, target, container, key, handler, removal, aim }).map(([part, value]) => `${part}: ${value}`));
  const parts = Object.entries({ owner, cycle, made, ended, middle, files, difference, question: atStake, leaks }).map(([part, value]) => `${part}: ${String(value)}`);
  return [...new Set([...parts, ...things])];
}

function scoreRow(rows: Map<string, Map<string, Row>>, group: string, value: string): Row {
  return known(known(rows, group, () => new Map<string, Row>()), value, () => ({ leaking: 0, caught: 0, clean: 0, falselyReported: 0 }));
}

function known<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const value = all.get(key) ?? make();
  all.set(key, value);
  return value;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
