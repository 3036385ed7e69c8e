import { describe, expect, it } from "vitest";

import { findField, findVariable } from "../../src/heap/declarations.ts";

/** The text without the marks, and where they stood: `¹` before the function that sees the name, `²` before its declaration. */
function readMarks(marked: string): { text: string; reader: number; declared: number | undefined } {
  const text = marked.replaceAll(/[¹²]/gu, "");
  const before = (mark: string): number => marked.slice(0, marked.indexOf(mark)).replaceAll(/[¹²]/gu, "").length;
  return { text, reader: marked.includes("¹") ? before("¹") : 0, declared: marked.includes("²") ? before("²") : undefined };
}

describe("a variable is declared", () => {
  it.each([
    ["const ²all = new Map(); function put¹() { all.set(1, 1); }"],
    ["function put¹() { all.set(1, 1); } const ²all = new Map();"],
    ["const all = 1; function make() { const ²all = []; return () ¹=> all; }"],
    ["const ²all = 1; function other() { const all = []; } function put¹() { all.push(1); }"],
    ["let one = 1,²all=[];function put¹(){all.push(one)}"],
    ["// const all\n/* let all */ const text = 'let all'; const ²all = []; const put = ¹() => all;"],
    ["const text = `let all ${'let all'} {`; const ²all = []; const put = ¹() => all;"],
    ["const text = `${{ a: `}` }.a}`; { const ²all = []; put(¹() => all); }"],
    ["const quote = /[\"/{]let all = /g; const half = 4 / 2 / 1; const ²all = []; const put = ¹() => all;"],
    ["import { ²all } from './all.js'; const put = ¹() => all;"],
    ["class Hub { static ²#all = 1; } ¹", "#all"],
    ["function make(²all) { return ¹() => all; }"],
    ["const ²größe = []; const put = ¹() => größe;", "größe"],
    ["if (other.all === 1) all == 2; const ²all = []; const put = ¹() => all;"],
  ])("at the mark in %s", (marked, name = "all") => {
    const { text, reader, declared } = readMarks(marked);
    expect(findVariable(text, name, reader)).toBe(declared);
  });

  it.each(["", "other.all = 1;", "// all", "'all'", "const allOfThem = 1;", "const x = {", "`${", "}}}"])("nowhere in %j", (text) => expect(findVariable(text, "all", 0)).toBeUndefined());
});

describe("a field is first named", () => {
  it.each([
    ["class Hub { ²#all = new Map(); enter() { this.#all.set(1, 1); } }", "#all"],
    ["class Other { all = 1; } ¹class Hub { enter() { const all = 1; } ²all = 2; }", "all"],
    ["class Hub { constructor() { this.²all = new Map(); } }", "all"],
    ["class Hub { static ²all = new Map(); }", "all"],
  ])("at the mark in %s", (marked, name) => {
    const { text, reader, declared } = readMarks(marked);
    expect(findField(text, name, reader)).toBe(declared);
  });

  it.each(["class Hub {} const all = 1;", "class Hub", "class Hub { enter() { const all = 1; } }"])("nowhere in %s", (text) => expect(findField(text, "all", 0)).toBeUndefined());
});
