/** Which files are checked, and what is said of those that are not. */
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";

import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

import { CLEAN, runLeakproof, writeProject } from "./run-leakproof.ts";

const BROKEN = "const = 1;\n";

function checkedFiles(project: string, ...paths: string[]): string[] {
  const { stdout } = runLeakproof(project, "--format", "json", ...paths);
  return (JSON.parse(stdout) as ESLint.LintResult[]).map(({ filePath }) => filePath.slice(project.length + 1).replaceAll("\\", "/")).sort();
}

describe("the files of a directory", () => {
  it("are all JavaScript and TypeScript but what is generated", () => {
    const project = writeProject({
      "a.js": CLEAN, "b.mjs": CLEAN, "c.cjs": "module.exports = 1;", "d.jsx": "export const d = <p>{1}</p>;",
      "e.ts": "export const e: number = 1;", "f.mts": "export const f: number = 1;", "g.cts": "export = 1;", "h.tsx": "export const h = <p>{1}</p>;",
      "lib/types.d.ts": BROKEN, "lib/types.d.mts": BROKEN, "lib/x.min.js": BROKEN, "node_modules/x/index.js": BROKEN, "dist/x.js": BROKEN,
      "packages/x/build/x.js": BROKEN, "coverage/x.js": BROKEN, "readme.md": BROKEN,
    });
    expect(checkedFiles(project)).toEqual(["a.js", "b.mjs", "c.cjs", "d.jsx", "e.ts", "f.mts", "g.cts", "h.tsx"]);
  });

  it("are not those that git ignores", () => {
    const project = writeProject({
      ".gitignore": "generated/\n*.out.js\n", "lib/.gitignore": "/local.js\n", "a.js": CLEAN, "generated/x.js": BROKEN,
      "a.out.js": BROKEN, "lib/local.js": BROKEN, "lib/[id].out.js": BROKEN, "lib/i.js": CLEAN, "tracked.out.js": CLEAN,
    });
    execFileSync("git", ["init", "--quiet"], { cwd: project });
    execFileSync("git", ["add", "--force", "tracked.out.js"], { cwd: project });
    expect(checkedFiles(project)).toEqual(["a.js", "lib/i.js", "tracked.out.js"]);
    expect(checkedFiles(join(project, "lib"))).toEqual(["i.js"]);
  });

  it("are checked in a directory that git ignores, if it is the current one", () => {
    const project = writeProject({ ".gitignore": "sandbox/\n", "sandbox/a.js": CLEAN });
    execFileSync("git", ["init", "--quiet"], { cwd: project });
    expect(checkedFiles(join(project, "sandbox"))).toEqual(["a.js"]);
  });

  it("do not obey the configuration of the project", () => {
    const project = writeProject({
      "eslint.config.js": "throw new Error('read');",
      ".eslintrc.json": '{ "extends": "nothing" }',
      ".eslintignore": "x.js",
      "a.js": "/* eslint no-var: 2, unknown/rule: 2 */ var a = 1; // eslint-disable-line other/rule\n",
    });
    expect(runLeakproof(project)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("may be empty", () => {
    expect(runLeakproof(writeProject({ "a.js": "", "b.ts": "" }))).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

describe("a file with a syntax error", () => {
  it.each(["js", "cjs", "ts", "tsx"])("is shown with its place and exit code 1 (%s)", (extension) => {
    const run = runLeakproof(writeProject({ [`a.${extension}`]: `\n${BROKEN}`, "b.js": CLEAN }));
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(run.stdout).toMatch(/2:\d+\s+error\s+Parsing error: /u);
    expect(run.stdout).toContain("1 problem (1 error, 0 warnings)");
  });

  it("leaves the other files to be checked", () => {
    expect(checkedFiles(writeProject({ "a.js": BROKEN, "b.js": CLEAN }))).toEqual(["a.js", "b.js"]);
  });
});

describe("a path", () => {
  const project = writeProject({ "src/a.js": CLEAN, "docs/readme.md": "#", "dist/a.js": CLEAN });

  it("may be a file, a directory or a glob", () => {
    expect(checkedFiles(project, "src/a.js")).toEqual(["src/a.js"]);
    expect(checkedFiles(project, "src")).toEqual(["src/a.js"]);
    expect(checkedFiles(project, "s*/*.js")).toEqual(["src/a.js"]);
  });

  it.each([
    ["nowhere", `There is nothing at "nowhere"; check the path, which is taken from ${project}.`],
    ["src/*.ts", `There is nothing at "src/*.ts"; check the path, which is taken from ${project}.`],
    ["docs", '"docs" holds no JavaScript or TypeScript to check. Left out are dependencies, build output, minified files, type declarations and what git ignores.'],
    ["../elsewhere/*.js", `There is nothing at "../elsewhere/*.js"; check the path, which is taken from ${project}.`],
  ])("that leads to no file ends the run with one line: %s", (path, line) => {
    expect(runLeakproof(project, path)).toEqual({ exitCode: 2, stdout: "", stderr: `leakproof: ${line}\n` });
  });

  it("to a file that is left out gives a notice and fails nothing, since hooks name all changed files", () => {
    const run = runLeakproof(project, "src/a.js", "dist/a.js", "docs/readme.md");
    expect(run).toMatchObject({ exitCode: 0, stdout: "" });
    expect(run.stderr).toContain("leakproof: dist/a.js was not checked: it belongs to what is left out");
    expect(run.stderr).toContain("leakproof: docs/readme.md was not checked: it is not JavaScript or TypeScript.");
  });

  it("to a file that cannot be read ends the run with one line", () => {
    const dangling = writeProject({ "a.js": CLEAN });
    symlinkSync(join(dangling, "gone.js"), join(dangling, "link.js"));
    expect(runLeakproof(dangling)).toEqual({
      exitCode: 2, stdout: "", stderr: "leakproof: link.js cannot be read (ENOENT); make it readable, remove it, or let git ignore it.\n",
    });
  });
});
