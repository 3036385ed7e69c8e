/** What the rules' pages show as wrong, as the files of a project: at least one finding of every rule. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { rules } from "../../src/rules/index.ts";
import { readRulePage } from "../docs/rule-page.ts";

/** The names of all rules. */
export const RULE_NAMES = Object.keys(rules);

/** Collects the blocks as files `<rule>/<number>.<language>`. */
export function collectWrongBlocks(): Record<string, string> {
  const files = RULE_NAMES.flatMap((name) => {
    const page = readRulePage(readFileSync(path.resolve(import.meta.dirname, `../../docs/rules/${name}.md`), "utf8"));
    const blocks = page.blocks.filter(({ section }) => section === "Wrong");
    return blocks.map(({ info: [language = "ts"], code }, index) => [`${name}/${index + 1}.${language}`, `${code}\n`] as const);
  });
  return Object.fromEntries(files);
}
