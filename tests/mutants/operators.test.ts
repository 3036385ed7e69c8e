/** Every operator breaks what it says, and leaves its look-alikes alone. */
import path from "node:path";
import { pathToFileURL } from "node:url";

import * as parser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";

import { entryCases } from "./entry-cases.ts";
import { resourceCases } from "./resource-cases.ts";

interface Mutant {
  readonly operator: string;
  readonly line: number;
  readonly subject: string;
  readonly origin: string;
  readonly text: string;
}

const load = (file: string): Promise<unknown> => import(pathToFileURL(path.resolve(import.meta.dirname, "../../scripts/mutants", file)).href);
const { mutantsOf, mayHaveMutants } = (await load("mutants-of.mjs")) as { mutantsOf: (text: string) => Mutant[]; mayHaveMutants: (text: string) => boolean };
const { OPERATORS } = (await load("operators.mjs")) as { OPERATORS: readonly { id: string; family: string; says: string }[] };

const cases = [...resourceCases, ...entryCases];
const sources = cases.flatMap(({ source, leaves }) => [source, ...leaves]);
const flat = (text: string): string => text.replace(/\s+/g, " ");
const parse = (text: string): unknown => parser.parse(text, { ecmaVersion: "latest", sourceType: "module", ecmaFeatures: { jsx: true } });

describe("operators", () => {
  it.each(cases)("$id breaks $source", ({ id, source, fragment }) => {
    const texts = mutantsOf(source).filter(({ operator }) => operator === id).map(({ text }) => flat(text));
    expect(texts.some((text) => text.includes(fragment)), texts.join("\n")).toBe(true);
  });
  it.each(cases.flatMap(({ id, leaves }) => leaves.map((leaf) => [id, leaf] as const)))("%s leaves %s alone", (id, leaf) => {
    parse(leaf);
    expect(mutantsOf(leaf).filter(({ operator }) => operator === id)).toEqual([]);
  });
  it("have an id of their own, a family, a sentence and a case each", () => {
    const ids = OPERATORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !cases.some((each) => each.id === id))).toEqual([]);
    expect(OPERATORS.filter(({ family, says }) => !/^(?:resources|collections|keys)$/.test(family) || !/^[A-Z].*[^.]\.$/.test(says))).toEqual([]);
  });
});

describe("mutants", () => {
  const mutants = sources.flatMap((source) => mutantsOf(source).map((mutant) => ({ source, ...mutant })));

  it("parse, and differ from what they were made from", () => {
    for (const { text } of mutants) parse(text);
    expect(mutants.filter(({ text, source }) => text === source)).toEqual([]);
  });
  it("are the same each time, in the order of their places", () => {
    for (const source of sources) expect(mutantsOf(source)).toEqual(mutantsOf(source));
    const lines = mutantsOf(cases.map(({ source }) => `{ ${source.replace(/import[^;]*;|export /g, "")} }`).join("\n")).map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((one, other) => one - other));
  });
  it("come of what may have mutants, and of nothing that cannot be parsed", () => {
    expect(cases.filter(({ source }) => !mayHaveMutants(source))).toEqual([]);
    expect(mayHaveMutants("export const sum = (a, b) => a + b;")).toBe(false);
    expect(mutantsOf("clearInterval(")).toEqual([]);
  });
});

describe("the origin", () => {
  const method = "stop() { clearInterval(this.t); }";
  const around = (text: string, extra = ""): string => `class A { start() { this.t = setInterval(work, 9); ${extra} } ${text} }`;
  const originsOf = (text: string): string[] => [...new Set(mutantsOf(text).map(({ origin }) => origin))];

  it("is one for copies, however they are indented and whatever stands beside them", () => {
    const [origin] = originsOf(around(method));
    expect(origin).toMatch(/^[0-9a-f]{16}$/);
    expect(originsOf(around("stop() {\n\t\tclearInterval(this.t);\n\t}", "more();"))).toEqual([origin]);
  });
  it("is another for another method, and that of the file outside of functions", () => {
    expect(originsOf(around("stop() { clearInterval(this.t); more(); }"))).not.toEqual(originsOf(around(method)));
    expect(originsOf("const t = setInterval(work, 9); clearInterval(t);")).not.toEqual(originsOf("const t = setInterval(work, 9); clearInterval(t); more();"));
  });
});
