/** The configurations that the pages show, each used as a reader would use it. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

import plugin from "../../src/index.ts";
import { installCopy, writeProject } from "../cli/run-leakproof.ts";
import { clientsFolder, installClients } from "../clients/install-clients.ts";
import { parseYaml } from "../clients/parse-yaml.ts";
import { root } from "../support/typed-program.ts";
import { collectDocumentedBlocks, readDocumentedFile, type DocumentedBlock } from "./documented-files.ts";

const GUIDE = "docs/getting-started.md";
const BLOCKS = ["README.md", GUIDE, "docs/adopting.md", "docs/oxlint.md", "docs/command.md", "docs/settings.md"].flatMap(collectDocumentedBlocks);
const NAMED = BLOCKS.filter(({ file }) => file !== undefined && /[./]/.test(file));

const LEAK = readDocumentedFile(GUIDE, "src/poll.js");
const TYPED_LEAK = LEAK.replace("server)", "server: { on(event: string, listener: (socket: { ping(): void }) => void): unknown })");
const TSCONFIG = '{ "compilerOptions": { "strict": true, "types": [], "noEmit": true } }';
const RULE = "leakproof/no-unreleased-resource";

const FILES = {
  "package.json": '{ "type": "module" }',
  "tsconfig.json": TSCONFIG,
  "packages/server/tsconfig.json": TSCONFIG,
  ...Object.fromEntries(["src", "packages/server/src"].flatMap((folder) => [[`${folder}/poll.js`, LEAK], [`${folder}/poll.ts`, TYPED_LEAK]])),
};

const nameOf = ({ page, line }: DocumentedBlock): string => `${page}, line ${line}`;
const named = (file: string): readonly DocumentedBlock[] => NAMED.filter((block) => block.file === file);
const CONFIGS = new Map(named("eslint.config.js").map((block, index) => [block, `${index}.config.js`] as const));

/** What one configuration makes of the project: the findings, and what the parser of a TypeScript file is told. */
interface Outcome {
  readonly results: readonly ESLint.LintResult[];
  readonly parserOptions: Readonly<Record<string, unknown>>;
}

// One process for all: it is the loading that takes time. Not this one, since typescript-eslint remembers who has loaded it.
const LINT_WITH_EACH = `
  import { ESLint } from "eslint";
  const outcomes = {};
  for (const overrideConfigFile of process.argv.slice(1)) {
    const eslint = new ESLint({ overrideConfigFile });
    const { languageOptions } = (await eslint.calculateConfigForFile("packages/server/src/poll.ts")) ?? {};
    outcomes[overrideConfigFile] = { results: await eslint.lintFiles(["src", "packages"]), parserOptions: languageOptions?.parserOptions ?? {} };
  }
  console.log(JSON.stringify(outcomes));
`;

let project: string;
let runLeakproof: ReturnType<typeof installCopy>;
let outcomes: Readonly<Record<string, Outcome>>;
beforeAll(() => {
  installClients();
  project = writeProject({ ...FILES, ...Object.fromEntries([...CONFIGS].map(([{ code }, file]) => [file, code])) });
  runLeakproof = installCopy(project, ["eslint", "typescript", "typescript-eslint", "@typescript-eslint"]);
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", LINT_WITH_EACH, ...CONFIGS.values()], { cwd: project, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (!stdout.startsWith("{")) throw new Error(stderr);
  outcomes = JSON.parse(stdout) as typeof outcomes;
}, 300_000);

function outcomeOf(block: DocumentedBlock): Outcome {
  return outcomes[CONFIGS.get(block) ?? ""] as Outcome;
}

describe("the first finding", () => {
  it("is the one that the page shows", () => {
    const [shown] = BLOCKS.filter(({ page, language }) => page === GUIDE && language === "text");
    const { exitCode, stdout } = runLeakproof("src/poll.js");
    expect(exitCode).toBe(1);
    expect(stdout.replace(`${project}${path.sep}`, "").trim().split("\n").slice(0, 2)).toEqual(shown?.code.trimEnd().split("\n"));
  });
});

describe("a configuration of ESLint", () => {
  it("stands under the name of its file", () => {
    expect(BLOCKS.filter(({ language, file, page }) => language === "js" && file === undefined && page !== "docs/settings.md").map(nameOf)).toEqual([]);
    expect(named("eslint.config.js").length).toBeGreaterThanOrEqual(8);
  });
  it.each(named("eslint.config.js").map((block) => [nameOf(block), block] as const))("loads, and finds the leak: %s", (_, block) => {
    const { results } = outcomeOf(block);
    expect(results.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId !== RULE)).toEqual([]);
    const reported = results.filter(({ messages }) => messages.length > 0).map(({ filePath }) => path.extname(filePath));
    expect(new Set(reported)).toEqual(new Set(block.code.includes("tseslint") ? [".js", ".ts"] : [".js"]));
  });
  it("asks for types where it says so", () => {
    const typed = named("eslint.config.js").filter((block) => "projectService" in outcomeOf(block).parserOptions);
    expect(typed.map(({ page }) => page)).toEqual([GUIDE, GUIDE]);
    for (const block of typed) expect(outcomeOf(block).parserOptions).toMatchObject({ projectService: true, tsconfigRootDir: project });
  });
  it("with a comment that silences is silent", async () => {
    const code = readDocumentedFile("docs/adopting.md", "src/report.js");
    const lint = async (text: string) => {
      const [result] = await new ESLint({ cwd: project, overrideConfigFile: true, overrideConfig: [plugin.configs.recommended] }).lintText(text);
      return result?.messages.map(({ ruleId }) => ruleId);
    };
    expect(await lint(code)).toEqual([]);
    expect(await lint(code.replace(/^.*disable.*\n/m, ""))).toEqual([RULE]);
  });
});

describe("a configuration of oxlint", () => {
  it.each(named(".oxlintrc.json").map((block) => [nameOf(block), block] as const))("loads, and finds the leak: %s", { timeout: 60_000 }, (_, { code }) => {
    writeFileSync(path.join(project, ".oxlintrc.json"), code);
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(clientsFolder, "node_modules/oxlint/bin/oxlint"), "--format", "json", "src"], { cwd: project, encoding: "utf8" });
    const codes = stdout.startsWith("{") ? (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map((diagnostic) => diagnostic.code) : [stdout, stderr];
    expect(codes).toEqual(["leakproof(no-unreleased-resource)", "leakproof(no-unreleased-resource)"]);
  });
  it("has every rule of the preset", () => {
    const { rules } = JSON.parse(readDocumentedFile("docs/oxlint.md", ".oxlintrc.json", "no-unstable-key")) as { readonly rules: object };
    expect(rules).toEqual(plugin.configs.recommended.rules);
  });
});

describe("data", () => {
  it.each(BLOCKS.filter(({ language }) => language === "json").map((block) => [nameOf(block), block] as const))("is JSON: %s", (_, { code }) => {
    expect(JSON.parse(code)).toBeTypeOf("object");
  });
  it.each(BLOCKS.filter(({ language }) => language === "yaml").map((block) => [nameOf(block), block] as const))("is YAML: %s", (_, { code }) => {
    expect(parseYaml(code)).toBeTypeOf("object");
  });
  it("is the same for the editor wherever it is shown", () => {
    expect(new Set(named(".vscode/settings.json").map(({ code }) => code)).size).toBe(1);
  });
  it("says of pre-commit what the hook of this repository says", () => {
    const local = parseYaml(readDocumentedFile(GUIDE, ".pre-commit-config.yaml")) as { readonly repos: readonly { readonly hooks: readonly object[] }[] };
    const offered = parseYaml(readFileSync(path.join(root, ".pre-commit-hooks.yaml"), "utf8")) as readonly object[];
    const { description, ...hook } = offered[0] as { readonly description: string };
    expect(description).toMatch(/\.$/);
    expect(local.repos[0]?.hooks).toEqual([hook]);
  });
  it("keeps TypeScript 6 where typescript-eslint looks for it", () => {
    const { devDependencies } = JSON.parse(readDocumentedFile(GUIDE, "package.json", "native")) as { readonly devDependencies: Readonly<Record<string, string>> };
    expect(devDependencies).toMatchObject({ "typescript": expect.stringContaining("typescript6@^6") as string, "@typescript/native": expect.stringContaining("typescript@^7") as string });
  });
});
