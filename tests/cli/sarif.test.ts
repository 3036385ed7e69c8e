import type { ESLint, Linter } from "eslint";
import { describe, expect, it } from "vitest";

import { RULE_PRECISION } from "../../src/cli/rule-precision.ts";
import { describeAsSarif } from "../../src/cli/sarif.ts";
import { LEAK, runLeakproof, writeProject } from "./run-leakproof.ts";
import { readLog, type SarifRun } from "./sarif-log.ts";

const RULE_PAGE = "https://example.org/rules/no-leak.md";
const RULE = { id: "leakproof/no-leak", name: "no-leak", description: "Disallow leaks", url: RULE_PAGE, introduction: "Reports leaks.", markdown: "Reports leaks.", isRecommended: true };

function resultOf(filePath: string, source: string, messages: readonly Partial<Linter.LintMessage>[]): ESLint.LintResult {
  return { filePath, source, messages } as unknown as ESLint.LintResult;
}

function describeRun(...results: ESLint.LintResult[]): SarifRun {
  return describeRunOf([RULE], results);
}

function describeRunOf(rules: readonly (typeof RULE)[], results: readonly ESLint.LintResult[]): SarifRun {
  const findings = results.flatMap(({ filePath, source, messages }) =>
    messages.filter(({ ruleId }) => ruleId !== null).map((message) => ({ filePath, source: source ?? "", message, account: undefined })));
  return readLog(describeAsSarif({ version: "1.2.3", rules, results, findings, cwd: "/project", exitCode: 1, failures: [] }));
}

describe("SARIF", () => {
  const finding = { ruleId: "leakproof/no-leak", severity: 2, message: "It leaks.", line: 2, column: 3, endLine: 2, endColumn: 9 } as const;

  it("describes the rules with their pages", () => {
    expect(describeRun().tool.driver.rules).toMatchObject([
      {
        id: "leakproof/no-leak",
        shortDescription: { text: "Disallow leaks" },
        fullDescription: { text: "Reports leaks." },
        help: { text: `Reports leaks.\n\n${RULE_PAGE}`, markdown: `Reports leaks.\n\n[The page of this rule](${RULE_PAGE})` },
        helpUri: RULE_PAGE,
        defaultConfiguration: { level: "error", enabled: true },
      },
    ]);
  });

  it("says of a rule how precise blind readings found it, and nothing where too few reports were judged", () => {
    const [judged, word] = Object.entries(RULE_PRECISION)[0] ?? ["", ""];
    const [first, second] = describeRunOf([{ ...RULE, id: `leakproof/${judged}` }, RULE], []).tool.driver.rules;
    expect(first).toMatchObject({ properties: { precision: word } });
    expect(second).toMatchObject({ properties: { tags: ["reliability", "resource-leak"] } });
    expect(second).not.toMatchObject({ properties: { precision: expect.anything() as unknown } });
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
