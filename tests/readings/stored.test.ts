/** What is stored of readings: counts that follow from the rows, and rows in the open of train alone. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";
import { root } from "../support/typed-program.ts";

const { countReading } = await loadScript("readings/take.mjs");
const { MOST_RECOMMENDED } = await loadScript("readings/draw.mjs");
const { foldOf } = await loadScript("ecosystem/folds.mjs");
const { OPERATORS } = await loadScript("mutants/operators.mjs");

const folder = path.join(root, "ecosystem/readings");
const names = readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
const linesOf = (text: string): Record<string, unknown>[] => text.trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
const readOpen = (name: string): Record<string, unknown>[] => linesOf(readFileSync(path.join(folder, name), "utf8"));

describe.each(names)("the blind reading of %s", (name) => {
  const rows = linesOf(gunzipSync(readFileSync(path.join(folder, name, "rows.jsonl.gz"))).toString("utf8"));
  const { found, ...counts } = JSON.parse(readFileSync(path.join(folder, name, "counts.json"), "utf8")) as { found: { lines: number; reports: Record<string, number> } };

  it("has the counts that follow from its rows", () => {
    expect(counts).toEqual(JSON.parse(JSON.stringify(countReading(rows))));
  });
  it("was drawn from so many reports, those of recommended among them, as many as are read at most", () => {
    expect(found.lines).toBeGreaterThan(0);
    expect(rows.filter(({ engine, reading }) => engine === "recommended" && reading === 1)).toHaveLength(Math.min(found.reports.recommended!, MOST_RECOMMENDED as number));
  });
  it("tells no file, line or reason in its counts", () => {
    expect(rows.filter(({ file, why }) => [file, why].some((text) => JSON.stringify(counts).includes(text as string)))).toEqual([]);
  });
});

describe("verdicts in the open", () => {
  it("are of train", () => {
    expect([...readOpen("fixes.jsonl"), ...readOpen("survivors.jsonl")].filter(({ repository }) => foldOf(repository) !== "train")).toEqual([]);
  });
  it("on mined commits say whether they mend a leak, and what has to be seen", () => {
    const rows = readOpen("fixes.jsonl");
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(rows.filter(({ leak, visible }) => !["yes", "no", "unclear"].includes(leak as string) || !["file", "types", "project", "no"].includes(visible as string))).toEqual([]);
  });
  it("on survivors say whether they are defects, up to thirty for an operator", () => {
    const rows = readOpen("survivors.jsonl");
    const known = new Set((OPERATORS as { id: string }[]).map(({ id }) => id));
    expect(rows.filter(({ operator, verdict }) => !known.has(operator as string) || !["defect", "equivalent", "unclear"].includes(verdict as string))).toEqual([]);
    expect([...known].filter((id) => rows.filter(({ operator }) => operator === id).length > 30)).toEqual([]);
  });
});
