/** Paths outside the current directory, each checked from its own package. */
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";

import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

import { collectPlaces } from "../../src/cli/paths.ts";
import { CLEAN, LEAK, runLeakproof, writeProject } from "./run-leakproof.ts";

const project = writeProject({
  "here/package.json": "{}", "here/a.js": LEAK, "there/package.json": "{}", "there/src/b.js": LEAK, "there/src/deep/c.ts": LEAK, "there/dist/d.js": LEAK,
  "types/tsconfig.json": '{ "compilerOptions": { "types": [] } }', "types/src/e.ts": CLEAN.replace("(a, b)", "(a: number, b: number)"), "there/.gitignore": "ignored.js\n", "there/ignored.js": LEAK,
});
const here = join(project, "here");

describe("a path outside the current directory", () => {
  it("is taken from the nearest package around it", () => {
    const places = collectPlaces([".", "../there/src", "../there/src/*.js", "../types/src/e.ts", "sub/x.js"], here).map(({ root, paths }) => [root, paths]);
    expect(places).toEqual([[here, [".", "sub/x.js"]], [join(project, "there"), ["src", "src/*.js"]], [join(project, "types"), ["src/e.ts"]]]);
  });

  it("is taken from its own directory where no package is around it", () => {
    expect(collectPlaces(["/nowhere-at-all/x.js"], here)).toMatchObject([{ root: "/", paths: ["nowhere-at-all/x.js"] }]);
  });

  it("is checked like one inside, without what is generated or ignored there", () => {
    execFileSync("git", ["init", "--quiet"], { cwd: join(project, "there") });
    const run = runLeakproof(here, "--format", "json", ".", "../there", resolve(project, "types"));
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    const files = (JSON.parse(run.stdout) as ESLint.LintResult[]).map(({ filePath }) => filePath.slice(project.length + 1));
    expect(files).toEqual(["here/a.js", "there/src/b.js", "there/src/deep/c.ts", "types/src/e.ts"]);
  });

  it("is named in every format so that it can be found", () => {
    expect(runLeakproof(here, "--format", "agent", "../there/src/b.js").stdout).toMatch(/^\.\.\/there\/src\/b\.js:2:3: error /u);
    expect(runLeakproof(here, "--format", "sarif", "../there/src/b.js").stdout).toContain(`"uri": "file://${join(project, "there/src/b.js")}"`);
  });

  it("can be explained", () => {
    expect(runLeakproof(here, "explain", "../there/src/b.js:2")).toMatchObject({ exitCode: 0, stderr: "" });
  });
});
