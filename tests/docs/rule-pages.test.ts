import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { rules } from "../../src/rules/index.ts";
import { collectBlockFaults, isLintable } from "./block-faults.ts";
import { readRulePage, type RulePage } from "./rule-page.ts";

const SECTIONS = ["Wrong", "Right", "When it stays silent", "Options", "The bug behind it", "When it is wrong"];

describe("the rules' pages", () => {
  it("are in docs/rules", () => {
    expect(Object.keys(rules).filter((name) => !existsSync(pathOf(name)))).toEqual([]);
  });
});

describe.each(Object.entries(rules))("the page of %s", (name, rule) => {
  const page = readPage(name);
  const blocks = page.blocks.filter(isLintable);

  it("has the sections of the house, in order", () => {
    expect(page.headings.filter(({ depth }) => depth === 2).map(({ text }) => text)).toEqual(SECTIONS);
  });
  it("shows what is wrong and what is right", () => {
    expect(blocks.some(({ section }) => section === "Wrong") && blocks.some(({ section }) => section === "Right")).toBe(true);
  });
  for (const block of blocks) {
    it(`has code that behaves as its heading says: ${block.section}, line ${block.line}`, () => {
      expect(collectBlockFaults(name, rule, block)).toEqual([]);
    });
  }
});

function readPage(name: string): RulePage {
  return existsSync(pathOf(name)) ? readRulePage(readFileSync(pathOf(name), "utf8")) : { headings: [], blocks: [] };
}

function pathOf(name: string): string {
  return path.resolve(import.meta.dirname, `../../docs/rules/${name}.md`);
}
