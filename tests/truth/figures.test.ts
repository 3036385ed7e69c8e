/** The figures of the page, and that the page says what is stored. */
import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";

const { shareOf, foldShares, reportDensity, precisionOf, shareOfDefects } = await loadScript("truth/figures.mjs");
const { sumCounts, countOutcomes } = await loadScript("truth/counts.mjs");
const { percent, points } = await loadScript("truth/table.mjs");
const { drawPicture } = await loadScript("truth/picture.mjs");
const { isPageCurrent } = await loadScript("truth/page.mjs");

const count = (fold: string, hits: number, of: number, more: object = {}) => ({ part: "fixes", group: "all", engine: "strict", fold, hits, of, others: 0, ...more });

describe("shares", () => {
  const counts = [count("train", 6, 10), count("validation", 1, 10), count("validation", 9, 10, { engine: "other" })];

  it("are given for each fold, with the gap between them", () => {
    expect(foldShares(counts, { part: "fixes", engine: "strict" })).toEqual({ train: { of: 10, share: 0.6 }, validation: { of: 10, share: 0.1 }, gap: 0.5 });
    expect(shareOf(counts, { part: "mutants", engine: "strict", fold: "train" })).toEqual({ of: 0, share: undefined });
    expect(foldShares(counts.slice(0, 1), { part: "fixes", engine: "strict" }).gap).toBeUndefined();
  });
  it("are written in percent, gaps in points", () => {
    expect([percent(0.114), percent(undefined), points(0.5), points(-0.03), points(undefined)]).toEqual(["11%", "–", "+50", "−3", "–"]);
  });
});

describe("counts", () => {
  it("add up by part, group, engine and fold", () => {
    expect(sumCounts([count("train", 1, 2), count("validation", 1, 1), count("train", 2, 3, { others: 4 })])).toEqual([count("train", 3, 5, { others: 4 }), count("validation", 1, 1)]);
  });
  it("of outcomes hold no place", () => {
    const outcome = { part: "mutants", group: "g", place: "hidden.ts:3", results: { strict: { hit: true, others: 2 } } };
    expect(countOutcomes([outcome, outcome])).toEqual([{ part: "mutants", group: "g", engine: "strict", hits: 2, of: 2, others: 4 }]);
  });
});

describe("precision", () => {
  const reading = {
    engines: [
      { engine: "recommended", right: 9, causes: { right: 3, wrong: 1, unclear: 0 } },
      { engine: "strict", right: 1, causes: { right: 1, wrong: 3, unclear: 1 } },
      { engine: "other", right: 0, causes: { right: 0, wrong: 4, unclear: 0 } },
    ],
  };

  it("of strict weighs what recommended reports by how much of it there is", () => {
    expect(precisionOf([reading], "recommended", { recommended: 4, strict: 40 })).toEqual({ verdicts: 4, share: 0.75 });
    expect(precisionOf([reading], "strict", { recommended: 10, strict: 40 })).toEqual({ verdicts: 9, share: (10 * 0.75 + 30 * 0.25) / 40 });
    expect(precisionOf([reading], "other", {})).toEqual({ verdicts: 4, share: 0 });
    expect(precisionOf([], "recommended", { recommended: 4, strict: 40 })).toEqual({ verdicts: 0, share: undefined });
  });
  it("goes with reports for a hundred thousand lines", () => {
    const counts = [count("train", 30, 0, { part: "reports", group: "rule" }), count("train", 0, 500_000, { part: "lines" })];
    expect(reportDensity(counts, { engine: "strict", fold: "train" })).toEqual({ lines: 500_000, reports: 30, density: 6 });
    expect(reportDensity(counts, { engine: "strict", fold: "validation" })).toBeUndefined();
  });
});

describe("mutants that are no defect", () => {
  it("are taken out of what could be found", () => {
    const judged = [{ verdict: "defect" }, { verdict: "equivalent" }];
    expect(shareOfDefects(0.5, judged)).toBeCloseTo(0.5 / 0.75);
    expect(shareOfDefects(0.5, [{ verdict: "defect" }])).toBe(0.5);
    expect(shareOfDefects(0.5, [])).toBeUndefined();
    expect(shareOfDefects(undefined, judged)).toBeUndefined();
  });
});

describe("the picture", () => {
  it("has a point for each engine that is known on both axes", () => {
    const svg = drawPicture([{ name: "one", validation: { recall: 0.5, precision: 0.25 }, train: { recall: 1, precision: 1 } }, { name: "two", validation: undefined }]) as string;
    expect(svg).toContain("one: 50% found, 25% true");
    expect(svg).not.toContain("two");
  });
});

describe("docs/truth.md", () => {
  it("says what is stored", () => {
    expect(isPageCurrent()).toBe(true);
  });
});
