/** What the change in hand has to answer for, in real repositories. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

import { commit, git, writeRepository } from "./git-repository.ts";
import { CLEAN, LEAK, runLeakproof, writeProject, type Run } from "./run-leakproof.ts";

const QUIET: Run = { exitCode: 0, stdout: "", stderr: "" };
const HELD = `export class Panel {
  open() {
    window.addEventListener("resize", this.layout);
    window.addEventListener("scroll", this.layout);
  }
  layout = () => {};
  close() {
    window.removeEventListener("resize", this.layout);
    window.removeEventListener("scroll", this.layout);
  }
}
`;
const OTHER_LEAK = "export class Watch { add() {\n  setInterval(() => {}, 2000);\n} }\n";

function write(repository: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
}

/** The findings of a run as `file:line`, and the line about older ones. */
function report(cwd: string, ...words: string[]): { readonly found: readonly string[]; readonly said: string; readonly exitCode: number | null } {
  const { stdout, stderr, exitCode } = runLeakproof(cwd, "--format", "json", ...words);
  const found = (JSON.parse(stdout) as ESLint.LintResult[]).flatMap(({ filePath, messages }) => messages.map(({ line }) => `${filePath.slice(cwd.length + 1)}:${line}`));
  return { found: found.sort(), said: stderr, exitCode };
}

const older = (count: number, since: string): string => `leakproof: ${count} more ${count === 1 ? "finding" : "findings"} in the changed files ${count === 1 ? "is" : "are"} older than the change since ${since}.\n`;

describe("--since", () => {
  it("reports the lines that the change touches, counts older findings of these files, and leaves other files alone", () => {
    const repository = writeRepository({ "a.js": LEAK, "unchanged.js": LEAK });
    write(repository, { "a.js": `${OTHER_LEAK}${LEAK}` });
    expect(report(repository, "--since", "HEAD")).toEqual({ found: ["a.js:2"], said: older(1, "HEAD"), exitCode: 1 });
  });

  it("passes a change that touches no finding, with one line about the older ones", () => {
    const repository = writeRepository({ "a.js": LEAK + OTHER_LEAK });
    write(repository, { "a.js": `// A comment.\n${LEAK}${OTHER_LEAK}${CLEAN}` });
    expect(runLeakproof(repository, "--since", "HEAD")).toEqual({ exitCode: 0, stdout: "", stderr: older(2, "HEAD") });
  });

  it("reports what lost its release, though its own line stays as it is", () => {
    const repository = writeRepository({ "a.js": HELD });
    write(repository, { "a.js": `// Moved down.\n${HELD.replace(/.*removeEventListener\("scroll.*\n/u, "")}` });
    expect(report(repository, "--since", "HEAD")).toEqual({ found: ["a.js:5"], said: "", exitCode: 1 });
  });

  it("knows the statement again where it gets another indentation, and where a line ends otherwise", () => {
    const repository = writeRepository({ "a.js": LEAK, "b.js": LEAK });
    write(repository, { "a.js": LEAK.replace("  setInterval", "  if (a) {\n    setInterval").replace("1000);", "1000);\n  }"), "b.js": LEAK.replaceAll("\n", "\r\n") });
    expect(report(repository, "--since", "HEAD")).toEqual({ found: [], said: older(2, "HEAD"), exitCode: 0 });
  });

  it("reports the second of two that are alike, where the change adds it", () => {
    const repository = writeRepository({ "a.js": LEAK });
    write(repository, { "a.js": LEAK.replace(/( {2}setInterval.*\n)/u, "$1$1") });
    expect(report(repository, "--since", "HEAD")).toMatchObject({ found: [expect.stringMatching(/^a\.js:[23]$/u) as string], said: older(1, "HEAD") });
  });

  it("reports an older finding where the change touches its other site", () => {
    const mismatched = HELD.replace('removeEventListener("scroll", this.layout)', 'removeEventListener("scroll", () => this.layout())');
    const repository = writeRepository({ "a.js": mismatched });
    write(repository, { "a.js": mismatched.replace("() => this.layout()", "() => { this.layout(); }") });
    expect(report(repository, "--since", "HEAD").found).not.toEqual([]);
    write(repository, { "a.js": `// A comment.\n${mismatched}` });
    expect(report(repository, "--since", "HEAD").found).toEqual([]);
  });

  it("follows a file that is renamed, also out of another directory and into another language", () => {
    const long = `${LEAK}${CLEAN.repeat(3)}`;
    const repository = writeRepository({ "a.js": long, "lib/b.js": long, "c.js": long });
    mkdirSync(join(repository, "src"));
    renameSync(join(repository, "a.js"), join(repository, "src/moved.js"));
    renameSync(join(repository, "lib/b.js"), join(repository, "src/b.js"));
    renameSync(join(repository, "c.js"), join(repository, "src/c.ts"));
    write(repository, { "src/b.js": `${long}${OTHER_LEAK}` });
    git(repository, "add", "--all");
    const line = long.split("\n").length + 1;
    expect(report(repository, "--since", "HEAD")).toEqual({ found: [`src/b.js:${line}`], said: older(3, "HEAD"), exitCode: 1 });
    expect(report(join(repository, "src"), "--since", "HEAD")).toEqual({ found: [`b.js:${line}`], said: older(3, "HEAD"), exitCode: 1 });
  });

  it("takes new files whole, tracked or not, but none that git ignores", () => {
    const repository = writeRepository({ ".gitignore": "out/\n", "a.js": CLEAN });
    write(repository, { "new.js": LEAK, "added.ts": LEAK, "out/ignored.js": LEAK, "dist/built.js": LEAK, "notes.md": "#" });
    git(repository, "add", "added.ts");
    expect(report(repository, "--since", "HEAD")).toMatchObject({ found: ["added.ts:2", "new.js:2"], exitCode: 1 });
  });

  it("looks below the current directory only, and takes paths from there", () => {
    const repository = writeRepository({ "one/a.js": CLEAN, "one/src/[id].js": CLEAN, "two/c.js": CLEAN });
    write(repository, { "one/a.js": LEAK, "one/src/[id].js": LEAK, "two/c.js": LEAK, "one/ü new.js": LEAK });
    const one = join(repository, "one");
    expect(report(one, "--since", "HEAD").found).toEqual(["a.js:2", "src/[id].js:2", "ü new.js:2"]);
    expect(report(one, "--since", "HEAD", "./src").found).toEqual(["src/[id].js:2"]);
    expect(report(repository, "--since", "HEAD", "two", "one/*.js").found).toEqual(["one/a.js:2", "one/ü new.js:2", "two/c.js:2"]);
  });

  it("looks below the current directory whatever git is set to, and knows braces and names with brackets", () => {
    const repository = writeRepository({ "one/i.js": CLEAN, "one/[i].js": CLEAN, "one/c.ts": CLEAN, "one/d.mjs": CLEAN });
    for (const file of ["i.js", "[i].js", "c.ts", "d.mjs"]) write(repository, { [`one/${file}`]: LEAK });
    for (const [name, value] of [["diff.relative", "true"], ["diff.renames", "false"], ["color.ui", "always"]] as const) git(repository, "config", name, value);
    const one = join(repository, "one");
    expect(report(one, "--since", "HEAD").found).toEqual(["[i].js:2", "c.ts:2", "d.mjs:2", "i.js:2"]);
    expect(report(one, "--since", "HEAD", "*.{ts,{m,c}js}").found).toEqual(["c.ts:2", "d.mjs:2"]);
    expect(report(one, "--since", "HEAD", "[i].js").found).toEqual(["[i].js:2"]);
  });

  it("passes a path whose file the change deletes, and none at which nothing ever was", () => {
    const repository = writeRepository({ "a.js": LEAK, "b.js": CLEAN });
    rmSync(join(repository, "a.js"));
    expect(runLeakproof(repository, "--since", "HEAD", "a.js", "b.js")).toEqual(QUIET);
    expect(runLeakproof(repository, "--since", "HEAD", "b.js", "c.js")).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/^leakproof: There is nothing at "c\.js"; check the path, which is taken from .*\.\n$/u) as string });
  });

  it("compares with the commit that the change began at, not with what others did since", () => {
    const repository = writeRepository({ "a.js": LEAK, "b.js": LEAK });
    git(repository, "switch", "--quiet", "--create", "mine");
    write(repository, { "a.js": OTHER_LEAK + LEAK });
    commit(repository, "Mine");
    git(repository, "switch", "--quiet", "main");
    write(repository, { "b.js": CLEAN });
    commit(repository, "Theirs");
    git(repository, "switch", "--quiet", "mine");
    expect(report(repository, "--since", "main")).toEqual({ found: ["a.js:2"], said: older(1, "main"), exitCode: 1 });
  });

  it("says nothing where nothing changed", () => {
    expect(runLeakproof(writeRepository({ "a.js": LEAK }), "--since", "HEAD")).toEqual(QUIET);
  });

  it("lets only touched lines speak where the version before has a syntax error", () => {
    const repository = writeRepository({ "a.js": `${LEAK}<<<<<<< mine\n` });
    write(repository, { "a.js": LEAK + OTHER_LEAK });
    expect(report(repository, "--since", "HEAD")).toEqual({ found: ["a.js:5"], said: older(1, "HEAD"), exitCode: 1 });
  });

  it("shows a syntax error of a changed file", () => {
    const repository = writeRepository({ "a.js": CLEAN });
    write(repository, { "a.js": "const = 1;" });
    expect(report(repository, "--since", "HEAD")).toMatchObject({ found: ["a.js:1"], exitCode: 1 });
  });

  it("knows the types of either version", { timeout: 120_000 }, () => {
    const code = 'import { shared } from "./shared.ts";\nexport function look(part: { a: number }): void {\n  shared.kept.get(String(part));\n}\n';
    const repository = writeRepository({ "tsconfig.json": '{ "compilerOptions": { "types": [], "allowImportingTsExtensions": true, "noEmit": true } }', "shared.ts": "export declare const shared: { kept: Map<string, object> };\n", "a.ts": code });
    write(repository, { "a.ts": `// A comment.\n${code}` });
    expect(report(repository, "--since", "HEAD")).toEqual({ found: [], said: older(1, "HEAD"), exitCode: 0 });
    // The change is to the type: the line that is now wrong stays as it is.
    const primitive = code.replace("{ a: number }", "number");
    write(repository, { "a.ts": primitive });
    expect(report(repository, "--since", "HEAD")).toEqual({ found: [], said: "", exitCode: 0 });
    commit(repository, "A number");
    write(repository, { "a.ts": code });
    expect(report(repository, "--since", "HEAD")).toEqual({ found: ["a.ts:3"], said: "", exitCode: 1 });
  });
});

describe("--since with --staged", () => {
  it("checks the index and not the disk", () => {
    const repository = writeRepository({ "a.js": LEAK, "b.js": CLEAN, "c.js": CLEAN });
    write(repository, { "a.js": OTHER_LEAK + LEAK, "b.js": LEAK });
    git(repository, "add", "a.js", "b.js");
    write(repository, { "a.js": LEAK, "b.js": CLEAN, "c.js": LEAK, "untracked.js": LEAK });
    expect(report(repository, "--since", "HEAD", "--staged")).toEqual({ found: ["a.js:2", "b.js:2"], said: older(1, "HEAD"), exitCode: 1 });
    expect(report(repository, "--staged").found).toEqual(["a.js:2", "a.js:5", "b.js:2"]);
  });
});

describe("with --since every format", () => {
  const repository = writeRepository({ "a.js": LEAK, "b.js": LEAK });
  write(repository, { "a.js": `${OTHER_LEAK}${LEAK}`, "b.js": `// A comment.\n${LEAK}` });

  it.each([
    ["stylish", /2:3\s+error(?:(?!5:3)[^])*1 problem/u],
    ["github", /^::error file=a\.js,line=2,.*\n$/u],
    ["html", /<title>1 finding - leakproof/u],
  ])("tells the same: %s", (format, text) => {
    const run = runLeakproof(repository, "--since", "HEAD", "--format", format);
    expect(run).toMatchObject({ exitCode: 1, stderr: older(2, "HEAD") });
    expect(run.stdout).toMatch(text);
  });

  it("tells the same: sarif", () => {
    const { stdout, exitCode, stderr } = runLeakproof(repository, "--since", "HEAD", "--format", "sarif");
    const { runs } = JSON.parse(stdout) as { runs: { results: unknown[] }[] };
    expect({ results: runs[0]?.results.length, exitCode, stderr }).toEqual({ results: 1, exitCode: 1, stderr: older(2, "HEAD") });
  });

  it("counts only the warnings that it tells", () => {
    const warned = writeRepository({ "a.js": `/* eslint leakproof/no-unreleased-resource: "warn" */\n${LEAK}` });
    write(warned, { "a.js": `/* eslint leakproof/no-unreleased-resource: "warn" */\n${LEAK}\n` });
    expect(runLeakproof(warned, "--since", "HEAD", "--max-warnings", "0").exitCode).toBe(0);
    expect(runLeakproof(warned, "--max-warnings", "0").exitCode).toBe(1);
  });
});

describe("--since ends with exit code 2 and one line", () => {
  it.each([
    ["nowhere", "leakproof: --since nowhere names no commit that is here; where the clone is shallow, fetch it first.\n"],
    ["--output=x", "leakproof: --since --output=x names no commit that is here; where the clone is shallow, fetch it first.\n"],
  ])("where there is no such commit: %s", (name, line) => {
    expect(runLeakproof(writeRepository({ "a.js": LEAK }), `--since=${name}`)).toEqual({ exitCode: 2, stdout: "", stderr: line });
  });

  it("where the histories have nothing in common", () => {
    const repository = writeRepository({ "a.js": LEAK });
    git(repository, "switch", "--quiet", "--orphan", "other");
    commit(repository, "Other");
    expect(runLeakproof(repository, "--since", "main")).toEqual({ exitCode: 2, stdout: "", stderr: "leakproof: --since main has no commit in common with HEAD here; where the clone is shallow, fetch more of its history.\n" });
  });

  it("where there is no repository, or no name", () => {
    expect(runLeakproof(writeProject({ "a.js": LEAK }), "--since", "HEAD")).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^leakproof: --since needs a git repository, and .* is in none\.\n$/u) as string });
    expect(runLeakproof(writeProject({ "a.js": LEAK }), "--since=")).toMatchObject({ exitCode: 2, stderr: "leakproof: --since needs the name of a commit, such as origin/main.\n" });
  });
});
