/** Suggestions that are applied to the files, and those that are taken back. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import type { Finding } from "../../src/cli/accounts.ts";
import { applySuggestions } from "../../src/cli/apply/apply-suggestions.ts";
import type { Linted, Session } from "../../src/cli/session.ts";
import { LEAK, runLeakproof, writeProject } from "./run-leakproof.ts";

const PARTIAL = `import { open } from "node:fs/promises";
export async function first(path) {
  const file = await open(path);
  const text = await file.readFile("utf8");
  await file.close();
  return text;
}
`;
const RULE = "leakproof/no-partial-release";

describe("--apply-suggestions", () => {
  it("changes nothing without the flag", () => {
    const project = writeProject({ "a.mjs": PARTIAL });
    expect(runLeakproof(project, "--preset", "strict").exitCode).toBe(1);
    expect(readFileSync(join(project, "a.mjs"), "utf8")).toBe(PARTIAL);
  });

  it("applies each suggestion that ends its report, keeps the byte-order mark, and tells the rest", () => {
    const project = writeProject({ "a.mjs": `\uFEFF${PARTIAL}${PARTIAL.slice(PARTIAL.indexOf("\n") + 1).replace("first", "second")}${LEAK}` });
    const run = runLeakproof(project, "--preset", "strict", "--format", "agent", "--apply-suggestions", "no-partial-release");
    expect(run).toMatchObject({ exitCode: 1, stderr: "leakproof: Applied 2 suggestions in 1 file.\n" });
    expect(run.stdout).toContain("no-unreleased-resource");
    expect(run.stdout).not.toContain(RULE);
    const text = readFileSync(join(project, "a.mjs"), "utf8");
    expect(text.startsWith("\uFEFFimport")).toBe(true);
    expect(runLeakproof(project, "--preset", "strict", "--format", "agent").stdout).toBe(run.stdout);
  });

  it("keeps the line breaks of the file", () => {
    const project = writeProject({ "a.mjs": PARTIAL.replaceAll("\n", "\r\n") });
    expect(runLeakproof(project, "--preset", "strict", "--apply-suggestions", "no-partial-release")).toMatchObject({ exitCode: 0, stderr: "leakproof: Applied 1 suggestion in 1 file.\n" });
    expect(readFileSync(join(project, "a.mjs"), "utf8").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  it("leaves alone the rules that are not named", () => {
    const project = writeProject({ "a.mjs": PARTIAL });
    expect(runLeakproof(project, "--preset", "strict", "--apply-suggestions", "leakproof/no-unstable-key")).toMatchObject({ exitCode: 1, stderr: "leakproof: No suggestion was applied.\n" });
    expect(readFileSync(join(project, "a.mjs"), "utf8")).toBe(PARTIAL);
  });

  it.each(["no-such-rule", "no-unreleased-field", ""])("ends with exit code 2 for what suggests nothing: %j", (rule) => {
    const run = runLeakproof(writeProject({ "a.mjs": PARTIAL }), `--apply-suggestions=${rule}`);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain(`leakproof: --apply-suggestions knows no rule "${rule}" that makes suggestions; these do: no-mismatched-key`);
  });
});

describe("an edit", () => {
  const file = join(writeProject({ "a.js": "" }), "a.js");
  const findingOf = (text: string, word: string, suggestions: readonly string[] = []): Finding[] => {
    const at = text.indexOf(word);
    const message = { ruleId: RULE, messageId: word, message: `${word} is left.`, severity: 2, line: 1, column: at + 1, suggestions: suggestions.map((by) => ({ desc: by, fix: { range: [at, at + word.length], text: by } })) };
    return at === -1 ? [] : [{ filePath: file, source: text, account: undefined, message: message as unknown as Finding["message"] }];
  };
  /** A linter that finds these words, and cannot read a text with a hash. */
  const lint = (text: string, suggestions: readonly string[]): Linted => ({
    results: [{ filePath: file, fatalErrorCount: text.includes("#") ? 1 : 0 } as Linted["results"][number]],
    findings: text.includes("#") ? [] : [...findingOf(text, "leak", suggestions), ...findingOf(text, "other"), ...findingOf(text, "worse")],
    notices: [],
  });
  async function apply(text: string, suggestions: readonly string[], onDisk = text) {
    writeFileSync(file, onDisk);
    const session = { lintText: (edited: string) => Promise.resolve(lint(edited, suggestions)) } as unknown as Session;
    const applied = await applySuggestions(session, lint(text, suggestions), new Set([RULE]), "/");
    return { text: readFileSync(file, "utf8"), count: applied.count, left: applied.findings.map(({ message }) => message.messageId), notices: applied.notices.length };
  }

  it.each([
    ["stays where its report is gone", ["mended"], "mended; other", 1, ["other"]],
    ["is taken back where the report stays", ["a leak"], "leak; other", 0, ["leak", "other"]],
    ["is taken back where another report comes", ["worse"], "leak; other", 0, ["leak", "other"]],
    ["is taken back where the text cannot be read any more", ["#"], "leak; other", 0, ["leak", "other"]],
    ["gives way to the next suggestion", ["#", "worse", "mended"], "mended; other", 1, ["other"]],
  ])("%s", async (_, suggestions, text, count, left) => {
    expect(await apply("leak; other", suggestions)).toEqual({ text, count, left, notices: 0 });
  });

  it("is not written over a file that changed meanwhile", async () => {
    expect(await apply("leak", ["mended"], "leak, and new")).toEqual({ text: "leak, and new", count: 0, left: ["leak"], notices: 1 });
  });
});
