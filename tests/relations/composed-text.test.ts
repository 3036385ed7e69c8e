import { describe, expect, it } from "vitest";

import { loadScript, type ChangedFile } from "./changes.ts";

const { applyEdits, composeText, copied, newWords } = await loadScript("composed-text.mjs");
const { lineAt, lineStartsOf } = await loadScript("text-lines.mjs");

const linesOf = ({ lineOf }: ChangedFile, count: number): readonly (readonly number[])[] => Array.from({ length: count }, (_, index) => lineOf(index + 1));

describe("a composed text", () => {
  it("knows where each line went", () => {
    const composed = composeText("one\ntwo\n\nfour", [copied(4, 8), newWords("new\n", [[0, 3]]), copied(8, 13)]);
    expect(composed.text).toBe("two\nnew\n\nfour");
    expect(linesOf(composed, 5)).toEqual([[2], [1], [3], [4], []]);
  });
  it("knows of a line whose parts went apart, and of one that stands for several", () => {
    const composed = composeText("a b\nc\nd", [copied(2, 3), newWords("\n"), copied(0, 1), newWords("\n"), newWords("x", [[4, 7]])]);
    expect(composed.text).toBe("b\na\nx");
    expect(linesOf(composed, 3)).toEqual([[1, 2], [3], [3]]);
  });
  it("lets a stretch stand for others that read the same", () => {
    expect(linesOf(composeText("x\ny\nx", [copied(2, 4), copied(0, 1, [4])]), 3)).toEqual([[2], [1], [2]]);
  });
  it("does not count blanks where a line holds more", () => {
    expect(linesOf(composeText("a\n  b", [copied(1, 4), copied(0, 1), newWords("\n"), copied(4, 5)]), 2)).toEqual([[2], [3]]);
  });
});

describe("edits", () => {
  const edited = (edits: unknown): string => composeText("abc", applyEdits("abc", edits)).text;

  it("replace, insert and remove, in the order of the text", () => {
    expect(edited([{ from: 2, to: 3, by: [newWords("z")] }, { from: 0, to: 1, by: [] }, { from: 2, to: 2, by: [newWords("y")] }])).toBe("byz");
  });
  it("do not overlap", () => {
    expect(() => edited([{ from: 0, to: 2, by: [] }, { from: 1, to: 3, by: [] }])).toThrow("overlap");
  });
});

describe("lines", () => {
  it("end as ESLint ends them", () => {
    const starts = lineStartsOf("a\r\nb\u2028c\rd\n");
    expect(starts).toEqual([0, 3, 5, 7, 9]);
    expect([0, 2, 3, 6, 9].map((offset) => lineAt(starts, offset))).toEqual([1, 1, 2, 3, 5]);
  });
});
