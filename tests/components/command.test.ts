/** The command over components. */
import { spawnSync } from "node:child_process";

import { beforeAll, describe, expect, it } from "vitest";

import { installParsers } from "./install-parsers.ts";
import { writeComponentProject } from "./component-project.ts";

beforeAll(installParsers, 300_000);

const TYPESCRIPT = ["eslint", "typescript", "@typescript-eslint"];
const PARSERS = ["vue-eslint-parser", "svelte-eslint-parser", "astro-eslint-parser"];
const FILES = {
  "package.json": '{ "type": "module" }',
  "src/Clock.vue": `<template><p /></template>\n\n<script setup lang="ts">\nconst timer: number = setInterval(() => {}, 1000);\n</script>\n`,
  "src/Clock.svelte": `<p>hello</p>\n\n<script lang="ts">\nconst timer: number = setInterval(() => {}, 1000);\n</script>\n`,
  "src/clock.astro": `---\n\n\nconst timer: number = setInterval(() => {}, 1000);\n---\n<p>hello</p>\n`,
};
const CLEAN = { "src/clean.js": "export const one = 1;\n" };

interface Log {
  readonly runs: readonly [{ readonly results: readonly { readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } } }] }[] }];
}

describe("the command", { timeout: 300_000 }, () => {
  it("finds the leak on its line in each kind of component, in each format", () => {
    const { runLeakproof } = writeComponentProject(FILES, TYPESCRIPT, PARSERS);
    const found = ["src/Clock.svelte 4", "src/Clock.vue 4", "src/clock.astro 4"];
    const json = runLeakproof("--format", "json");
    expect(json).toMatchObject({ exitCode: 1, stderr: "" });
    const results = JSON.parse(json.stdout) as readonly { readonly filePath: string; readonly messages: readonly { readonly line: number }[] }[];
    expect(results.flatMap(({ filePath, messages }) => messages.map(({ line }) => `${filePath.split(/[\\/]/).slice(-2).join("/")} ${line}`)).sort()).toEqual(found);
    const [run] = (JSON.parse(runLeakproof("--format", "sarif").stdout) as Log).runs;
    expect(run.results.map(({ locations: [{ physicalLocation: { artifactLocation, region } }] }) => `${artifactLocation.uri} ${region.startLine}`).sort()).toEqual(found);
    expect(runLeakproof().stdout.match(/^ +4:\d+ +error .*no-unreleased-resource$/gm)).toHaveLength(3);
    expect(runLeakproof("--format", "html")).toMatchObject({ exitCode: 1, stderr: "" });
    expect(runLeakproof("explain", "src/Clock.vue:4")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("setInterval") as string, stderr: "" });
  });

  it("checks what is staged, and what a change touches", () => {
    const { folder, runLeakproof } = writeComponentProject({ ...CLEAN, ".gitignore": "node_modules" }, TYPESCRIPT, PARSERS);
    const git = (...words: string[]) => spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...words], { cwd: folder, encoding: "utf8" });
    git("init");
    git("add", ".");
    git("commit", "-m", "first");
    spawnSync(process.execPath, ["--eval", `require("node:fs").writeFileSync("src/Clock.vue", ${JSON.stringify(FILES["src/Clock.vue"])})`], { cwd: folder });
    git("add", ".");
    expect(runLeakproof("--staged")).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/Clock\.vue\n +4:\d+ +error/) as string });
    expect(runLeakproof("--since", "HEAD")).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/Clock\.vue\n +4:\d+ +error/) as string });
  });

  it("says once which parser is missing, and passes nothing for clean that it has not read", () => {
    const { runLeakproof } = writeComponentProject({ ...FILES, ...CLEAN }, TYPESCRIPT, []);
    const { exitCode, stdout, stderr } = runLeakproof();
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n").map((line) => line.replace("leakproof: ", ""))).toEqual([
      "1 Vue component was not checked: vue-eslint-parser is not installed; install it: npm i -D vue-eslint-parser",
      "1 Svelte component was not checked: svelte-eslint-parser is not installed; install it: npm i -D svelte-eslint-parser svelte",
      "1 Astro component was not checked: astro-eslint-parser is not installed; install it: npm i -D astro-eslint-parser",
    ]);
  });

  it("asks for no parser where there is no component", () => {
    expect(writeComponentProject(CLEAN, TYPESCRIPT, []).runLeakproof()).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("takes the parser of the package that the component lies in", () => {
    const vue = { "packages/app/package.json": "{}", "packages/app/Clock.vue": FILES["src/Clock.vue"] };
    const { runLeakproof } = writeComponentProject({ "package.json": '{ "type": "module" }', ...vue }, TYPESCRIPT, ["vue-eslint-parser"], "packages/app");
    expect(runLeakproof()).toMatchObject({ exitCode: 1, stderr: "" });
  });

  it("reads components in plain JavaScript without the parser of TypeScript, and no other ones", () => {
    const plain = FILES["src/Clock.vue"].replace(' lang="ts"', "").replace(": number", "");
    const { runLeakproof } = writeComponentProject({ "package.json": '{ "type": "module" }', "src/Plain.vue": plain, "src/Typed.vue": FILES["src/Clock.vue"] }, ["eslint"], ["vue-eslint-parser"]);
    const { exitCode, stdout, stderr } = runLeakproof();
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/Plain\.vue\n +4:\d+ +error/);
    expect(stderr).toMatch(/^leakproof: 1 TypeScript file was not checked: @typescript-eslint\/parser is not installed; .*\n$/);
  });
});
