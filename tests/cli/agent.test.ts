/** One line for each finding, and nothing else. */
import { describe, expect, it } from "vitest";

import { runLeakproof, writeProject, CLEAN, LEAK } from "./run-leakproof.ts";
import { collectWrongBlocks } from "./wrong-blocks.ts";

describe("--format agent", () => {
  it("writes a line with the place, the rule, and what to do", () => {
    expect(runLeakproof(writeProject({ "src/a.js": LEAK, "b.js": CLEAN }), "--format", "agent")).toEqual({
      exitCode: 1,
      stdout: "src/a.js:2:3: error leakproof/no-unreleased-resource: The handle of `setInterval(…)` is dropped here, so nothing can release an interval. Keep the handle and call `clearInterval(handle)`. Other sites: line 3, the function ends, and nothing has released it.\n",
      stderr: "",
    });
  });

  it("writes nothing where there is nothing", () => {
    expect(runLeakproof(writeProject({ "b.js": CLEAN }), "--format", "agent")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("writes a syntax error as a line too", () => {
    const run = runLeakproof(writeProject({ "a.js": "const = 1;" }), "--format", "agent");
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^a\.js:1:\d: error syntax: Parsing error: .*\n$/u);
  });

  it("keeps every finding of every rule on a line of its own, with its other sites and its suggestions", () => {
    const project = writeProject(collectWrongBlocks());
    const { stdout } = runLeakproof(project, "--format", "agent", "--preset", "strict");
    const lines = stdout.trimEnd().split("\n");
    expect(lines.filter((line) => !/^\S+\/\d+\.\w+:\d+:\d+: (?:error|warning) (?:leakproof\/[a-z-]+|syntax): \S/u.test(line))).toEqual([]);
    expect(lines.some((line) => / Other sites: line \d+, /u.test(line))).toBe(true);
    expect(lines.some((line) => / Suggestions?: \S/u.test(line))).toBe(true);
    expect(stdout).not.toMatch(/\u001B/u);
  });
});
