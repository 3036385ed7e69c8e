/** What SARIF carries beyond a message: the way to the exit, the second sites, the repairs, the rules' pages. On all rules. */
import { readFileSync } from "node:fs";
import path from "node:path";

import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

import { runLeakproof, writeProject } from "./run-leakproof.ts";
import { readLog, type Location, type SarifResult } from "./sarif-log.ts";
import { collectWrongBlocks, RULE_NAMES } from "./wrong-blocks.ts";

const project = writeProject(collectWrongBlocks());
const run = readLog(runLeakproof(project, "--preset", "strict", "--format", "sarif").stdout);
const inJson = JSON.parse(runLeakproof(project, "--preset", "strict", "--format", "json").stdout) as ESLint.LintResult[];

function flowOf({ codeFlows }: SarifResult) {
  return codeFlows?.[0].threadFlows[0].locations ?? [];
}

function describePlace({ physicalLocation: { region }, message }: Location): string {
  return `${region.startLine}: ${message?.text}`;
}

function findingOf(uri: string, rule: string): SarifResult {
  const found = run.results.find(({ ruleId, locations }) => ruleId === `leakproof/${rule}` && locations[0].physicalLocation.artifactLocation.uri === uri);
  if (found === undefined) throw new Error(`${uri} has no finding of ${rule}.`);
  return found;
}

describe.each(RULE_NAMES)("SARIF of %s", (name) => {
  const results = run.results.filter(({ ruleId }) => ruleId === `leakproof/${name}`);

  it("has a flow that ends in another place than it begins, or has one place", () => {
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      const places = flowOf(result).map(({ location }) => location);
      expect(places.length).toBeGreaterThan(0);
      expect(new Set(places.map((place) => JSON.stringify(place.physicalLocation))).size).toBe(places.length);
      for (const { message, physicalLocation } of places) {
        expect(message?.text).toMatch(/^[^A-Z].*[^.]$/u);
        expect(physicalLocation.artifactLocation).toEqual(result.locations[0].physicalLocation.artifactLocation);
      }
    }
    expect(results.some((result) => flowOf(result).length > 1)).toBe(true);
  });

  it("stands in its own flow, or beside it", () => {
    for (const result of results) {
      const { startLine } = result.locations[0].physicalLocation.region;
      const lines = [...flowOf(result).map(({ location }) => location), ...(result.relatedLocations ?? [])].map(({ physicalLocation }) => physicalLocation.region.startLine);
      expect(lines).toContain(startLine);
    }
  });

  it("brings the rule's page", () => {
    const rule = run.tool.driver.rules.find(({ id }) => id === `leakproof/${name}`);
    expect(rule?.help.markdown).toContain("## When it stays silent");
    expect(rule?.help.markdown).not.toContain("auto-generated rule header");
    expect(rule?.fullDescription.text).toMatch(/^[A-Z][^\n*]{20,1000}\.$/u);
    expect(rule?.helpUri).toMatch(new RegExp(`/docs/rules/${name}\\.md$`, "u"));
  });
});

describe("a code flow", () => {
  it("goes from the acquisition over the turn to the exit, and the missed release stands beside it", () => {
    const finding = findingOf("no-partial-release/2.js", "no-partial-release");
    expect(flowOf(finding).map(({ location }) => describePlace(location))).toEqual([
      "4: a file descriptor is acquired", "6: `path.endsWith(…)` holds", "6: the function returns, and it is not released",
    ]);
    expect(flowOf(finding).map(({ kinds }) => kinds)).toEqual([["acquire"], ["branch"], ["danger"]]);
    expect(finding.relatedLocations?.map(describePlace)).toEqual(["6: the function returns, and it is not released", "7: the release that this way misses"]);
  });

  it("goes from the insert to the delete under another key, and the insert stands beside it", () => {
    const finding = findingOf("no-mismatched-key/1.js", "no-mismatched-key");
    expect(flowOf(finding).map(({ location }) => describePlace(location))).toEqual(["14: the entry is put in", "15: the delete that misses it"]);
    expect(finding.relatedLocations?.map(describePlace)).toEqual(["14: the entry is put in"]);
  });
});

describe("a fix", () => {
  const suggestions = inJson.flatMap(({ filePath, messages, source = "" }) =>
    messages.flatMap((message) => (message.suggestions ?? []).map(({ desc, fix }) => ({ desc, text: source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1]), file: path.relative(project, filePath) }))));
  const fixes = run.results.flatMap((result) =>
    (result.fixes ?? []).map(({ description, artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, insertedContent }] }] }) => {
      const lines = readFileSync(path.join(project, artifactLocation.uri), "utf8").split("\n");
      const offsetOf = (line: number, column: number): number => lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
      const text = lines.join("\n");
      const { startLine, startColumn, endLine, endColumn } = deletedRegion;
      return { desc: description.text, text: text.slice(0, offsetOf(startLine, startColumn)) + insertedContent.text + text.slice(offsetOf(endLine, endColumn)), file: artifactLocation.uri };
    }));

  it("does to the file what the suggestion does, for every suggestion", () => {
    expect(suggestions.length).toBeGreaterThan(8);
    expect(fixes).toEqual(suggestions);
  });
});

describe("the account of a finding", () => {
  const leak = "export async function save(mutex, store) {\n  const lock = await mutex.acquire();\n  await store.write();\n  lock.release();\n}\n";

  function linesIn(text: string): number[][] {
    const { results } = readLog(runLeakproof(writeProject({ "a.js": text, "b.js": `// one line more\n${leak}` }), "--preset", "strict", "--format", "sarif").stdout);
    return results.map((result) => flowOf(result).map(({ location }) => location.physicalLocation.region.startLine));
  }

  it("is that of its own file", () => expect(linesIn(leak)).toEqual([[2, 3], [3, 4]]));

  it("goes with its own message where others of the file are silenced", () => {
    const disabled = leak.replace("acquire();", "acquire(); // eslint-disable-line leakproof/no-partial-release");
    expect(linesIn(`${disabled}${leak.replace("save", "save2")}`)).toEqual([[7, 8], [3, 4]]);
  });

  it("counts columns as ESLint does behind a byte-order mark", () => expect(linesIn(`\uFEFF${leak}`)).toEqual([[2, 3], [3, 4]]));
});
