import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";

const { chooseSilent } = await loadScript("silences/draw.mjs");
const { priceSilences } = await loadScript("silences/price.mjs");

interface Candidate {
  readonly repository: string;
  readonly line: number;
  readonly reason: string;
  readonly decided: string;
}

const drawOf = (candidates: readonly Candidate[], options: object): readonly Candidate[] => chooseSilent(candidates, options) as readonly Candidate[];

const candidatesOf = (decided: string, count: number, repositories = 5): readonly Candidate[] =>
  Array.from({ length: count }, (_, index) => ({ repository: `some/r${String(index % repositories)}`, file: "a.ts", line: index, reason: "grows", decided }));

describe("the draw of silent candidates", () => {
  it("takes one of a reason that is not frequent, none of a rare one, and more of a frequent one", () => {
    const drawn = drawOf([...candidatesOf("often", 2500), ...candidatesOf("seldom", 9), ...candidatesOf("once", 4)], { count: 30, salt: "x" });
    const counted = (decided: string): number => drawn.filter((row) => row.decided === decided).length;
    expect([counted("often"), counted("seldom"), counted("once")]).toEqual([28, 2, 0]);
  });
  it("asks every repository before it asks one twice", () => {
    const drawn = drawOf(candidatesOf("often", 100, 3), { count: 3, salt: "x" });
    expect(new Set(drawn.map((row) => row.repository)).size).toBe(3);
  });
  it("draws the same under the same name, and others under another", () => {
    const linesUnder = (salt: string): string => drawOf(candidatesOf("often", 500), { count: 5, salt }).map((row) => row.line).join();
    expect(linesUnder("x")).toBe(linesUnder("x"));
    expect(linesUnder("x")).not.toBe(linesUnder("y"));
  });
});

describe("the price of silence", () => {
  const read = (decided: string, verdict: string): object => ({ reason: "grows", decided, verdict });

  it("is the share of true ones among those that were decided, of all that are silent for the reason", () => {
    const rows = [read("a", "true"), read("a", "false"), read("a", "unclear"), read("b", "false")];
    expect(priceSilences(rows, { "grows ▸ a": 100, "grows ▸ b": 900 })).toEqual([
      { silence: "grows ▸ a", all: 100, read: 3, right: 1, hidden: 50 },
      { silence: "grows ▸ b", all: 900, read: 1, right: 0, hidden: 0 },
    ]);
  });
  it("says nothing where nothing was decided", () => {
    expect(priceSilences([read("a", "unclear")], {})).toEqual([{ silence: "grows ▸ a", all: 1, read: 1, right: 0, hidden: 0 }]);
  });
});
