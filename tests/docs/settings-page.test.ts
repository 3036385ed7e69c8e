/** The page of the settings: each JSON block is taken as the settings of the code blocks after it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { checkSettings } from "../../src/catalogue/check-settings.ts";
import { settingsSchema } from "../../src/catalogue/settings-schema.ts";
import { rules } from "../../src/rules/index.ts";
import { lintCase } from "../support/lint-case.ts";
import { readRulePage } from "./rule-page.ts";

const text = readFileSync(path.resolve(import.meta.dirname, "../../docs/settings.md"), "utf8");
const { blocks } = readRulePage(text);

describe("the page of the settings", () => {
  let settings: unknown;
  for (const block of blocks) {
    if (block.info[0] === "json") settings = JSON.parse(block.code);
    const [language, rule, expectation] = block.info;
    const leakproof = settings;
    if (language === "json") {
      it(`has settings of the right shape, line ${block.line}`, () => {
        checkSettings(leakproof);
      });
    }
    if (rule === undefined || rule === "eslint.config.js") continue;
    it(`has code that behaves as it says: ${rule} is ${expectation ?? ""}, line ${block.line}`, () => {
      const lint = (own: Readonly<Record<string, unknown>>) =>
        lintCase({ name: rule, rule: rules[rule] as never, code: block.code, options: { language: "js", settings: own }, parser: "espree" }).map(({ message }) => message);
      expect(lint({ leakproof }).length > 0).toBe(expectation === "reported");
    });
  }

  it("names every field", () => {
    const fields = ["pair", "cache", "lifecycle"].flatMap((name) => Object.keys(settingsSchema.definitions[name]?.properties ?? {}));
    expect(fields.filter((field) => !text.includes(`\`${field}\``) && !text.includes(`"${field}"`))).toEqual([]);
  });
});
