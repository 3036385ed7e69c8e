/** `leakproof explain`, and the same data beside the findings of a check. */
import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

import type { CandidateExplanation } from "../../src/bench/explanation.ts";
import type { ExplainedFile } from "../../src/cli/explain/explain-files.ts";
import { collectDocumentedBlocks, readDocumentedFile } from "../docs/documented-files.ts";
import { CLEAN, runLeakproof, writeProject } from "./run-leakproof.ts";
import { readLog } from "./sarif-log.ts";

const PANEL = readDocumentedFile("docs/command.md", "src/panel.js");
const WAIT = 'export async function wait(signal, job, done) {\n  signal.addEventListener("abort", () => job.cancel());\n  process.on("SIGTERM", done);\n  await job.run();\n}\n';
const project = writeProject({
  "src/panel.js": PANEL,
  "src/panel.ts": PANEL.replace("layout = ", "root!: HTMLElement;\n  layout = "),
  "wait.js": WAIT,
  "disabled.js": PANEL.replace("    window", "    // eslint-disable-next-line leakproof/no-unreleased-resource\n    window"),
  "bare.js": "export function hear(bus, heard) {\n  bus.on('a', heard);\n}\n",
  "clean.js": CLEAN,
  "panel.test.js": PANEL,
  "broken.js": "export function (\n",
  "odd:7": "no source",
});

const told = new Map<string, string>();

/** What the command prints; a command that several tests look at is run once. */
function explain(...words: string[]): string {
  const known = told.get(words.join(" "));
  if (known !== undefined) return known;
  const { exitCode, stdout, stderr } = runLeakproof(project, "explain", ...words);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  told.set(words.join(" "), stdout);
  return stdout;
}

function explainAsData(...words: string[]): readonly ExplainedFile[] {
  return (JSON.parse(explain("--format", "json", ...words)) as { readonly files: readonly ExplainedFile[] }).files;
}

function headsOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => /^\S+:\d+:\d+ /u.test(line)).map((line) => line.split("  ")[0] ?? "");
}

describe("explain", () => {
  it("tells what the page of the command shows", () => {
    const [shown] = collectDocumentedBlocks("docs/command.md").filter(({ language }) => language === "text");
    const isAnswer = (line: string): boolean => line.startsWith("    ");
    const [printed, expected] = [explain("src/panel.js"), shown?.code.trimEnd() ?? ""].map((text) => text.trimEnd().split("\n")) as [string[], string[]];
    expect(printed.filter((line) => !isAnswer(line))).toEqual(expected.filter((line) => !isAnswer(line)));
    for (const answer of expected.filter(isAnswer)) expect(printed).toContain(answer);
  });

  it("names the smallest preset that reports, and what silences", () => {
    const text = explain("wait.js");
    expect(text).toContain("Reported in strict by no-unreleased-resource: the signal is given by a caller, who may keep it for many");
    expect(text).toContain("Not reported: it hears the process itself, as one listener does for the whole program, or");
    expect(text).toContain("2 candidates: 1 in strict alone, 1 silent.");
  });

  it("tells what nobody knows in a line of its own, and shows no ids", () => {
    expect(explain("src/panel.js")).toMatch(/^ {4}Not known: [^]*second run/mu);
    expect(explain("src/panel.js")).not.toContain("repeats/second-run");
  });

  it("reads TypeScript and several files", () => {
    expect(headsOf(explain("wait.js", "src/panel.ts"))).toEqual(["wait.js:2:3", "wait.js:3:3", "src/panel.ts:4:5", "src/panel.ts:5:5"]);
  });

  it("says where a comment silences the report", () => {
    expect(explain("disabled.js:6")).toContain("A comment silences the report.");
    expect(explain("src/panel.js")).not.toContain("A comment");
  });

  it("says of a file that it has none, and of a test why", () => {
    expect(explain("clean.js", "panel.test.js")).toBe("clean.js: no candidate.\n\npanel.test.js: no candidate: it is code of a test, whose process ends with it.\n");
  });

  it("takes settings", () => {
    const own = writeProject({ "own.json": "{}", "bad.json": '{ "pears": [] }', "a.js": WAIT });
    expect(runLeakproof(own, "explain", "--settings", "own.json", "a.js")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(runLeakproof(own, "explain", "--settings", "bad.json", "a.js")).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

describe("explain of a line", () => {
  it.each(["src/panel.js:5", "src/panel.js:5:9"])("tells of the candidate there: %s", (word) => expect(headsOf(explain(word))).toEqual(["src/panel.js:5:5"]));

  it("tells of what was decided there", () => expect(headsOf(explain("src/panel.js:8"))).toEqual(["src/panel.js:5:5"]));

  it("names the lines that have some where this one has none, and tells of the others", () => {
    const { exitCode, stdout, stderr } = runLeakproof(project, "explain", "wait.js:2", "src/panel.js:1");
    expect({ exitCode, stderr, heads: headsOf(stdout) }).toEqual({ exitCode: 2, stderr: "leakproof: There is no candidate on line 1 of src/panel.js; lines with one are 4 and 5.\n", heads: ["wait.js:2:3"] });
    expect(runLeakproof(project, "explain", "clean.js:1").stderr).toContain("line 1 of clean.js; the file has none at all.");
  });
});

describe("explain fails", () => {
  it.each([
    [[], "explain needs a file, with a line or not: leakproof explain src/hub.ts:12."],
    [["nowhere.js"], 'There is nothing at "nowhere.js"; check the path'],
    [["nowhere.js:3"], 'There is nothing at "nowhere.js"; check the path'],
    [["src:3"], '"src" is a directory, which has no line 3; name a file.'],
    [["broken.js"], "broken.js:1:16: Parsing error"],
    [["--staged", "wait.js"], "explain takes no --staged"],
    [["--preset", "strict", "wait.js"], "explain takes no --preset"],
    [["--format", "sarif", "wait.js"], 'There is no format "sarif"; known are text, json.'],
    [["odd:7"], "odd:7 was not checked"],
  ])("in one line: %j", (words, message) => {
    const { exitCode, stdout, stderr } = runLeakproof(project, "explain", ...words);
    expect({ exitCode: exitCode === 2 || words[0] === "odd:7", stdout }).toEqual({ exitCode: true, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("a directory named explain", () => {
  it.each([["./explain"], ["--", "explain"]])("is checked as %s", (...words) => {
    expect(runLeakproof(writeProject({ "explain/a.js": CLEAN }), ...words)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

const answerOf = ({ answers }: CandidateExplanation, id: string) => answers.find((answer) => answer.id === id);

describe("explain as data", () => {
  const [file] = explainAsData("src/panel.js");
  const [silent, reported] = file?.candidates ?? [];

  it("has the verdict, and what decided it", () => {
    expect(file).toMatchObject({ kind: "source", unexplained: [] });
    expect(silent).toMatchObject({ reason: "listener-stays", noun: "listener", verdict: "silent", preset: null, decidedBy: ["outlives/target-lifetime"], statement: { line: 4, endLine: 4 } });
    expect(reported).toMatchObject({ rule: "no-unreleased-resource", verdict: "certain", preset: "recommended", isDisabled: false, place: { line: 5, column: 5, endLine: 5, endColumn: 51 } });
    expect(reported?.decidedBy).toEqual(["outlives/target-lifetime", "outlives/owner-end"]);
  });

  it("has each answer with its level, side, basis and place, the unknown ones too", () => {
    expect(answerOf(silent!, "outlives/target-lifetime")).toMatchObject({ question: "outlives", level: "own", leans: "no leak", basis: "shown" });
    expect(answerOf(reported!, "outlives/owner-end")).toMatchObject({ level: "final", leans: "leak", place: { line: 8 } });
    expect(answerOf(reported!, "repeats/second-run")).toEqual(expect.not.objectContaining({ says: expect.anything() }));
    expect(answerOf(reported!, "repeats/second-run")).toMatchObject({ level: "unknown", leans: "open" });
    expect(answerOf(reported!, "proof/forwarded")).toMatchObject({ question: "proof", level: "no", basis: "proved" });
  });

  it("names what is lacking where nothing shows a leak", () => {
    const [bare] = explainAsData("bare.js");
    expect(bare?.candidates[0]).toMatchObject({ verdict: "possible", preset: "audit", decidedBy: [], lacks: "outlives" });
  });
});

describe("a check", () => {
  const words = ["--preset", "strict", "src/panel.js", "clean.js"];
  const [reported] = explainAsData("src/panel.js:5")[0]?.candidates ?? [];

  it("carries the explanation of a finding in JSON", () => {
    const results = JSON.parse(runLeakproof(project, ...words, "--format", "json").stdout) as ESLint.LintResult[];
    const explained = results.flatMap(({ messages }) => messages as { readonly explanation?: CandidateExplanation }[]);
    expect(explained.map(({ explanation }) => ({ ...explanation, preset: "recommended", isDisabled: false }))).toEqual([reported]);
  });

  it("carries it in the properties of SARIF", () => {
    const [result] = readLog(runLeakproof(project, ...words, "--format", "sarif").stdout).results;
    expect(result?.properties).toMatchObject({
      reason: "listener-stays",
      confidence: "certain",
      because: "its target lives as long as the page or process; its owner ends, and it stays (line 8).",
      restsOn: ["outlives/target-lifetime", "outlives/owner-end"],
    });
    expect(result?.properties).toHaveProperty("answers", expect.arrayContaining([{ id: "outlives/owner-end", level: "final", says: "its owner ends, and it stays", leans: "leak", basis: "shown", line: 8 }]));
  });

  it("carries it folded on the page, for the eye and for the ear", () => {
    const page = runLeakproof(project, ...words, "--format", "html").stdout;
    expect(page.match(/<details class="why"><summary>Why this is reported<\/summary>/gu)).toHaveLength(1);
    expect(page).toContain("<p>It is certain: its target lives as long as the page or process; its owner ends, and it stays (line 8).</p>");
    expect(page).toContain('<dd class="for"><i aria-hidden="true">+</i><span class="told">for a leak: </span>its owner ends, and it stays (line 8)</dd>');
  });
});
