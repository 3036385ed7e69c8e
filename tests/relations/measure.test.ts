import { describe, expect, it } from "vitest";

import { loadScript, relations } from "./changes.ts";

const { faultsOf, measureRelations } = await loadScript("measure.mjs");

const row = { relation: "names", preset: "strict", files: 0, reports: 0, lost: 0, gained: 0, faults: 0 };
const lineOf = (line: number): readonly number[] => [line];

/** Reports each line that says `leak`, under the name of the text's file. */
function lint(text: string, file: string) {
  if (text.includes("unread")) return undefined;
  return text.split("\n").flatMap((line, index) => (line.includes("leak") ? [{ rule: file, messageId: "seen", line: index + 1 }] : []));
}

const measure = (text: string, change: (file: { text: string }) => unknown) => measureRelations({ presets: { strict: lint }, texts: [{ file: "a.ts", text }], relations: [{ id: "names", change }] });

describe("measuring", () => {
  it("counts what is kept, lost and gained in files that are changed", () => {
    expect(measure("leak;\nleak;\nother;", () => ({ text: "leak;\nx;\nleak;", lineOf }))).toEqual([{ ...row, files: 1, reports: 2, lost: 1, gained: 1 }]);
    expect(measure("leak;", () => ({ text: "leak; x;", lineOf }))).toEqual([{ ...row, files: 1, reports: 1 }]);
    expect(measure("leak;", () => undefined)).toEqual([row]);
  });
  it("takes the files of one together, the new one beside it", () => {
    const seen: string[] = [];
    const record = (text: string, file: string) => {
      seen.push(file);
      return lint(text, "any");
    };
    const change = () => ({ files: [{ name: undefined, text: "x;", lineOf }, { name: "B", text: "leak;", lineOf }] });
    const rows = measureRelations({ presets: { strict: record }, texts: [{ file: "src/a.tsx", text: "leak;" }], relations: [{ id: "names", change }] });
    expect(rows).toEqual([{ ...row, files: 1, reports: 1 }]);
    expect(seen).toEqual(["src/a.tsx", "src/a.tsx", "src/B.tsx"]);
  });
  it("counts faults apart, and what the linter cannot read not at all", () => {
    expect(measure("leak;", () => ({ text: "leak (", lineOf }))).toEqual([{ ...row, faults: 1 }]);
    expect(measure("leak;", ({ text }) => ({ text, lineOf }))).toEqual([{ ...row, faults: 1 }]);
    expect(measure("leak;", () => ({ text: "unread;", lineOf }))).toEqual([row]);
    expect(measure("leak (", () => ({ text: "x;", lineOf }))).toEqual([row]);
  });
  it("has a row for each relation and preset", () => {
    const texts = [{ file: "a.ts", text: `const leak = 1; a.on("leak", leak);` }];
    const rows = measureRelations({ presets: { strict: lint, recommended: () => [] }, texts, relations }) as (typeof row)[];
    expect(rows).toHaveLength(2 * relations.length);
    expect(rows.filter(({ files }) => files > 0).map(({ relation, preset }) => `${relation} ${preset}`)).toEqual(["meaningless-names strict", "meaningless-names recommended", "constant-for-expression strict", "constant-for-expression recommended"]);
  });
});

describe("a fault of a change", () => {
  it("is named", () => {
    expect(faultsOf("a;", { text: "b;" })).toEqual([]);
    expect(faultsOf("a;", { text: "a;" })).toEqual(["it is the same"]);
    expect(faultsOf("a;", { files: [{ name: undefined, text: "a;" }, { name: "B", text: "(" }] })).toEqual(["B cannot be parsed"]);
  });
});
