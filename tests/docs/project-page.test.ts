/** The page of the project: its settings have the right shape, and it names what the engine answers. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { checkSettings } from "../../src/catalogue/check-settings.ts";
import { programRuns } from "../../src/evidence/repeats/program-runs.ts";
import { root } from "../support/typed-program.ts";
import { collectDocumentedBlocks } from "./documented-files.ts";

const PAGE = "docs/project.md";
const text = readFileSync(path.join(root, PAGE), "utf8");

describe("the page of the project", () => {
  it.each(collectDocumentedBlocks(PAGE).filter(({ language }) => language === "json"))("has settings of the right shape, line $line", ({ code }) => {
    expect(() => checkSettings(JSON.parse(code))).not.toThrow();
  });

  it("names every answer", () => {
    expect(Object.keys(programRuns.levels).filter((level) => !text.includes(`| \`${level}\` |`))).toEqual([]);
  });
});
