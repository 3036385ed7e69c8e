import { describe, expect, test } from "vitest";

import { buildKeyForm } from "../../src/subjects/key/build-key-form.ts";
import { compareKeys } from "../../src/subjects/key/equality.ts";
import type { StoreKind } from "../../src/subjects/key/key-use.ts";
import { calleeName } from "../../src/syntax/tree.ts";
import { readFile } from "./read-file.ts";

interface Surroundings {
  readonly parameters?: string;
  readonly before?: string;
  readonly store?: StoreKind;
}

/** Compares the argument of `fill(…)` with that of `ask(…)`, each in a function of its own with the same parameters. */
function compare(filled: string, asked: string, { parameters = "a, b, id", before = "", store }: Surroundings = {}): string {
  const file = readFile(`${before}\nfunction one(${parameters}) { fill(${filled}); }\nfunction two(${parameters}) { ask(${asked}); }`);
  const formOf = (name: string) => {
    const call = file.nodes.calls.find((candidate) => calleeName(candidate) === name);
    return buildKeyForm(file, call?.arguments[0] as NonNullable<typeof call>["arguments"][0]);
  };
  const answer = compareKeys(file, formOf("fill"), formOf("ask"), store ?? "map");
  return answer.kind === "never" ? `never ${answer.confidence} ${answer.difference.kind}` : answer.kind;
}

describe("the same", () => {
  test.each([
    ["id", "id"],
    ["`${a}:${b}`", 'a + ":" + b'],
    ["[a, b].join()", "`${a},${b}`"],
    ["String(id)", "`${id}`"],
    ["a.id", "a.id"],
    ["a.toLowerCase()", "a.toLowerCase()"],
    ["hash(a, b)", "hash(a, b)"],
    ["'x'", '"x"'],
    ["`user:${id ?? 'none'}`", '"user:" + id'],
  ])("%s and %s", (filled, asked) => {
    expect(compare(filled, asked)).not.toMatch(/^never/);
  });
});

describe("never, for the same inputs", () => {
  test.each([
    ["`user:${id}`", "id", "never certain surplus"],
    ["id", "`${id}/`", "never certain surplus"],
    ["`${id}:${b}`", "`${id}-${b}`", "never certain literal"],
    ["`${id}:${b}`", "id", "never certain surplus"],
    ["`get ${id}`", "`set ${id}`", "never certain literal"],
    ["`get ${a}`", "`set ${b}`", "never certain literal"],
    ["`${id}.json`", "`${id}.js`", "never certain literal"],
    ['"a"', '"b"', "never certain literal"],
    ["`${a}:${b}`", "`${b}:${a}`", "never likely order"],
    ["id.trim()", "id", "never likely normalized"],
    ["id", "encodeURIComponent(id)", "never likely normalized"],
    ["`${a}:${Date.now()}`", "`${a}:${Date.now()}`", "never certain recomputed"],
    ["Math.random()", "Math.random()", "never certain recomputed"],
    ["a", "{ a }", "never certain identity"],
  ])("%s and %s", (filled, asked, answer) => {
    expect(compare(filled, asked)).toBe(answer);
  });
  test("a number in and its text out", () => {
    expect(compare("id", "String(id)", { parameters: "id: number" })).toBe("never certain text");
  });
  test("not in a record, where every key is text", () => {
    expect(compare("id", "String(id)", { parameters: "id: number", store: "record" })).toBe("same");
    expect(compare("1", '"1"', { store: "record" })).toBe("same");
  });
  test("only likely for a parameter that may be a finished key", () => {
    expect(compare("`user:${key}`", "key", { parameters: "key" })).toBe("never likely surplus");
  });
  test("through helpers", () => {
    expect(compare("one1(id)", "two2(id)", { before: 'const one1 = (x) => "1" + x; const two2 = (x) => "2" + x;' })).toBe("never certain literal");
  });
});

describe("unknown", () => {
  test.each([
    ["a", "b"],
    ["`user:${a}`", "b"],
    ["a.id", "b.id"],
    ["a.id", "a.name"],
    ["hash(a)", "hash(b)"],
    ["hash(a)", "a"],
    ["{ a }", "a"],
    ["`${a}${b}`", "`${a}`"],
    ["`user:${id}`", "this.key"],
    ["`user:${id}`", "entry.key"],
    ["String(id)", "id"],
    ["cond ? `x:${id}` : id", "id"],
    ["Date.now()", "id"],
  ])("%s and %s", (filled, asked) => {
    expect(compare(filled, asked)).toMatch(/^(?:unknown|same)$/);
  });
  test("parameters that are declared as different types", () => {
    const file = readFile("const m = new Map(); function one(id: string) { fill(`u${id}`); } function two(id: Key) { ask(id); }");
    const [fill, ask] = ["fill", "ask"].map((name) => buildKeyForm(file, file.nodes.calls.find((call) => calleeName(call) === name)?.arguments[0] as never));
    expect(compareKeys(file, fill as never, ask as never, "map").kind).toBe("unknown");
  });
  test("a parameter under which the file passes something else", () => {
    expect(compare("`user:${id}`", "id", { before: "two(1, 2, keyOf(3));" })).toBe("unknown");
  });
});
