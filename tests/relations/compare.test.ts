import { describe, expect, it } from "vitest";

import { loadScript } from "./changes.ts";

const { flipsOf, putBack } = await loadScript("compare.mjs");

const at = (line: number | undefined, messageId = "seen") => ({ rule: "no-leak", messageId, line });
const same = (line: number): readonly number[] => [line];

describe("flips", () => {
  it("are none where the reports are the same, in any order", () => {
    expect(flipsOf([at(1), at(2)], [at(2), at(1)])).toEqual({ kept: 2, lost: 0, gained: 0 });
  });
  it("are what is lost and what is gained", () => {
    expect(flipsOf([at(1), at(2)], [at(1), at(3), at(4)])).toEqual({ kept: 1, lost: 1, gained: 2 });
    expect(flipsOf([at(1)], [at(1, "other"), { ...at(1), rule: "no-key" }])).toEqual({ kept: 0, lost: 1, gained: 2 });
  });
  it("count reports that read the same one by one", () => {
    expect(flipsOf([at(1), at(1), at(1)], [at(1)])).toEqual({ kept: 1, lost: 2, gained: 0 });
    expect(flipsOf([at(1)], [at(1), at(1)])).toEqual({ kept: 1, lost: 0, gained: 1 });
  });
});

describe("putting reports back", () => {
  it("finds the line of the original", () => {
    const moved = (line: number): readonly number[] => [line + 1];
    expect(putBack([{ reports: [at(2), at(4)], lineOf: moved }], [], 3)).toEqual([at(1), at(3)]);
  });
  it("prefers the line that had the report, and gives it to one alone", () => {
    const joined = (): readonly number[] => [1];
    expect(putBack([{ reports: [at(1), at(1), at(1)], lineOf: joined }], [at(2)], 2)).toEqual([at(2), at(1), at(1)]);
  });
  it("lets those choose first who have the least choice", () => {
    const lineOf = (line: number): readonly number[] => (line === 1 ? [1, 2] : [1]);
    expect(putBack([{ reports: [at(1), at(2)], lineOf }], [at(1), at(2)], 2)).toEqual([at(1), at(2)]);
  });
  it("takes the files of one together, and keeps what stands on no line of the original", () => {
    const none = (): readonly number[] => [];
    expect(putBack([{ reports: [at(1)], lineOf: none }, { reports: [at(2)], lineOf: same }], [], 2)).toEqual([at(undefined), at(2)]);
  });
});
