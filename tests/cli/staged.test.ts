/** What git is about to commit, in real repositories. */
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

import { git, writeRepository } from "./git-repository.ts";
import { CLEAN, LEAK, runLeakproof, writeProject, type Run } from "./run-leakproof.ts";

const QUIET: Run = { exitCode: 0, stdout: "", stderr: "" };

function reportedFiles(cwd: string, ...words: string[]): string[] {
  const { stdout } = runLeakproof(cwd, "--staged", "--format", "json", ...words);
  return (JSON.parse(stdout) as ESLint.LintResult[]).filter(({ errorCount }) => errorCount > 0).map(({ filePath }) => filePath.slice(cwd.length + 1)).sort();
}

describe("--staged", () => {
  it("is quiet and passes where nothing is staged, whatever lies in the directory", () => {
    const repository = writeRepository({ "old.js": LEAK });
    writeFileSync(join(repository, "untracked.js"), LEAK);
    expect(runLeakproof(repository, "--staged")).toEqual(QUIET);
  });

  it("checks added, changed and renamed files, and neither deleted ones nor those that stay", () => {
    const repository = writeRepository({ "changed.js": CLEAN, "gone.js": LEAK, "moved.js": LEAK, "stays.js": LEAK });
    writeFileSync(join(repository, "added.ts"), LEAK);
    writeFileSync(join(repository, "changed.js"), LEAK);
    renameSync(join(repository, "moved.js"), join(repository, "renamed.js"));
    rmSync(join(repository, "gone.js"));
    git(repository, "add", "--all");
    expect(reportedFiles(repository)).toEqual(["added.ts", "changed.js", "renamed.js"]);
    expect(runLeakproof(repository, "--staged").exitCode).toBe(1);
  });

  it("checks the index and not the disk: a leak mended on the disk only is still committed", () => {
    const repository = writeRepository({ "a.js": CLEAN, "b.js": CLEAN, "c.js": CLEAN });
    for (const file of ["a.js", "c.js"]) writeFileSync(join(repository, file), LEAK);
    git(repository, "add", "a.js", "c.js");
    writeFileSync(join(repository, "a.js"), CLEAN);
    writeFileSync(join(repository, "b.js"), LEAK);
    rmSync(join(repository, "c.js"));
    expect(reportedFiles(repository)).toEqual(["a.js", "c.js"]);
  });

  it("passes a mended index over a leak on the disk", () => {
    const repository = writeRepository({ "a.js": LEAK });
    writeFileSync(join(repository, "a.js"), CLEAN);
    git(repository, "add", "a.js");
    writeFileSync(join(repository, "a.js"), LEAK);
    expect(runLeakproof(repository, "--staged")).toEqual(QUIET);
  });

  it("takes the types of the index as well", () => {
    const typed = (kind: string) => `import { open } from "./open.ts";\nexport function run(): void {\n  const it = open();\n  it.${kind}();\n}\n`;
    const repository = writeRepository({ "tsconfig.json": '{ "compilerOptions": { "types": [], "allowImportingTsExtensions": true, "noEmit": true } }', "open.ts": "export declare function open(): { on(): void; close(): void };\n", "a.ts": typed("on") });
    writeFileSync(join(repository, "a.ts"), `${typed("close")}${LEAK}`);
    git(repository, "add", "a.ts");
    writeFileSync(join(repository, "a.ts"), "export const nothing = 1;\n");
    expect(reportedFiles(repository)).toEqual(["a.ts"]);
  });

  it("reads names with spaces, quotes, brackets and letters of all scripts", () => {
    const names = ["with space.js", "ünï/日本語.js", "pages/[id].js", 'quo"te.js', "*.js", ":(top)x.js"];
    const repository = writeRepository({});
    for (const name of names) {
      mkdirSync(join(repository, name, ".."), { recursive: true });
      writeFileSync(join(repository, name), LEAK);
    }
    git(repository, "add", "--all");
    expect(reportedFiles(repository)).toEqual([...names].sort());
    expect(reportedFiles(repository, "pages/[id].js", "with space.js")).toEqual(["pages/[id].js", "with space.js"]);
  });

  it("looks below the current directory only, and takes paths from there", () => {
    const repository = writeRepository({ "packages/one/a.js": CLEAN, "packages/two/b.js": CLEAN, "packages/one/src/c.js": CLEAN });
    for (const file of ["packages/one/a.js", "packages/two/b.js", "packages/one/src/c.js"]) writeFileSync(join(repository, file), LEAK);
    git(repository, "add", "--all");
    const one = join(repository, "packages/one");
    expect(reportedFiles(one)).toEqual(["a.js", "src/c.js"]);
    expect(reportedFiles(one, "./src")).toEqual(["src/c.js"]);
    expect(reportedFiles(one, "*.js")).toEqual(["a.js"]);
    expect(reportedFiles(repository)).toHaveLength(3);
  });

  it("works in a hook, for the first commit and from a directory below", () => {
    const repository = writeProject({ "sub/a.js": LEAK, "sub/b.js": CLEAN });
    git(repository, "init", "--quiet");
    const hook = join(repository, ".git/hooks/pre-commit");
    mkdirSync(join(repository, ".git/hooks"), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\ncd sub && exec "${process.execPath}" "${join(import.meta.dirname, "../../dist/cli/main.js")}" --staged\n`, { mode: 0o755 });
    git(repository, "add", "--all");
    expect(() => git(repository, "commit", "--message", "Leak")).toThrow(/no-unreleased-resource/u);
    // `git commit <path>` commits that path alone, by an index of its own.
    expect(() => git(repository, "commit", "--message", "Leak", "sub/a.js")).toThrow(/no-unreleased-resource/u);
    git(repository, "commit", "--message", "No leak", "sub/b.js");
  });

  it("leaves out generated files, other languages, links and submodules", () => {
    const repository = writeRepository({});
    const files = { "dist/a.js": LEAK, "a.min.js": LEAK, "notes.md": "# Leak" };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(repository, file, ".."), { recursive: true });
      writeFileSync(join(repository, file), text);
    }
    symlinkSync("../nowhere but here", join(repository, "link.js"));
    git(repository, "add", "--all");
    git(repository, "update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module.js`);
    expect(runLeakproof(repository, "--staged")).toEqual(QUIET);
  });

  it("passes a path whose file is to be deleted, and none at which nothing is", () => {
    const repository = writeRepository({ "a.js": LEAK });
    git(repository, "rm", "--quiet", "a.js");
    expect(runLeakproof(repository, "--staged", "a.js")).toEqual(QUIET);
    expect(runLeakproof(repository, "--staged", "b.js")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('There is nothing at "b.js"') as string });
  });

  it("ends with exit code 2 and one line where there is no repository", () => {
    const run = runLeakproof(writeProject({ "a.js": LEAK }), "--staged");
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toMatch(/^leakproof: --staged needs a git repository, and .* is in none\.\n$/u);
  });
});
