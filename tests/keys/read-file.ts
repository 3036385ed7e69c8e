/** Facts and uses of a piece of code, for tests of the key engine. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";

import { analyzeFile } from "../../src/analyze-file.ts";
import type { FileFacts } from "../../src/facts/file-facts.ts";

/** Parses the code and hands out its facts. */
export function readFile(code: string): FileFacts {
  let facts: FileFacts | undefined;
  const reader = {
    meta: { schema: false, messages: {} },
    create: (context: Parameters<typeof analyzeFile>[0]) => ({ "Program:exit": () => void (facts = analyzeFile(context).facts) }),
  };
  const linter = new Linter();
  const config = { files: ["**/*.ts"], plugins: { test: { rules: { reader: reader as never } } }, languageOptions: { parser: typescriptParser }, rules: { "test/reader": "error" } } satisfies Linter.Config;
  const [fault] = linter.verify(code, [config], { filename: "case.ts" });
  if (facts === undefined) throw new Error(fault?.message ?? "The code was not read.");
  return facts;
}
