/** The configurations that the page about components shows, each used as a reader would use it. */
import { spawnSync } from "node:child_process";

import { beforeAll, describe, expect, it } from "vitest";

import { collectDocumentedBlocks } from "../docs/documented-files.ts";
import { writeComponentProject } from "./component-project.ts";
import { installParsers } from "./install-parsers.ts";

beforeAll(installParsers, 300_000);

const BLOCKS = collectDocumentedBlocks("docs/components.md");
const CONFIGS = BLOCKS.filter(({ file }) => file === "eslint.config.js");
const CLOCK = BLOCKS.find(({ file }) => file === "src/Clock.vue")?.code ?? "";
const FILES = {
  "package.json": '{ "type": "module" }',
  "src/Clock.vue": CLOCK,
  "src/Clock.svelte": '<script lang="ts">\nconst timer: number = setInterval(() => {}, 1000);\n</script>\n',
  "src/clock.astro": "---\nconst timer: number = setInterval(() => {}, 1000);\n---\n<p />\n",
};

const LINT = `
  import { ESLint } from "eslint";
  const results = await new ESLint({ overrideConfigFile: process.argv[1] }).lintFiles(["src"]);
  console.log(JSON.stringify(results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => [filePath.split(".").at(-1), line, ruleId]))));
`;

describe("the page about components", { timeout: 300_000 }, () => {
  it("shows the line that the command prints", () => {
    const { folder, runLeakproof } = writeComponentProject(FILES, ["eslint", "typescript", "@typescript-eslint"], ["vue-eslint-parser"]);
    const shown = BLOCKS.find(({ language }) => language === "text")?.code.trimEnd().split("\n");
    const { stdout } = runLeakproof("src/Clock.vue");
    expect(stdout.replace(folder, "").replace(/^[\s\\/]+/, "").split("\n").slice(0, 2)).toEqual(shown);
  });

  it("shows a configuration for each kind, which finds the leak", () => {
    const configs = Object.fromEntries(CONFIGS.map(({ code }, index) => [`${index}.config.js`, code]));
    const { folder } = writeComponentProject({ ...FILES, ...configs }, ["eslint", "typescript", "typescript-eslint", "@typescript-eslint"], ["vue-eslint-parser", "svelte-eslint-parser", "astro-eslint-parser"]);
    const found = Object.keys(configs).map((config) => {
      const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", LINT, config], { cwd: folder, encoding: "utf8" });
      return stdout === "" ? stderr : (JSON.parse(stdout) as unknown);
    });
    const rule = "leakproof/no-unreleased-resource";
    expect(found).toEqual([[["vue", 6, rule]], [["svelte", 2, rule]], [["astro", 2, rule]]]);
  });
});
