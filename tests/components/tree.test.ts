/** What other rules see of a component while ours read its script as a function: nothing. */
import * as typescriptParser from "@typescript-eslint/parser";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { Linter, type Rule } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

import plugin from "../../src/index.ts";
import { openComponent, withinComponent } from "../../src/syntax/component.ts";
import { root } from "../support/typed-program.ts";
import { installParsers, loadComponentParser, type ComponentEnding } from "./install-parsers.ts";

beforeAll(installParsers, 300_000);

const COMPONENTS: Readonly<Record<ComponentEnding, string>> = {
  vue: `<script setup>\nimport { ref } from "vue";\nlet timer = ref(setInterval(tick, 1000));\nfunction tick() {}\n</script>\n<template><b :a="timer" @click="tick" /></template>\n`,
  svelte: `<script module>\nexport const all = [];\n</script>\n<script>\nlet timer = setInterval(tick, 1000);\nfunction tick() {}\n</script>\n<b on:click={tick}>{timer}</b>\n`,
  astro: `---\nconst timer = setInterval(tick, 1000);\nfunction tick() {}\n---\n<b>{timer}</b>\n`,
};

/** Runs a rule over a component beside all of ours. */
function lintBeside(ending: ComponentEnding, code: string, create: (sourceCode: TSESLint.SourceCode) => Rule.RuleListener): void {
  const watcher = { rules: { watch: { create: (context: Rule.RuleContext) => create(context.sourceCode as unknown as TSESLint.SourceCode) } } };
  const files = [`**/*.${ending}`];
  const languageOptions = { parser: loadComponentParser(ending), parserOptions: { parser: typescriptParser } };
  const messages = new Linter({ cwd: root }).verify(code, [{ files, languageOptions, plugins: { watcher }, rules: { "watcher/watch": "error" } }, { ...plugin.configs.audit, files }], { filename: `${root}/src/Panel.${ending}` });
  expect(messages.filter(({ fatal, ruleId }) => fatal === true || ruleId === "watcher/watch")).toEqual([]);
}

/** The parents of all nodes and the references of all variables, as numbers in the order of the walk. */
function describeTree({ ast, visitorKeys, scopeManager }: TSESLint.SourceCode): unknown {
  const parents: string[] = [];
  const visit = (node: TSESTree.Node): void => {
    parents.push(`${node.type} ${node.range.join("-")} in ${node.parent?.type ?? "nothing"} ${node.parent?.range.join("-") ?? ""}`);
    for (const key of visitorKeys[node.type] ?? []) {
      const below = (node as unknown as Record<string, TSESTree.Node | readonly TSESTree.Node[] | null | undefined>)[key];
      for (const child of Array.isArray(below) ? (below as readonly TSESTree.Node[]) : below == null ? [] : [below as TSESTree.Node]) visit(child);
    }
  };
  visit(ast);
  return { parents, references: scopeManager?.scopes.map(({ variables }) => variables.map(({ name, references }) => `${name} ${references.length}`)) };
}

describe.each(Object.entries(COMPONENTS) as [ComponentEnding, string][])("a component of %s", (ending, code) => {
  it("is as the parser gave it when our rules are done", () => {
    const seen: { readonly sourceCode: TSESLint.SourceCode; readonly before: unknown }[] = [];
    // This rule comes first: what it sees at the end of the walk is what ours get.
    lintBeside(ending, code, (sourceCode) => ({ "Program:exit": () => void seen.push({ sourceCode, before: describeTree(sourceCode) }) }));
    expect(seen).toHaveLength(1);
    for (const { sourceCode, before } of seen) expect(describeTree(sourceCode)).toEqual(before);
  });

  it("is a function within, and is put right also after a failure", () => {
    lintBeside(ending, code, (sourceCode) => ({
      "Program:exit"() {
        const before = describeTree(sourceCode);
        expect(() => withinComponent(sourceCode, () => {
          expect(openComponent(sourceCode.ast)?.setup.body.body.length).toBeGreaterThan(1);
          expect(describeTree(sourceCode)).not.toEqual(before);
          throw new Error("a failure");
        })).toThrow("a failure");
        expect(openComponent(sourceCode.ast)).toBeUndefined();
        expect(describeTree(sourceCode)).toEqual(before);
      },
    }));
  });
});

describe("a file without a script of each instance", () => {
  it.each([
    ["vue", "<script>\nexport default {};\n</script>\n<template><p /></template>\n"],
    ["vue", "<template><p /></template>\n"],
    ["svelte", "<p>hello</p>\n"],
    ["svelte", "<script module>\nconst one = 1;\n</script>\n<p>hello</p>\n"],
    ["astro", "<p>hello</p>\n"],
  ] as const)("stays a module: %s %j", (ending, code) => {
    lintBeside(ending, code, (sourceCode) => ({ "Program:exit": () => withinComponent(sourceCode, () => expect(openComponent(sourceCode.ast)).toBeUndefined()) }));
  });
});
