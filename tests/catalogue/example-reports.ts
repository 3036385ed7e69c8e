/** What the resource rules say of the catalogue's examples, without types and with those of the fixture workspace. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type ts from "typescript";

import type { CataloguedPair } from "../../src/catalogue/entry.ts";
import { rules } from "../../src/rules/index.ts";
import { packagesFolder } from "./install-packages.ts";
import { pathInWorkspace } from "./package-program.ts";

export type ExampleKind = "leaking" | "clean";

/** What the engine does not see yet, with types or without. An entry that it has learnt to see fails until it is taken off the list. */
export const UNSEEN: ReadonlySet<string> = new Set([
  "node-http/agent", "node-worker/port-listener",
  // The token is a field, and nothing tells that `dispose` ends what the registration stands for.
  "language/finalization-registration",
]);

const RULES = ["no-unreleased-resource", "no-partial-release", "no-unreleased-field", "no-mismatched-release"];

const linter = new Linter({ cwd: packagesFolder });

/** The name of an example's file; a tool of tests is used in a test file. */
export function exampleName(pair: CataloguedPair, kind: ExampleKind): string {
  return `example-${pair.id.replace("/", "-")}.${kind}${pair.tier === "tests" ? ".test" : ""}.ts`;
}

/** Lints an example with all resource rules at `likely`, or `possible` where such a thing mostly lives as long as the program; with `program`, which holds it, with its types. Throws where it cannot be parsed. */
export function collectReports(pair: CataloguedPair, kind: ExampleKind, program?: ts.Program): readonly string[] {
  const config: Linter.Config = {
    files: ["**/*.ts"],
    plugins: { leakproof: { rules: rules as never } },
    languageOptions: { parser: typescriptParser, parserOptions: program === undefined ? {} : { programs: [program] } },
    rules: Object.fromEntries(RULES.map((name) => [`leakproof/${name}`, ["error", { confidence: pair.longLived === true && kind === "leaking" ? "possible" : "likely" }]])),
  };
  return linter.verify(pair[kind], [config], { filename: pathInWorkspace(exampleName(pair, kind)) }).map(({ ruleId, line, message, fatal }) => {
    if (fatal === true) throw new Error(`${pair.id}, ${kind}: ${message}`);
    return `${ruleId ?? "unknown"} ${line}: ${message}`;
  });
}
