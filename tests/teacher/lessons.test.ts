/** What is counted of names beside what other files show. */
import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";

const { addLesson, describeRates, emptyLessons, rateOf, sortLessons } = await loadScript("teacher/lessons.mjs");

const answer = (id: string, level: string, basis = "named"): object => ({ id, level, basis });
const runs = (level: string): object => answer("repeats/program-runs", level, "project");

function learn(...candidates: readonly (readonly object[])[]) {
  const lessons = emptyLessons();
  for (const answers of candidates) addLesson(lessons, answers);
  return sortLessons(lessons);
}

describe("lessons", () => {
  it("count how often named code runs once, and how often where nothing is named", () => {
    const set = answer("repeats/set-up", "yes");
    const lessons = learn([runs("once"), set], [runs("ends"), set], [runs("strangers"), set], [runs("often"), answer("repeats/set-up", "unknown")]);
    expect(lessons).toMatchObject({ candidates: 4, known: 4, answers: { "repeats/set-up": { unknown: { once: 0, again: 1 }, yes: { once: 2, again: 1 } } } });
    expect(rateOf(lessons.answers["repeats/set-up"], "yes")).toEqual({ share: 2 / 3, of: 3 });
  });

  it("leave out what other files do not tell, what rests on more than a name, and other questions", () => {
    const lessons = learn(
      [runs("unknown"), answer("repeats/set-up", "yes")],
      [answer("repeats/set-up", "yes")],
      [runs("once"), answer("repeats/set-up", "yes", "shown"), answer("real/kept-thing", "siblings")],
    );
    expect(lessons).toMatchObject({ candidates: 3, known: 1, answers: {} });
  });

  it("are told with what says least first", () => {
    const lessons = learn([runs("once"), answer("repeats/a", "yes"), answer("outlives/b", "long")], [runs("often"), answer("repeats/a", "unknown"), answer("outlives/b", "unknown")], [runs("once"), answer("outlives/b", "unknown")]);
    expect(describeRates(lessons)).toEqual([
      "   100% of 1 once, 50% of 2 without, few: outlives/b=long",
      "   100% of 1 once, 0% of 1 without, few: repeats/a=yes",
    ]);
  });
});
