/** Of repositories that nobody reads there is nothing to print and nothing to store but numbers by rule and preset. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { afterEach, describe, expect, it, vi } from "vitest";

import { rules } from "../../src/rules/index.ts";
import { loadScript } from "../support/load-script.ts";
import { makeMirror } from "../support/mirror.ts";

const { totalsOf, addTotals, emptyTotals, listByRule } = await loadScript("ecosystem/totals.mjs");
const { runEcosystem } = await loadScript("ecosystem/run.mjs");

const UNREAD = "isaacs/chokidar";
const READ = "BabylonJS/Babylon.js";
const LEAK = "export class Poll { add(check) {\n  setInterval(check, 1000);\n} }\n";

/** Everything that a run prints and writes to its file of findings. */
async function runOver(repositories: readonly string[], files: Readonly<Record<string, string>>): Promise<{ printed: string; written: string; isFine: boolean }> {
  const { mirror, commits } = makeMirror(repositories, [files]);
  const projects = repositories.map((repository) => ({ repository, kind: "tooling", commit: commits.at(-1), include: ["**"], since: "2026-11-29" }));
  const findingsFile = path.join(mirror, "findings.jsonl");
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const isFine = (await runEcosystem({ mirror, only: [], isUpdate: false, findingsFile, pinned: { exclude: [], projects } })) as boolean;
  return { printed: log.mock.calls.flat().join("\n"), written: readFileSync(findingsFile, "utf8"), isFine };
}

/** Every value of an object that is no number, and every name in it that is no word of totals, no rule and no preset. */
function collectWords(value: unknown, known: ReadonlySet<string>): unknown[] {
  if (typeof value === "number") return [];
  if (typeof value !== "object" || value === null) return [value];
  return Object.entries(value).flatMap(([name, inner]) => [...(known.has(name) ? [] : [name]), ...collectWords(inner, known)]);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("totals", () => {
  const finding = { rule: "no-unreleased-resource", file: "src/hidden.ts", line: 3, messageId: "m", fingerprint: "f", presets: ["recommended", "strict"], message: "hidden" };
  const result = { lines: 10, parseMs: 1, rulesMs: 2, findings: [finding, { ...finding, presets: ["strict"] }], fault: { kind: "crash", text: "hidden" } };

  it("hold numbers alone, by rule and preset", () => {
    const known = new Set([...Object.keys(emptyTotals() as object), ...Object.keys(rules), "recommended", "strict"]);
    const sum = addTotals(totalsOf(result), totalsOf(result));
    expect(collectWords(sum, known)).toEqual([]);
    expect(collectWords({ ...sum, file: "src/hidden.ts" }, known)).toEqual(["file", "src/hidden.ts"]);
  });
  it("count what is there", () => {
    expect(addTotals(totalsOf(result), totalsOf({ ...result, findings: [], fault: undefined }))).toEqual({
      ...{ repositories: 0, files: 2, lines: 20, parseMs: 2, rulesMs: 4, crashes: 1, unparsed: 0 },
      reports: { "no-unreleased-resource": { recommended: 1, strict: 2 } },
    });
    expect(listByRule(totalsOf(result), ["recommended", "strict"])).toEqual([["no-unreleased-resource", 1, 2], ["all rules", 1, 2]]);
  });
});

describe("a run", () => {
  const files = { "hidden-place.js": LEAK, "hidden-fault.js": "const = 1;\n" };

  it("over an unread repository prints counts, and no finding, file or line", { timeout: 240_000 }, async () => {
    const { printed, written, isFine } = await runOver([UNREAD], files);
    expect(isFine).toBe(true);
    expect(printed).toMatch(/no-unreleased-resource +recommended +1 +strict +1/);
    expect(printed).toMatch(/unparsed 1/);
    expect(printed).not.toMatch(/hidden|setInterval|:\d+ no-|:2\b/);
    expect(written).toBe("");
  });
  it("over one that is read prints and writes its findings", { timeout: 240_000 }, async () => {
    const { printed, written } = await runOver([READ], files);
    expect(printed).toMatch(/hidden-place\.js:2 no-unreleased-resource/);
    expect(printed).toMatch(/hidden-fault\.js/);
    expect(written).toMatch(/hidden-place\.js/);
  });
});
