import { describe, expect, it } from "vitest";

import { mapLines } from "../../src/cli/change/line-map.ts";

/** The lines of the second text, each with the line of the first that it is, or a dot. */
function mapped(before: string, after: string): string {
  const lineBefore = mapLines(before.split("\n"), after.split("\n"));
  return after.split("\n").map((_, index) => lineBefore(index + 1) ?? ".").join(" ");
}

describe("the lines of a changed text", () => {
  it.each([
    ["stay what they are", "a\nb\nc", "a\nb\nc", "1 2 3"],
    ["move down below new ones", "a\nb", "x\na\ny\nb", ". 1 . 2"],
    ["move up where others go", "a\nb\nc\nd", "a\nd", "1 4"],
    ["are new where they changed", "a\nb\nc", "a\nB\nc", "1 . 3"],
    ["keep what is unique in its order where a part moves", "a\nb\nc\nd\ne", "d\ne\na\nb\nc", ". . 1 2 3"],
    ["are known in another indentation", "a\nb", "if\n  a\n  b\n}", ". 1 2 ."],
    ["are found among those that repeat", "}\na\n}\nb\n}", "}\nx\n}\na\n}\nb\n}", "1 . . 2 3 4 5"],
    ["are new where nothing tells them from each other", "x\nx\nm\nx", "n\nx\nn", ". . ."],
    ["are new in a new text", "", "a\nb", ". ."],
  ])("%s", (_, before, after, expected) => {
    expect(mapped(before, after)).toBe(expected);
  });

  it("take bounded work, whatever they are", { timeout: 60_000 }, () => {
    const before = Array.from({ length: 60_000 }, (_, index) => `line ${index % 7_919}`);
    const after = Array.from({ length: 60_000 }, (_, index) => `line ${(index * 31) % 7_907}`);
    const lineBefore = mapLines(before, after);
    expect(typeof lineBefore(1)).not.toBe("string");
    const nested = (turn: number): string[] => Array.from({ length: 20_000 }, (_, index) => `line ${index ^ turn}`);
    expect(mapLines(nested(0), nested(1))(20_001)).toBeUndefined();
  });
});
