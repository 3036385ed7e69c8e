/** The measures over a made-up repository: what is found, and what of an unread one leaves the process. */
import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";
import { makeMirror } from "../support/mirror.ts";

const { createLint, newReports } = await loadScript("truth/lint-text.mjs");
const { loadEngines } = await loadScript("truth/engines.mjs");
const { measureFixes } = await loadScript("truth/measures/fixes.mjs");
const { measureCurated } = await loadScript("truth/measures/curated.mjs");
const { measureMutants } = await loadScript("truth/measures/mutants.mjs");
const { measureFlips } = await loadScript("truth/measures/relations.mjs");
const { workThrough } = await loadScript("truth/pool.mjs");
const { mutantsOf } = await loadScript("mutants/mutants-of.mjs");

const READ = "BabylonJS/Babylon.js";
const UNREAD = "isaacs/chokidar";
const LEAK = "export class Poll { add(check) {\n  setInterval(check, 1000);\n} }\n";
const FIXED = "export class Poll { add(check) {\n  const timer = setInterval(check, 1000);\n  return () => clearInterval(timer);\n} }\n";
const OWNED = "export class Poller {\n  start(check) {\n    this.timer = setInterval(check, 1000);\n  }\n  stop() {\n    clearInterval(this.timer);\n  }\n}\n";

const { mirror, commits } = makeMirror([READ, UNREAD], [{ "hidden.js": LEAK, "owned.js": OWNED }, { "hidden.js": FIXED }]);
const [before, fix] = commits;
const gitDirectory = `${mirror}/${READ.replace("/", "+")}/repo/.git`;
const engines = (await loadEngines({})) as { name: string }[];
const lint = createLint(engines);
const hits = (outcomes: { results: Record<string, { hit: boolean }> }[]): boolean[][] => outcomes.map(({ results }) => ["recommended", "strict"].map((name) => results[name]!.hit));

describe("reports", () => {
  it("are new if nothing says the same, wherever it stands", () => {
    const report = { rule: "r", messageId: "m", message: "not closed when it throws (line 14)", line: 3 };
    expect(newReports([report], [{ ...report, message: "not closed when it throws (line 17)", line: 6 }])).toEqual([]);
    expect(newReports([report], [report, report])).toEqual([report]);
  });
  it("are undefined for what cannot be parsed", () => {
    expect(lint("const = 1;", "a.js")).toBeUndefined();
    expect(lint(LEAK, "a.js")).toMatchObject({ recommended: [{ line: 2 }], strict: [{ line: 2 }] });
  });
});

describe("a fix", () => {
  const fixOf = (line: number) => ({ repository: READ, before, fix, paths: ["hidden.js"], hunks: { "hidden.js": [[line, 1]] } });

  it("is found if a report near the change goes with it", () => {
    expect(hits(measureFixes({ gitDirectory, cases: [fixOf(2)], engines, lint }))).toEqual([[true, true]]);
  });
  it("is not if the report is far, or stays", () => {
    expect(hits(measureFixes({ gitDirectory, cases: [fixOf(90)], engines, lint }))).toEqual([[false, false]]);
    expect(hits(measureFixes({ gitDirectory, cases: [{ ...fixOf(2), fix: before }], engines, lint }))).toEqual([[false, false]]);
  });
  it("of a file that is not there is left out", () => {
    expect(measureFixes({ gitDirectory, cases: [{ ...fixOf(2), paths: ["gone.js"], hunks: { "gone.js": [[2, 1]] } }], engines, lint })).toEqual([]);
  });
});

describe("a curated leak", () => {
  const leak = { id: "x", repository: READ, before, fix, path: "hidden.js", lines: [2, 2], category: "R" };

  it("is found where it is reported on its lines and silent after", () => {
    expect(measureCurated({ gitDirectory, cases: [leak], engines, lint })).toMatchObject([{ group: "R", results: { strict: { hit: true, others: 0 } } }]);
  });
  it("is not where the report stands elsewhere, or stays", () => {
    expect(hits(measureCurated({ gitDirectory, cases: [{ ...leak, lines: [9, 9] }, { ...leak, fix: before }], engines, lint }))).toEqual([[false, false], [false, false]]);
    expect(hits(measureCurated({ gitDirectory, cases: [{ ...leak, fix: before, fixedInFile: false }], engines, lint }))).toEqual([[true, true]]);
  });
});

describe("a mutant", () => {
  const [mutant] = mutantsOf(OWNED) as { operator: string; line: number; origin: string }[];

  it("is found if a report comes that the original has not", () => {
    const outcomes = measureMutants({ gitDirectory, commit: before, cases: [{ file: "owned.js", ...mutant }], engines, lint });
    expect(outcomes).toMatchObject([{ part: "mutants", group: mutant!.operator }]);
  });
  it("that the operators do not make is left out", () => {
    expect(measureMutants({ gitDirectory, commit: before, cases: [{ file: "owned.js", ...mutant, line: 1 }], engines, lint })).toEqual([]);
  });
});

describe("a file that is written another way", () => {
  it("keeps its verdicts, and is counted by relation", () => {
    const counts = measureFlips({ gitDirectory, project: { commit: before, include: ["**"] }, exclude: [], engines, lint }) as { group: string; engine: string; of: number; hits: number }[];
    const named = counts.find(({ group, engine }) => group === "meaningless-names" && engine === "strict");
    expect(named).toMatchObject({ hits: 0, of: 1 });
    expect(counts.find(({ group, engine }) => group === "meaningless-names silent" && engine === "strict")).toMatchObject({ hits: 0, of: 1 });
  });
});

describe("what leaves the process that measures", () => {
  const task = (repository: string, fold: string) => ({ part: "fixes", repository, fold, cases: [{ repository, before, fix, paths: ["hidden.js"], hunks: { "hidden.js": [[2, 1]] } }] });

  it("is counts alone of what nobody reads, and of the rest also where each case stands", { timeout: 240_000 }, async () => {
    const answers = new Map<string, unknown>();
    const tasks = [task(UNREAD, "validation"), task(READ, "train"), task("no/where", "train")];
    await workThrough(tasks, { mirror, engineOptions: {} }, ({ repository }: { repository: string }, answer: unknown) => answers.set(repository, answer));
    expect(answers.get(UNREAD)).toMatchObject({ counts: [{ hits: 1, of: 1 }, { hits: 1, of: 1 }], rows: [] });
    expect(JSON.stringify(answers.get(UNREAD))).not.toMatch(/hidden|[0-9a-f]{40}/);
    expect(answers.get(READ)).toMatchObject({ rows: [{ repository: READ, place: fix }] });
    expect(answers.get("no/where")).toEqual({ isAbsent: true });
  });
});
