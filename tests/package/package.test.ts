/** The plugin as it is published: packed, installed from the tarball, used with every supported ESLint. */
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { lintWithOxlint, type Findings } from "../clients/hosts/oxlint-host.ts";
import { collectProgramGroups, type ProgramGroup } from "../clients/hosts/programs.ts";
import { installClients, versionOfClient } from "../clients/install-clients.ts";
import { installConsumer, packPlugin, readFindings, type Consumer } from "./consumer.ts";

const INSTALL_TIMEOUT = 300_000;
const TYPESCRIPT = ["@typescript-eslint/parser@8.72.0", "typescript@6.0.3"];
const ESLINT = "eslint/bin/eslint.js";
const RULE = "leakproof/no-unreleased-resource";
const LEAK = "export class Poll { add() {\n  setInterval(() => {}, 1000);\n} }\n";

/** A flat config with the parser for TypeScript files, around the given way of naming the preset. */
function configWith(entry: string): string {
  return `
    import { defineConfig } from "eslint/config";
    import parser from "@typescript-eslint/parser";
    import leakproof from "eslint-plugin-leakproof";
    export default defineConfig([
      ${entry},
      { files: ["**/*.ts"], languageOptions: { parser } },
    ]);
  `;
}

const FILES = {
  "object.config.mjs": configWith("leakproof.configs.recommended"),
  "strict.config.mjs": configWith("leakproof.configs.strict"),
  "extends.config.mjs": configWith('{ plugins: { leakproof }, extends: ["leakproof/recommended"] }'),
  "invalid.config.mjs": configWith(`{ plugins: { leakproof }, rules: { "${RULE}": ["error", { confidence: "maybe" }] } }`),
  "require.config.cjs": 'const { default: leakproof } = require("eslint-plugin-leakproof"); module.exports = [leakproof.configs.recommended];',
  "leak.js": LEAK,
  "leak.ts": LEAK.replace("add()", "add(): void"),
  "broken.js": "const = 1;\n",
  "broken.ts": "const = 1;\n",
  "empty.js": "",
  "empty.ts": "",
  "typed/tsconfig.json": JSON.stringify({
    compilerOptions: { noEmit: true, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, module: "nodenext", target: "es2023", types: [] },
  }),
  "typed/config.ts": `
    import type { ESLint, Linter } from "eslint";
    import { defineConfig } from "eslint/config";
    import leakproof from "eslint-plugin-leakproof";
    export default defineConfig([leakproof.configs.recommended, leakproof.configs.strict, { plugins: { leakproof }, extends: ["leakproof/recommended"] }]);
    export const plugin: ESLint.Plugin = leakproof;
    export const config: Linter.Config = leakproof.configs.recommended;
    // @ts-expect-error A preset is a config, not \`any\`.
    export const notAny: string = leakproof.configs.recommended;
  `,
};

vi.setConfig({ testTimeout: 120_000 });

const HOST_SCRIPT = readFileSync(join(import.meta.dirname, "../clients/hosts/eslint-host.mjs"), "utf8");

let tarball: string;
let groups: readonly ProgramGroup[];
let foundByOxlint: Findings;
beforeAll(async () => {
  tarball = packPlugin();
  installClients();
  groups = await collectProgramGroups();
  foundByOxlint = lintWithOxlint(groups);
}, INSTALL_TIMEOUT);
afterAll(() => rmSync(dirname(tarball), { recursive: true, force: true }));

describe.each(["9.39.5", "10.15.0"])("the packed plugin with ESLint %s", (version) => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = installConsumer(tarball, [`eslint@${version}`, ...TYPESCRIPT]);
    consumer.write(FILES);
  }, INSTALL_TIMEOUT);
  afterAll(() => consumer.remove());

  const lint = (config: string, file: string) => consumer.run(ESLINT, "--config", config, "--format", "json", file);

  it.each([
    ["object.config.mjs", "leak.js"],
    ["object.config.mjs", "leak.ts"],
    ["strict.config.mjs", "leak.ts"],
    ["extends.config.mjs", "leak.js"],
    ["extends.config.mjs", "leak.ts"],
    ["require.config.cjs", "leak.js"],
  ])("reports through %s the leak in %s", (config, file) => {
    const run = lint(config, file);
    expect(readFindings(run)).toEqual([{ ruleId: RULE, line: 2, column: 3, message: expect.any(String) as string }]);
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
  });

  it("says the same with both parsers", () => {
    expect(readFindings(lint("object.config.mjs", "leak.ts"))).toEqual(readFindings(lint("object.config.mjs", "leak.js")));
  });

  it.each(["broken.js", "broken.ts"])("leaves the syntax error in %s to ESLint", (file) => {
    const run = lint("object.config.mjs", file);
    expect(readFindings(run)).toMatchObject([{ ruleId: null, line: 1, message: expect.stringContaining("Parsing error: ") as string }]);
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
  });

  it.each(["empty.js", "empty.ts"])("has nothing to say about %s", (file) => {
    const run = lint("object.config.mjs", file);
    expect(readFindings(run)).toEqual([]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("has ESLint name an option that is wrong", () => {
    const run = lint("invalid.config.mjs", "leak.js");
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain(RULE);
    expect(run.stderr).toContain('Value "maybe" should be equal to one of the allowed values.');
  });

  it("has types that fit ESLint's own", () => {
    expect(consumer.run("typescript/bin/tsc", "-p", "typed")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("brings the command along", () => {
    const run = consumer.run("eslint-plugin-leakproof/dist/cli/main.js", "leak.js", "leak.ts", "empty.ts");
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(run.stdout.match(new RegExp(RULE, "gu"))).toHaveLength(2);
  });

  it("finds in every program of the tests what it finds under oxlint", () => {
    consumer.write({ "host.mjs": HOST_SCRIPT, "programs.json": JSON.stringify(groups) });
    const { stdout, stderr } = consumer.run("../host.mjs", "programs.json");
    expect(stderr).toBe("");
    const found = JSON.parse(stdout) as Findings;
    const files = groups.flatMap(({ programs }) => programs).map(({ file }) => file);
    const differing = files.filter((file) => textOf(found[file]) !== textOf(foundByOxlint[file]));
    const findings = Object.values(found).flat().length;
    console.info(`ESLint ${version} and oxlint ${versionOfClient("oxlint")}: ${files.length} programs, ${findings} findings, ${differing.length} programs with differences`);
    expect(differing.map((file) => ({ file, eslint: found[file], oxlint: foundByOxlint[file] }))).toEqual([]);
    expect(files.length).toBeGreaterThan(1000);
    expect(findings).toBeGreaterThan(500);
  });
});

/** Findings on one position come in the order of the rules here, of their ends there. */
function textOf(findings: readonly string[] = []): string {
  return [...findings].sort().join("\n");
}
