/** Types where a project covers the file, none elsewhere, and never a parse error because of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { buildTypedParser } from "../../src/cli/parsers/typed-parser.ts";
import { loadTypeScriptSupport } from "../../src/cli/peers.ts";
import { buildTypeScriptProjects } from "../../src/cli/parsers/typescript-projects.ts";
import { runLeakproof, writeProject } from "./run-leakproof.ts";

const support = loadTypeScriptSupport(import.meta.dirname);
if ("missing" in support) throw new Error(support.missing);
const { typescript } = support;

const CONFIG = '{ "compilerOptions": { "types": [] }, "include": ["src"] }';
const CODE = "export const value = Math.random();\n";

function hasTypes(project: string, file: string): boolean {
  const projects = buildTypeScriptProjects(typescript, project, () => {});
  const { parseForESLint } = buildTypedParser(support as Exclude<typeof support, { missing: string }>, projects) as {
    parseForESLint: (code: string, options: object) => { services: { program: object | null } };
  };
  const filePath = join(project, file);
  const { services } = parseForESLint(readFileSync(filePath, "utf8"), { filePath, sourceType: "module" });
  return services.program !== null;
}

describe("type information", () => {
  const project = writeProject({
    "tsconfig.json": CONFIG, "src/a.ts": CODE, "src/b.js": CODE, "test/a.ts": CODE,
    "nested/deep/src/a.ts": CODE, "nested/tsconfig.json": '{ "compilerOptions": { "types": [], "allowJs": true } }', "nested/deep/src/b.js": CODE,
    "scripts/jsconfig.json": "{}", "scripts/a.mjs": CODE,
    "solution/tsconfig.json": '{ "files": [], "references": [{ "path": "./part.json" }] }',
    "solution/part.json": '{ "compilerOptions": { "types": [], "composite": true, "allowJs": true, "outDir": "out" }, "include": ["*.ts", "*.js"] }',
    "solution/a.ts": CODE, "solution/b.js": CODE,
  });

  it.each(["src/a.ts", "nested/deep/src/a.ts", "nested/deep/src/b.js", "scripts/a.mjs", "solution/a.ts", "solution/b.js"])("is there for %s", (file) => {
    expect(hasTypes(project, file)).toBe(true);
  });

  it.each(["test/a.ts", "src/b.js"])("is not there for %s, which no project covers", (file) => {
    expect(hasTypes(project, file)).toBe(false);
  });

  it("is used from a directory below its project", () => {
    const run = runLeakproof(join(project, "nested/deep"), "--format", "json");
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("makes no error of files outside the project", () => {
    expect(runLeakproof(project)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

describe("a project that cannot be read", () => {
  it.each([
    ["broken JSON", '{ "compilerOptions": { "strict": true \n', /^leakproof: tsconfig\.json cannot be read: '\}' expected \(line 2\)\. Its files are checked without type information\.\n$/u],
    ["a missing base", '{\n "extends": "./gone.json"\n}', /^leakproof: tsconfig\.json cannot be read: .*gone\.json.*\. Its files are checked without type information\.\n$/u],
    ["a circle of bases", '{ "extends": "./tsconfig.json" }', /^leakproof: tsconfig\.json cannot be read: Circularity detected .*\. Its files are checked without type information\.\n$/su],
  ])("is named once, and its files are checked without types: %s", (_, config, line) => {
    const project = writeProject({ "tsconfig.json": config, "a.ts": CODE, "b.ts": CODE });
    const run = runLeakproof(project);
    expect(run).toMatchObject({ exitCode: 0, stdout: "" });
    expect(run.stderr).toMatch(line);
    expect(hasTypes(project, "a.ts")).toBe(false);
  });

  it("is not one that only has options this TypeScript does not know", () => {
    const project = writeProject({ "tsconfig.json": '{ "compilerOptions": { "types": [], "ofTomorrow": true } }', "a.ts": CODE });
    expect(runLeakproof(project)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(hasTypes(project, "a.ts")).toBe(true);
  });
});
