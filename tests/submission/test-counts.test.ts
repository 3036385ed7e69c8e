/** What `.ci/run` makes of vitest's report: its last line and whether it passes. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { makeTemporaryDirectory } from "../support/temporary-directory.ts";

const PROGRAM = path.resolve(import.meta.dirname, "../../scripts/print-test-counts.mjs");
const ALL_PASSED = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const SKIPPED = "Tests were skipped, and here all have to run: the output of the tests says what is missing.";

/** The exit code and the lines that are printed for a report, or for none. */
function printCounts(report: object | undefined): { readonly exitCode: number | null; readonly lines: readonly string[] } {
  const file = path.join(makeTemporaryDirectory("counts"), "tests.json");
  if (report !== undefined) writeFileSync(file, JSON.stringify(report));
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, file], { encoding: "utf8" });
  return { exitCode: status, lines: stdout.trimEnd().split("\n") };
}

describe("a report", () => {
  it("of tests that all passed is content", () => {
    expect(printCounts(ALL_PASSED)).toEqual({ exitCode: 0, lines: ["3 passed, 0 failed"] });
  });

  it("of a skipped test fails, with a line that says why before the counts", () => {
    expect(printCounts({ ...ALL_PASSED, numPendingTests: 2 })).toEqual({ exitCode: 1, lines: [SKIPPED, "3 passed, 0 failed, 2 skipped"] });
    expect(printCounts({ ...ALL_PASSED, numTodoTests: 1 })).toEqual({ exitCode: 1, lines: [SKIPPED, "3 passed, 0 failed, 1 skipped"] });
  });

  it("of a failed test fails, and so does one of a file that did not load", () => {
    expect(printCounts({ ...ALL_PASSED, numFailedTests: 1 })).toEqual({ exitCode: 1, lines: ["3 passed, 1 failed"] });
    const testResults = [{ status: "failed", assertionResults: [] }, { status: "passed", assertionResults: [{}] }];
    expect(printCounts({ ...ALL_PASSED, testResults })).toEqual({ exitCode: 1, lines: ["3 passed, 1 failed"] });
  });

  it("of no tests fails, and so does one that is missing", () => {
    expect(printCounts({ ...ALL_PASSED, numPassedTests: 0 })).toEqual({ exitCode: 1, lines: ["0 passed, 0 failed"] });
    expect(printCounts(undefined)).toEqual({ exitCode: 1, lines: ["0 passed, 1 failed"] });
  });
});
