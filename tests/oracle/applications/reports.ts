/** What the engine reports on an application: every file is judged alone, by all rules, as each preset sets them. */
import { Linter } from "eslint";

import plugin from "../../../src/index.ts";
import type { Application } from "./application.ts";
import { thingsByLine, withoutMarks } from "./marks.ts";

export const PRESETS = ["recommended", "strict"] as const;
export type Preset = (typeof PRESETS)[number];

export interface Report {
  readonly preset: Preset;
  /** Rule and message: `no-partial-release/releaseMissedOnThrow`. */
  readonly reason: string;
  /** The things that its line is about; none: it says nothing about what the application holds. */
  readonly things: readonly number[];
}

/** It says how a release is better written, and of no leak. */
const NO_LEAKS = "prefer-using";

const linter = new Linter();

/** The rules of a preset under a name of its own, so that one run of the linter answers for both. */
function presetAs(preset: Preset): Linter.Config {
  const rules = Object.entries(plugin.configs[preset].rules ?? {}).map(([rule, entry]) => [rule.replace(/^leakproof\//, `${preset}/`), entry] as const);
  return { plugins: { [preset]: plugin }, rules: Object.fromEntries(rules.filter(([rule]) => !rule.endsWith(NO_LEAKS))) };
}

const config: Linter.Config[] = [{ languageOptions: { ecmaVersion: "latest", sourceType: "module" } }, ...PRESETS.map(presetAs)];

/** Lints the files of an application; throws what a rule throws, and where a file cannot be parsed. */
export function reportsOn({ files }: Pick<Application, "files">): readonly Report[] {
  return files.flatMap(({ path, text }) => {
    const things = thingsByLine(text);
    return linter.verify(withoutMarks(text), config, { filename: path }).map(({ ruleId, messageId, line, message }): Report => {
      const preset = PRESETS.find((candidate) => ruleId?.startsWith(`${candidate}/`) === true);
      if (ruleId === null || preset === undefined) throw new Error(`${path}:${String(line)}: ${message}\n${withoutMarks(text)}`);
      return { preset, reason: `${ruleId.slice(preset.length + 1)}/${messageId ?? ""}`, things: things.get(line) ?? [] };
    });
  });
}
