/** A user's pair in a real run: through ESLint with a flat config, and through the built command. */
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

import plugin from "../../src/index.ts";
import { runLeakproof, writeProject } from "../cli/run-leakproof.ts";

const SETTINGS = {
  pairs: [
    {
      id: "acme/lease",
      noun: "a lease",
      acquire: { method: "lease", of: "Client", from: "acme" },
      handle: "awaited",
      release: ["giveBack", "[asyncDispose]"],
      wrongReleases: [{ method: "pause", because: "only pauses it" }],
    },
  ],
};

const HEAD = 'import { Client } from "acme";\nconst client = new Client();\n';

const FILES: Readonly<Record<string, string>> = {
  "no-unreleased-resource": `${HEAD}export async function run(work) {\n  const lease = await client.lease();\n  await work(lease.id);\n}\n`,
  "no-partial-release": `${HEAD}export async function run(work) {\n  const lease = await client.lease();\n  await work();\n  await lease.giveBack();\n}\n`,
  "no-unreleased-field": `${HEAD}export class Job {\n  async start() {\n    this.held = await client.lease();\n    this.timer = setInterval(tick, 9);\n  }\n  dispose() {\n    clearInterval(this.timer);\n  }\n}\n`,
  "no-mismatched-release": `${HEAD}export class Job {\n  async start() {\n    this.held = await client.lease();\n  }\n  dispose() {\n    this.held.pause();\n  }\n}\n`,
  "prefer-using": `${HEAD}export async function run(work) {\n  const lease = await client.lease();\n  try {\n    await work();\n  } finally {\n    await lease.giveBack();\n  }\n}\n`,
};

const project = writeProject({
  "package.json": '{ "type": "module" }',
  "own.json": JSON.stringify({ $schema: "./schema.json", ...SETTINGS }),
  "broken.json": JSON.stringify({ pairs: [...SETTINGS.pairs, { ...SETTINGS.pairs[0], id: "acme/other", release: { method: 3 } }] }),
  "text.json": "pairs: []",
  ...Object.fromEntries(Object.entries(FILES).flatMap(([rule, code]) => [[`src/${rule}.js`, code], [`src/${rule}.ts`, code.replaceAll("(work)", "(work: (id?: string) => Promise<void>)")]])),
});

const BROKEN = "settings.leakproof.pairs[1] (`acme/other`): `release.method` must be a string, got 3.";
const names = Object.keys(FILES);

describe("through ESLint", () => {
  const reportsIn = async (leakproof: unknown): Promise<readonly string[]> => {
    const eslint = new ESLint({ cwd: project, overrideConfigFile: true, overrideConfig: [plugin.configs.strict, { settings: { leakproof } }] });
    const results = await eslint.lintFiles(["src/**/*.js"]);
    return results.flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => `${ruleId ?? ""} ${filePath.split(/[\\/]/).at(-1) ?? ""}`));
  };

  test("the pair works in every resource rule", async () => {
    expect(await reportsIn(SETTINGS)).toEqual(expect.arrayContaining(names.map((name) => `leakproof/${name} ${name}.js`)));
  });

  test("and nothing of it is said without it", async () => {
    const reports = await reportsIn(undefined);
    expect(reports.filter((report) => !report.startsWith("leakproof/no-unreleased-field"))).toEqual([]);
  });

  test("a mistake is one clear error", async () => {
    await expect(reportsIn({ pairs: [...SETTINGS.pairs, { ...SETTINGS.pairs[0], id: "acme/other", release: { method: 3 } }] })).rejects.toThrow(BROKEN);
  });
});

describe("through the command", () => {
  test("the pair works in every resource rule", () => {
    const run = runLeakproof(project, "--preset", "strict", "--settings", "own.json", "--format", "json", "src");
    const results = JSON.parse(run.stdout) as ESLint.LintResult[];
    const reports = results.flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => `${ruleId ?? ""} ${filePath.split(/[\\/]/).at(-1) ?? ""}`));
    expect(reports).toEqual(expect.arrayContaining(names.flatMap((name) => [`leakproof/${name} ${name}.js`, `leakproof/${name} ${name}.ts`])));
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
  });

  test("and is needed for it", () => {
    expect(runLeakproof(project, "--preset", "strict", "src/no-partial-release.js")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test.each([
    ["broken.json", `leakproof: ${BROKEN}\n`],
    ["absent.json", `leakproof: The settings "absent.json" cannot be read (ENOENT); the path is taken from ${project}.\n`],
    ["text.json", 'leakproof: "text.json" is no JSON: '],
  ])("%s is one clear line", (file, line) => {
    const run = runLeakproof(project, "--settings", file, "src");
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr.startsWith(line)).toBe(true);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
  });
});
