import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv";
import draft04 from "ajv/lib/refs/json-schema-draft-04.json" with { type: "json" };
import type { ESLint, Linter } from "eslint";
import { describe, expect, it } from "vitest";

import { describeAsSarif } from "../../src/cli/sarif.ts";
import { LEAK, runLeakproof, writeProject } from "./run-leakproof.ts";

// The schema is written in draft 4, which Ajv knows once it is shown that draft's own schema.
const ajv = new Ajv({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(draft04);
const validate = ajv.compile(sarifSchema);

interface Region { readonly startLine: number; readonly startColumn: number; readonly endLine?: number; readonly endColumn?: number }
interface Location { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }; readonly region: Region } }
interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] } };
  readonly originalUriBaseIds: { readonly SRCROOT: { readonly uri: string } };
  readonly invocations: readonly { readonly executionSuccessful: boolean; readonly exitCode: number; readonly toolExecutionNotifications: readonly { readonly locations?: readonly Location[] }[] }[];
  readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly locations: readonly Location[]; readonly partialFingerprints: object }[];
}

function readLog(text: string): SarifRun {
  const log = JSON.parse(text) as { readonly runs: readonly [SarifRun] };
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

const RULE_PAGE = "https://example.org/rules/no-leak.md";
const PLUGIN = {
  meta: { version: "1.2.3", namespace: "leakproof" },
  rules: { "no-leak": { meta: { docs: { description: "Disallow leaks", url: RULE_PAGE } }, create: () => ({}) } },
};

function resultOf(filePath: string, source: string, messages: readonly Partial<Linter.LintMessage>[]): ESLint.LintResult {
  return { filePath, source, messages } as unknown as ESLint.LintResult;
}

function describeRun(...results: ESLint.LintResult[]): SarifRun {
  return readLog(describeAsSarif({ plugin: PLUGIN, results, cwd: "/project", exitCode: 1, failures: [] }));
}

describe("SARIF", () => {
  const finding = { ruleId: "leakproof/no-leak", severity: 2, message: "It leaks.", line: 2, column: 3, endLine: 2, endColumn: 9 } as const;

  it("describes the rules with their pages", () => {
    expect(describeRun().tool.driver.rules).toMatchObject([
      { id: "leakproof/no-leak", shortDescription: { text: "Disallow leaks" }, fullDescription: { text: "Disallow leaks." }, helpUri: RULE_PAGE },
    ]);
  });

  it("places a finding in a file below the source root", () => {
    const run = describeRun(resultOf("/project/src/a b#1.ts", "a\n  leak()\n", [finding, { ...finding, severity: 1 }]));
    expect(run.originalUriBaseIds.SRCROOT.uri).toMatch(/^file:\/\/\/.*project\/$/u);
    expect(run.results[0]).toMatchObject({
      ruleId: "leakproof/no-leak",
      ruleIndex: 0,
      level: "error",
      message: { text: "It leaks." },
      locations: [{ physicalLocation: { artifactLocation: { uri: "src/a%20b%231.ts", uriBaseId: "SRCROOT" }, region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 } } }],
    });
    expect(run.results[1]?.level).toBe("warning");
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: true, exitCode: 1 });
  });

  it("gives a finding the same fingerprint when lines are added above it", () => {
    const before = describeRun(resultOf("/project/a.ts", "a\n  leak()\n", [finding]));
    const after = describeRun(resultOf("/project/a.ts", "a\nb\nc\nleak()\n", [{ ...finding, line: 4, endLine: 4, column: 1 }]));
    expect(after.results[0]?.partialFingerprints).toEqual(before.results[0]?.partialFingerprints);
  });

  it("tells equal lines apart", () => {
    const run = describeRun(resultOf("/project/a.ts", "leak()\nleak()\n", [{ ...finding, line: 1, endLine: 1 }, finding]));
    expect(run.results[0]?.partialFingerprints).not.toEqual(run.results[1]?.partialFingerprints);
  });

  it("makes a syntax error a failure of the run and no finding, also one without a place", () => {
    const run = describeRun(resultOf("/project/a.ts", "", [{ ruleId: null, fatal: true, severity: 2, message: "Parsing error: odd" }]));
    expect(run.results).toEqual([]);
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: "error", message: { text: "Parsing error: odd" }, locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 1 } } }] }],
    });
  });
});

describe("the built command with --format sarif", () => {
  it("writes a valid log for a syntax error", () => {
    const { stdout, exitCode } = runLeakproof(writeProject({ "src/a.js": "const = 1;" }), "--format", "sarif");
    const run = readLog(stdout);
    expect(exitCode).toBe(1);
    expect(run.invocations[0]?.toolExecutionNotifications[0]?.locations?.[0]?.physicalLocation.artifactLocation.uri).toBe("src/a.js");
  });

  it("writes a valid log for a leak", () => {
    const { stdout, exitCode } = runLeakproof(writeProject({ "src/poll.ts": LEAK }), "--format", "sarif");
    const { results, tool } = readLog(stdout);
    expect(exitCode).toBe(1);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ ruleId: "leakproof/no-unreleased-resource", level: "error" });
    expect(tool.driver.rules[results[0]?.ruleIndex ?? -1]?.id).toBe("leakproof/no-unreleased-resource");
    expect(results[0]?.locations[0]?.physicalLocation).toMatchObject({ artifactLocation: { uri: "src/poll.ts" }, region: { startLine: 2, startColumn: 3 } });
  });
});
