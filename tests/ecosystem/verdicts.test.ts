/** The runner's own parts: drawing, taking verdicts in, the figures, and fingerprints that survive moved lines. */
import { describe, expect, it } from "vitest";

import plugin from "../../src/index.ts";
import { loadScript } from "../support/load-script.ts";

const load = async (file: string) => loadScript(`ecosystem/${file}`);
const [{ chooseFindings }, { addVerdicts }, { countByRule, compareFindings }, { lintFile }] = await Promise.all(["draw.mjs", "import.mjs", "figures.mjs", "lint-file.mjs"].map(load));

interface Finding {
  readonly rule: string;
  readonly fingerprint: string;
}

const finding = (rule: string, fingerprint: string, presets = ["strict"]) => ({ rule, repository: "a/b", file: "src/a.ts", line: 3, messageId: "m", fingerprint, presets });
const verdict = (fingerprint: string, answer: string) => ({ repository: "a/b", fingerprint, verdict: answer });
const many = (rule: string, count: number, presets?: string[]) => Array.from({ length: count }, (_, index) => finding(rule, `${rule}${index}`, presets));

describe("drawing", () => {
  const options = { count: 6, perRule: 4, seed: 7 };

  it("takes recommended findings first, then each rule in its turn, up to its share", () => {
    const drawn = chooseFindings([...many("loud", 50), ...many("quiet", 1), ...many("sure", 2, ["recommended", "strict"])], [], options) as Finding[];
    expect(drawn.map(({ rule }) => rule)).toEqual(["sure", "sure", expect.any(String), expect.any(String), "loud", "loud"]);
    expect((chooseFindings(many("loud", 50), [], options) as Finding[]).length).toBe(4);
  });
  it("draws the same for the same seed and passes over what is judged", () => {
    const findings = many("loud", 20);
    expect(chooseFindings(findings, [], options)).toEqual(chooseFindings(findings, [], options));
    expect(chooseFindings(findings, [], options)).not.toEqual(chooseFindings(findings, [], { ...options, seed: 8 }));
    expect(chooseFindings(findings, findings.slice(1), options)).toEqual([findings[0]]);
  });
});

describe("taking verdicts in", () => {
  const row = { repo: "a/b", file: "src/a.ts", line: 3, rule: "loud", messageId: "m", verdict: "false", reason: "dies with its owner" };

  it("finds the finding by its place or its fingerprint", () => {
    const { ledger, taken } = addVerdicts([], [finding("loud", "f1")], [row, { ...row, line: 99, fingerprint: "f1", verdict: "true" }], "2026-11-29");
    expect(taken).toBe(2);
    expect(ledger).toEqual([expect.objectContaining({ fingerprint: "f1", verdict: "true", preset: "strict", reason: "dies with its owner", fold: expect.any(String), date: "2026-11-29" })]);
  });
  it("keeps what was drawn and is silent by now", () => {
    const { ledger } = addVerdicts([], [], [{ ...row, fingerprint: "f2", preset: "recommended" }]);
    expect(ledger).toEqual([expect.objectContaining({ fingerprint: "f2", preset: "recommended", verdict: "false" })]);
  });
  it("refuses what it cannot place, and what says nothing", () => {
    const rows = [{ ...row, line: 4 }, { ...row, verdict: "" }, { ...row, reason: " " }];
    const { ledger, problems } = addVerdicts([], [finding("loud", "f1")], rows);
    expect(ledger).toEqual([]);
    expect(problems).toEqual([expect.stringContaining("no such finding"), expect.stringContaining("not true, false or unclear"), expect.stringContaining("no reason")]);
  });
});

describe("the figures", () => {
  it("count a preset's own findings; unclear ones weigh nothing", () => {
    const findings = [finding("a", "1", ["recommended", "strict"]), finding("a", "2"), finding("a", "3"), finding("b", "4")];
    const ledger = [verdict("1", "true"), verdict("2", "false"), verdict("3", "unclear"), verdict("4", "true")];
    const [, , all] = countByRule("strict", findings, ledger, 2000);
    expect(all).toMatchObject({ findings: 4, perThousandLines: 2, right: 2, wrong: 1, unclear: 1, weighted: (3 * 0.5 + 1) / 4 });
    expect(countByRule("recommended", findings, ledger, 2000).at(-1)).toMatchObject({ findings: 1, right: 1, wrong: 0 });
  });
  it("tell what is new and what is lost in each preset", () => {
    const changes = compareFindings("recommended", [finding("a", "1", ["recommended"])], [finding("a", "1"), finding("a", "2", ["recommended"])]);
    expect(changes.gained.map(({ fingerprint }: Finding) => fingerprint)).toEqual(["2"]);
    expect(changes.lost.map(({ fingerprint }: Finding) => fingerprint)).toEqual(["1"]);
  });
});

describe("a fingerprint", () => {
  const leak = `import fs from "node:fs";\nexport function read(file) {\n  const handle = fs.openSync(file);\n  return file.length;\n}\n`;
  const print = (text: string): string[] => lintFile(plugin, { file: "src/a.ts", text, sourceType: "module" }).findings.map(({ fingerprint }: Finding) => fingerprint);

  it("is the same after lines have moved and code was indented anew", () => {
    expect(print(leak)).toHaveLength(1);
    expect(print(`// one\n// two\n${leak.replaceAll("  ", "\t\t")}`)).toEqual(print(leak));
  });
  it("differs for another function, for a second report and for another file", () => {
    const twice = leak.replace("  return", "  fs.openSync(file); fs.openSync(file);\n  return");
    expect(new Set(print(twice)).size).toBe(print(twice).length);
    expect(print(leak.replace("read", "peek"))).not.toEqual(print(leak));
  });
  it("is not needed where a parser gives up", () => {
    expect(lintFile(plugin, { file: "src/a.ts", text: "const = ;", sourceType: "module" })).toMatchObject({ findings: [], fault: { kind: "unparsed" } });
  });
});
