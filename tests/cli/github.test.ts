/** Annotations in a workflow of GitHub Actions. */
import type { ESLint, Linter } from "eslint";
import { describe, expect, it } from "vitest";

import { describeForGitHub } from "../../src/cli/github.ts";
import { CLEAN, LEAK, runLeakproof, writeProject } from "./run-leakproof.ts";

const MESSAGE = { ruleId: "leakproof/no-leak", severity: 2, message: "It leaks.", line: 2, column: 3, endLine: 2, endColumn: 9 } as const;

function describeOne(message: Partial<Linter.LintMessage>, filePath = "/repo/app/src/a.ts", workspace?: string): string {
  const result = { filePath, messages: [{ ...MESSAGE, ...message }] } as unknown as ESLint.LintResult;
  return describeForGitHub([result], "/repo/app", workspace);
}

describe("a workflow command", () => {
  it("names the file, the range and the rule", () => {
    expect(describeOne({})).toBe("::error file=src/a.ts,line=2,endLine=2,col=3,endColumn=9,title=leakproof/no-leak::It leaks.\n");
  });

  it("is a warning for a warning", () => expect(describeOne({ severity: 1 })).toMatch(/^::warning file=/u));

  it("has no last column for a range of several lines, which GitHub refuses", () => {
    expect(describeOne({ endLine: 4 })).toBe("::error file=src/a.ts,line=2,endLine=4,col=3,title=leakproof/no-leak::It leaks.\n");
  });

  it("escapes what would end the message", () => {
    expect(describeOne({ message: "100%\r\nsure: a, b" })).toContain("::100%25%0D%0Asure: a, b\n");
  });

  it("escapes what would end a property", () => {
    expect(describeOne({}, "/repo/app/50%: a,b\n.ts")).toContain("file=50%25%3A a%2Cb%0A.ts,line=2");
  });

  it("takes paths from the checkout where it is known, and from the directory otherwise", () => {
    expect(describeOne({}, undefined, "/repo")).toContain("file=app/src/a.ts,");
    expect(describeOne({}, undefined, "/elsewhere")).toContain("file=src/a.ts,");
    expect(describeOne({}, undefined, "")).toContain("file=src/a.ts,");
  });

  it("places a syntax error without a place in the first line", () => {
    const nowhere = { ruleId: null, message: "Parsing error: odd", line: undefined, column: undefined, endLine: undefined, endColumn: undefined };
    expect(describeOne(nowhere as unknown as Partial<Linter.LintMessage>)).toBe("::error file=src/a.ts,line=1,col=1,title=Syntax error::Parsing error: odd\n");
  });
});

describe("the built command with --format github", () => {
  it("writes one command for each finding and fails", () => {
    const { stdout, exitCode } = runLeakproof(writeProject({ "src/poll.js": LEAK, "clean.js": CLEAN }), "--format", "github");
    expect(stdout).toMatch(/^::error file=src\/poll\.js,line=2,endLine=2,col=3,endColumn=30,title=leakproof\/no-unreleased-resource::[^\n]+\n$/u);
    expect(exitCode).toBe(1);
  });

  it("writes nothing and passes where there is nothing", () => {
    expect(runLeakproof(writeProject({ "clean.js": CLEAN }), "--format", "github")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});
