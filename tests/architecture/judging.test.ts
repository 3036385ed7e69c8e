/** What holds for the files that judge a program, and for those that read it for them. */
import { describe, expect, it } from "vitest";

import { collectSharedNames } from "./names.ts";
import { readSourceFiles } from "./source-files.ts";
import { collectWordLists } from "./words.ts";

const JUDGING = /^src\/(?:bench|proofs|evidence|candidates|subjects)\//;
const READING = /^src\/(?:facts|flow)\//;
const files = readSourceFiles("src");

describe("the files that judge", () => {
  it("hold no lists of words: those are in the catalogue", () => {
    expect(files.filter(({ path }) => JUDGING.test(path) || READING.test(path)).flatMap(collectWordLists)).toEqual([]);
  });
  it("give no name to two functions", () => {
    expect(collectSharedNames(files.filter(({ path }) => JUDGING.test(path)))).toEqual([]);
  });
});

describe("the check of words", () => {
  const faultsOf = (text: string): readonly string[] => collectWordLists({ path: "src/evidence/a.ts", text });

  it("finds sets, searched lists and expressions that choose between names", () => {
    expect(faultsOf('const ENDS = new Set(["close", "destroy"]);')).toHaveLength(1);
    expect(faultsOf('["on", "once"].includes(name);')).toHaveLength(1);
    expect(faultsOf("const ENDS = /^(?:close|destroy)$/;")).toHaveLength(1);
  });
  it("leaves out syntax, single names and data that is not searched", () => {
    expect(faultsOf('new Set(["Literal", "Identifier"]);')).toEqual([]);
    expect(faultsOf('name === "close"; /^close$/; /[+|-]/;')).toEqual([]);
    expect(faultsOf('const levels = ["certain", "likely"];')).toEqual([]);
  });
});

describe("the check of names", () => {
  it("finds a name that functions of two files have, and not two of one file", () => {
    const [one, other] = [{ path: "src/bench/a.ts", text: "function judge() {} function other() {}" }, { path: "src/bench/b.ts", text: "export function judge() {}" }];
    expect(collectSharedNames([one, other])).toEqual(["judge: src/bench/a.ts, src/bench/b.ts"]);
    expect(collectSharedNames([one])).toEqual([]);
  });
});
