/** Lints components with all rules, through the parsers that people have, and compares with what stands in comments of their scripts. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { expect, it } from "vitest";

import plugin from "../../src/index.ts";
import { root } from "../support/typed-program.ts";
import { loadComponentParser, type ComponentEnding } from "./install-parsers.ts";

type Preset = "recommended" | "strict" | "audit";

export interface ComponentCase {
  /** Under which the file is linted, without its ending; `src/Panel` unless told. */
  readonly file?: string;
  readonly preset?: Preset;
}

/** Runs all rules of a preset over a component. */
export function lintComponent(ending: ComponentEnding, code: string, { file = "src/Panel", preset = "strict" }: ComponentCase = {}): readonly Linter.LintMessage[] {
  const linter = new Linter({ cwd: root });
  const languageOptions = { parser: loadComponentParser(ending), parserOptions: { parser: typescriptParser } };
  const rules: Linter.Config = { ...plugin.configs[preset], files: [`**/*.${ending}`] };
  return linter.verify(code, [{ files: [`**/*.${ending}`], languageOptions }, rules], { filename: `${root}/${file}.${ending}` });
}

/**
 * Declares a test of a component: each line with `// error: MESSAGE_ID "a part of the text"` is reported so, and no other line is.
 * Without such a line nothing is reported.
 */
export function testComponent(ending: ComponentEnding, name: string, code: string, options: ComponentCase = {}): void {
  it(name, () => {
    const messages = lintComponent(ending, code, options);
    const wanted = collectWanted(code);
    expect(messages.map(({ line, messageId, message, fatal }) => `${line} ${fatal === true ? message : String(messageId)}`)).toEqual(wanted.map(({ line, id }) => `${line} ${id}`));
    wanted.forEach(({ text }, index) => expect(messages[index]?.message).toContain(text));
  });
}

/** Declares a test of a component about which nothing tells: it is possible only, and only the preset for hunts says so. */
export function testPossible(ending: ComponentEnding, name: string, code: string): void {
  it(name, () => {
    expect(lintComponent(ending, code)).toEqual([]);
    expect(lintComponent(ending, code, { preset: "audit" }).map(({ messageId }) => messageId)).toContain("leftOpen");
  });
}

function collectWanted(code: string): readonly { readonly line: number; readonly id: string; readonly text: string }[] {
  return code.split("\n").flatMap((text, index) => {
    const [, id, part] = /\/\/ error: (\w+)(?: "([^"]*)")?/.exec(text) ?? [];
    return id === undefined ? [] : [{ line: index + 1, id, text: part ?? "" }];
  });
}
