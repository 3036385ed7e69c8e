/** A thousand generated applications: what the runs say is what the generator meant, and everything it can make is made. */
import { describe, expect, it } from "vitest";

import { DIFFERENCES } from "./differences.ts";
import { withoutMarks } from "./marks.ts";
import { NAMINGS } from "./naming.ts";
import { QUESTIONS } from "./plan.ts";
import { growthOfAll } from "./run.ts";
import { addTrial, elementsOf, emptyScore } from "./score.ts";
import { describeScore } from "./score-text.ts";
import { drawnShape } from "./shapes.ts";
import { drawnFrom, namedApplication, tryAll } from "./trials.ts";

const SHAPES = 334;
const SEED = 1;
/** So often at least each question is at stake. */
const FEW = 5;

const namedText = (seed: number): string => JSON.stringify(drawnFrom(seed, 20).map((numbers) => namedApplication(numbers, "fitting").files));

describe("generated applications", () => {
  it("grow where the generator meant a leak, and only there", { timeout: 300_000 }, async () => {
    const score = emptyScore();
    for (const trial of await tryAll(drawnFrom(SEED, SHAPES))) addTrial(score, trial);
    expect(score, describeScore(score)).toMatchObject({ shapes: SHAPES, applications: SHAPES * NAMINGS.length, unclear: 0, otherwise: 0 });
    for (const question of QUESTIONS) expect(score.elements.get(`question: ${question}`) ?? 0, question).toBeGreaterThanOrEqual(FEW);
    const { leaking = 0, clean = 0 } = score.rows.strict.get("all")?.get("all") ?? {};
    expect(leaking / (leaking + clean)).toBeCloseTo(0.5, 1);
  });

  it("are the same for the same seed, and others for another", () => {
    expect(namedText(3)).toBe(namedText(3));
    expect(namedText(3)).not.toBe(namedText(300));
  });

  it("have every element of the generator", () => {
    const made = new Set(drawnFrom(SEED, 2000).flatMap((numbers) => elementsOf({ application: namedApplication(numbers, "fitting") })));
    const missing = ELEMENTS.filter((element) => !made.has(element));
    expect(missing).toEqual([]);
  });

  it("do the same under each set of names", { timeout: 300_000 }, async () => {
    const all = drawnFrom(SEED + SHAPES, 30);
    // What rests at nothing is not told apart from what is not there: garbage may be collected a little later.
    const growing = async (naming: (typeof NAMINGS)[number]): Promise<unknown> => (await growthOfAll(all.map((numbers) => namedApplication(numbers, naming)))).map((growth) => [...growth].filter(([, how]) => how !== "bounded").sort());
    const first = await growing("fitting");
    for (const naming of NAMINGS.slice(1)) expect(await growing(naming), naming).toEqual(first);
  });

  it("differ from their twin, and from themselves under other names, in the text that the engine reads", () => {
    for (const numbers of drawnFrom(SEED, 50)) {
      const text = namedApplication(numbers, "fitting").files.map((file) => withoutMarks(file.text)).join("");
      expect(namedApplication(numbers, "misleading").files.map((file) => withoutMarks(file.text)).join("")).not.toBe(text);
      expect(text).not.toMatch(/[$@⇑«»‹›⟦⟧](?!\{)/);
    }
  });

  it("know what their twin answers otherwise", () => {
    const [numbers] = drawnFrom(SEED, 1);
    if (numbers === undefined) throw new Error("nothing drawn");
    const [clean, leaking] = [false, true].map((leaks) => drawnShape({ ...numbers, leaks }));
    expect([clean?.leaks, leaking?.leaks]).toEqual([false, true]);
    expect(clean?.atStake).toBe(leaking?.atStake);
    expect(clean?.plan).not.toEqual(leaking?.plan);
  });
});

const values = (part: string, ...all: readonly string[]): readonly string[] => all.map((value) => `${part}: ${value}`);

const ELEMENTS = [
  ...values("owner", "class", "prototype", "factory", "module", "effect"),
  ...values("made", "once", "each round", "in a loop"),
  ...values("ended", "maker", "sibling", "event", "other file", "never"),
  ...values("kind", "listener", "page listener", "interval", "rearmed timeout", "one-shot timeout", "subscription", "watch", "map", "set", "record", "array"),
  ...values("target", "own", "given", "module", "platform"),
  ...values("container", "local", "owner", "module"),
  ...values("key", "id", "kind", "lowered", "joined", "printed", "serialized", "object"),
  ...values("handler", "arrow", "bound", "function"),
  ...values("removal", "end", "bag", "signal", "after", "finally", "event", "method", "other file", "expiry", "periodic", "bound", "returned", "before again", "weak", "once", "by itself", "wholesale", "none"),
  ...values("aim", "exact", "missing", "other function", "fresh bind", "other event", "other key", "normalized on one side", "printed again", "other handle", "event that never comes", "only warns", "never flushed", "dropped", "finish instead of close"),
  ...values("middle", "nothing", "load", "return", "impossible return", "check", "safe check"),
  ...values("files", "1", "2", "3"),
  ...values("leaks", "true", "false"),
  ...values("difference", ...DIFFERENCES.map(({ name }) => name)),
];
