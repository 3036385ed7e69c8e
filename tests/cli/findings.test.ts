/** How leaks are shown and what the exit code says of them. */
import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

import { CLEAN, LEAK, runLeakproof, writeProject } from "./run-leakproof.ts";

const RULE = "leakproof/no-unreleased-resource";

describe("a leak", () => {
  const project = writeProject({ "poll.js": LEAK, "poll.ts": LEAK, "clean.js": CLEAN });

  it.each(["recommended", "strict"])("is an error in the preset %s", (preset) => {
    const run = runLeakproof(project, "--preset", preset);
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(run.stdout).toContain("poll.js");
    expect(run.stdout).toContain("poll.ts");
    expect(run.stdout).toMatch(new RegExp(String.raw`2:3\s+error\s+.*\s+${RULE}`, "u"));
    expect(run.stdout).toContain("2 problems (2 errors, 0 warnings)");
  });

  it("is told in ESLint's own JSON", () => {
    const run = runLeakproof(project, "--format", "json", "poll.js");
    const [result] = JSON.parse(run.stdout) as ESLint.LintResult[];
    expect(run.exitCode).toBe(1);
    expect(result).toMatchObject({ errorCount: 1, warningCount: 0 });
    expect(result?.messages[0]).toMatchObject({ ruleId: RULE, severity: 2, line: 2, column: 3 });
  });
});

describe("a comment", () => {
  const disabled = LEAK.replace("1000);", `1000); // eslint-disable-line ${RULE}`);

  it("can silence a leak", () => {
    expect(runLeakproof(writeProject({ "poll.js": disabled }))).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("that silences nothing is not reported, since it may be meant for another run", () => {
    const project = writeProject({ "clean.js": `${CLEAN}// eslint-disable-next-line ${RULE}\nadd(1, 2);\n` });
    expect(runLeakproof(project)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

describe("warnings", () => {
  const project = writeProject({ "poll.js": `/* eslint ${RULE}: "warn" */\n${LEAK}` });

  it("pass unless they are too many", () => {
    expect(runLeakproof(project).exitCode).toBe(0);
    expect(runLeakproof(project, "--max-warnings", "1").exitCode).toBe(0);
  });

  it("fail beyond the limit, with the reason", () => {
    const run = runLeakproof(project, "--max-warnings", "0");
    expect(run).toMatchObject({ exitCode: 1, stderr: "leakproof: Too many warnings: 1, and --max-warnings allows 0.\n" });
    expect(run.stdout).toContain("1 problem (0 errors, 1 warning)");
  });
});
