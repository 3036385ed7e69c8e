/** The exit codes, whatever the format: 0 nothing, 1 findings, 2 not done. And where the text goes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { CLEAN, LEAK, runLeakproof, writeProject } from "./run-leakproof.ts";

const clean = writeProject({ "a.js": CLEAN });
const leaking = writeProject({ "a.js": LEAK });
const warned = writeProject({ "a.js": `/* eslint leakproof/no-unreleased-resource: "warn" */\n${LEAK}` });

describe.each(["stylish", "json", "sarif", "github", "html", "agent"])("with --format %s the exit code", (format) => {
  it("is 0 where there is nothing to report", () => {
    expect(runLeakproof(clean, "--format", format)).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("is 1 where there is a finding", () => {
    expect(runLeakproof(leaking, "--format", format)).toMatchObject({ exitCode: 1, stderr: "" });
  });
});

describe("the exit code", () => {
  it("is 1 in every format where there are more warnings than allowed", () => {
    expect(runLeakproof(warned, "--format", "github", "--max-warnings", "1")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(runLeakproof(warned, "--format", "github", "--max-warnings", "0")).toMatchObject({ exitCode: 1, stderr: "leakproof: Too many warnings: 1, and --max-warnings allows 0.\n" });
  });

  it("is 2 where the check could not be done", () => {
    expect(runLeakproof(clean, "--format", "html", "nowhere")).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

describe("--output", () => {
  it("writes to a file, whose directories it makes, and leaves the exit code as it is", () => {
    const file = join(leaking, "out/deep/log.sarif");
    expect(runLeakproof(leaking, "--format", "sarif", "--output", "out/deep/log.sarif", "a.js")).toEqual({ exitCode: 1, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ version: "2.1.0" });
  });

  it("empties the file where there is nothing to say, so that no old report stays", () => {
    writeFileSync(join(clean, "old.txt"), "3 problems");
    expect(runLeakproof(clean, "--output", "old.txt").exitCode).toBe(0);
    expect(readFileSync(join(clean, "old.txt"), "utf8")).toBe("");
  });

  it("ends with exit code 2 where the file cannot be written", () => {
    mkdirSync(join(clean, "folder"), { recursive: true });
    expect(runLeakproof(clean, "-o", "folder")).toEqual({ exitCode: 2, stdout: "", stderr: "leakproof: folder cannot be written (EISDIR); name another file after --output.\n" });
    expect(existsSync(join(clean, "nowhere"))).toBe(false);
  });
});
