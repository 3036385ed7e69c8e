/** What is said where a package is missing or does not fit. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { CLEAN, installCopy, writeProject } from "./run-leakproof.ts";

const FILES = { "a.js": CLEAN, "b.ts": "export const b: number = 1;\n", "c.tsx": "export const c = <p>{1}</p>;\n" };

function writePackage(project: string, name: string, version: string, code: string): void {
  const home = join(project, "node_modules", name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), JSON.stringify({ name, version, main: "./index.js" }));
  writeFileSync(join(home, "index.js"), code);
}

describe("without ESLint", () => {
  it("says how to install it", () => {
    const run = installCopy(writeProject(FILES), [])();
    expect(run).toEqual({ exitCode: 2, stdout: "", stderr: "leakproof: ESLint is not installed here; install it: npm i -D eslint\n" });
  });

  it("says so if it is too old", () => {
    const project = writeProject(FILES);
    writePackage(project, "eslint", "8.57.1", "exports.ESLint = class { static version = '8.57.1' };");
    const run = installCopy(project, [])();
    expect(run).toEqual({ exitCode: 2, stdout: "", stderr: "leakproof: ESLint 8.57.1 is too old; leakproof needs ESLint 9 or newer: npm i -D eslint@latest\n" });
  });
});

describe("without the TypeScript parser", () => {
  const line = "leakproof: 2 TypeScript files were not checked: @typescript-eslint/parser is not installed; install it: npm i -D @typescript-eslint/parser typescript@6\n";

  it("checks JavaScript and says in one line what TypeScript needs", () => {
    const run = installCopy(writeProject({ ...FILES, "broken.js": "const = 1;" }), ["eslint"])();
    expect(run.stdout).toContain("1 problem (1 error, 0 warnings)");
    expect(run).toMatchObject({ exitCode: 2, stderr: line });
  });

  it("does not pass files for clean that it has not read", () => {
    expect(installCopy(writeProject(FILES), ["eslint"])()).toEqual({ exitCode: 2, stdout: "", stderr: line });
  });

  it("is content with a project that has no TypeScript", () => {
    const run = installCopy(writeProject({ "a.js": CLEAN, "b.jsx": "export const b = <p>{1}</p>;", "c.cjs": "return 1;" }), ["eslint"])();
    expect(run).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

describe("with a TypeScript parser that cannot be loaded", () => {
  function runWith(typescript: string, parser: string) {
    const project = writeProject(FILES);
    if (typescript !== "") writePackage(project, "typescript", typescript, `exports.version = ${JSON.stringify(typescript)};`);
    writePackage(project, "@typescript-eslint/parser", "8.72.0", parser);
    return installCopy(project, ["eslint"])();
  }
  const refuse = "console.error('a paragraph\\nabout it'); throw new Error('typescript-eslint does not support TS 7.0.');";

  it("says how to keep TypeScript 7 and 6 side by side", () => {
    const run = runWith("7.0.2", refuse);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toBe(
      "leakproof: 2 TypeScript files were not checked: @typescript-eslint/parser cannot work with TypeScript 7.0.2; install TypeScript 6 beside it: " +
        "npm i -D typescript@npm:@typescript/typescript6@^6.0.2 @typescript/native@npm:typescript@^7\n",
    );
  });

  it("says that TypeScript is missing", () => {
    expect(runWith("", refuse).stderr).toBe("leakproof: 2 TypeScript files were not checked: @typescript-eslint/parser finds no TypeScript; install it: npm i -D typescript@6\n");
  });

  it("gives the reason of any other trouble in one line", () => {
    const run = runWith("6.0.3", "throw new Error('half a\\npackage');");
    expect(run.stderr).toMatch(/^leakproof: 2 TypeScript files were not checked: @typescript-eslint\/parser at .* cannot be loaded \(half a\); reinstall it: .*\n$/u);
  });
});
