/** The oracle itself: what is known to leak grows, what is known not to does not, and an instrument that does not work is noticed. */
import { describe, expect, it } from "vitest";

import { growthOf } from "./growth.ts";
import { CLEAN, handWritten, LEAKING } from "./hand-written.ts";
import type { BreakablePart } from "./listening.ts";
import { growthOfAll, type Runnable } from "./run.ts";

async function growths(applications: Readonly<Record<string, Runnable>>, broken?: BreakablePart): Promise<Readonly<Record<string, string>>> {
  const all = await growthOfAll(Object.values(applications), new Set(broken === undefined ? [] : [broken]));
  return Object.fromEntries(Object.keys(applications).map((name, index) => [name, all[index]?.get(1) ?? "bounded"]));
}

const allAre = (applications: Readonly<Record<string, Runnable>>, growth: string): Readonly<Record<string, string>> => Object.fromEntries(Object.keys(applications).map((name) => [name, growth]));

describe("applications written by hand", () => {
  it("grow where they leak", async () => {
    expect(await growths(LEAKING)).toEqual(allAre(LEAKING, "grows"));
  });
  it("stay bounded where they do not", async () => {
    expect(await growths(CLEAN)).toEqual(allAre(CLEAN, "bounded"));
  });
});

describe("a broken instrument", () => {
  it.each<readonly [BreakablePart, string]>([
    ["removeListener", "a listener that is removed"],
    ["removeListener", "listeners that are removed all at once"],
    ["removeListener", "an effect with its cleanup"],
    ["removeEventListener", "a listener of the page that is removed"],
    ["clearInterval", "an interval that is cleared"],
    ["once", "a listener once for what comes"],
    ["abort", "a listener that a signal ends"],
  ])("%s: %s", async (broken, name) => {
    const application = { [name]: CLEAN[name] ?? handWritten("") };
    expect(await growths(application, broken)).toEqual({ [name]: "grows" });
    expect(await growths(application)).toEqual({ [name]: "bounded" });
  });
});

describe("counts", () => {
  it.each([
    ["grows", [250, 500, 1000]],
    ["grows", [83, 166, 333]],
    ["bounded", [0, 0, 0]],
    ["bounded", [50, 50, 50]],
    ["bounded", [3, 5, 4]],
    ["unclear", [100, 130, 135]],
    ["unclear", [250, 500, 500]],
  ] as const)("%s: %j", (growth, counts) => {
    expect(growthOf(counts)).toBe(growth);
  });
});
