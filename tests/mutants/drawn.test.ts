/** Which mutants are measured, and that what is stored of them are facts, on the right side of each fold. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";
import { makeMirror } from "../support/mirror.ts";
import { root } from "../support/typed-program.ts";

const { chooseMutants } = await loadScript("mutants/draw.mjs");
const { findMutants } = await loadScript("mutants/find.mjs");
const { chooseSurvivors, askAbout, readAnswers } = await loadScript("mutants/survivors.mjs");
const { OPERATORS } = await loadScript("mutants/operators.mjs");
const { foldOf } = await loadScript("ecosystem/folds.mjs");
const { isKnown, readProjects } = await loadScript("ecosystem/projects.mjs");

interface Mutant {
  readonly repository: string;
  readonly commit: string;
  readonly file: string;
  readonly operator: string;
  readonly line: number;
  readonly origin: string;
}

const TRAIN = "BabylonJS/Babylon.js";
const VALIDATION = "isaacs/chokidar";
const OWNED = "export class Poller {\n  start(check) {\n    this.timer = setInterval(check, 1000);\n  }\n  stop() {\n    clearInterval(this.timer);\n  }\n}\n";
const mutant = (repository: string, file: string, origin: string, line = 1) => ({ repository, commit: "c", file, operator: "o", line, origin });

describe("choosing", () => {
  it("keeps one copy of a function, and none that stands on both sides of a fold", () => {
    expect(chooseMutants([mutant(TRAIN, "a.ts", "x"), mutant(TRAIN, "b.ts", "x")])).toHaveLength(1);
    expect(chooseMutants([mutant(TRAIN, "a.ts", "x"), mutant(VALIDATION, "a.ts", "x"), mutant(VALIDATION, "b.ts", "y")])).toEqual([mutant(VALIDATION, "b.ts", "y")]);
  });
  it("takes two of a file and five of a repository for an operator, the same whatever the order", () => {
    const ofFile = Array.from({ length: 9 }, (_, index) => mutant(TRAIN, "a.ts", String(index), index));
    expect(chooseMutants(ofFile)).toHaveLength(2);
    const ofMany = Array.from({ length: 9 }, (_, index) => mutant(TRAIN, `${String(index)}.ts`, String(index)));
    expect(chooseMutants(ofMany)).toHaveLength(5);
    expect(chooseMutants([...ofMany].reverse())).toEqual(chooseMutants(ofMany));
  });
});

describe("finding and asking", () => {
  const { mirror, commits } = makeMirror([TRAIN], [{ "owned.js": OWNED, "plain.js": "export const one = 1;\n" }]);
  const project = { repository: TRAIN, commit: commits[0], include: ["**"] };
  const found = findMutants(`${mirror}/${TRAIN.replace("/", "+")}/repo/.git`, project, []) as Mutant[];

  it("answers places, and no source", () => {
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ file }) => file === "owned.js")).toBe(true);
    expect(new Set(found.flatMap((one) => Object.keys(one)))).toEqual(new Set(["repository", "commit", "file", "operator", "line", "origin"]));
  });
  it("asks about survivors alone, with the lines that went and came", () => {
    const rows = found.map(({ operator, line }, index) => ({ part: "mutants", repository: TRAIN, group: operator, place: `owned.js:${String(line)}`, results: { strict: { hit: index > 0 } } }));
    const survivors = chooseSurvivors(rows, "strict");
    expect(survivors).toHaveLength(1);
    const [asked] = askAbout(survivors, found, mirror) as { was: string[]; is: string[]; from: number }[];
    expect(asked!.was.join("\n")).not.toBe(asked!.is.join("\n"));
    expect(OWNED.split("\n")[asked!.from - 1]).toBe(asked!.was[0] ?? OWNED.split("\n")[asked!.from - 1]);
  });
  it("takes answers that say something", () => {
    const answer = { repo: TRAIN, commit: "c", file: "a.ts", line: 1, operator: "o", verdict: "defect", why: "leaks" };
    expect(readAnswers([answer, { ...answer, verdict: "maybe" }, { ...answer, why: " " }])).toEqual([expect.objectContaining({ repository: TRAIN, verdict: "defect" })]);
  });
});

describe("the drawn mutants", () => {
  const [train, validation] = ["train", "validation"].map((fold) => readFileSync(path.join(root, `ecosystem/mutants/drawn/${fold}.jsonl`), "utf8").trim().split("\n").map((line) => JSON.parse(line) as Mutant)) as [Mutant[], Mutant[]];
  const all = [...train, ...validation];

  it("are at least 4,000 of 150 repositories, each in the file of its fold", () => {
    expect(all.length).toBeGreaterThanOrEqual(4000);
    expect(new Set(all.map(({ repository }) => repository)).size).toBeGreaterThanOrEqual(150);
    expect(train.filter(({ repository }) => foldOf(repository) !== "train")).toEqual([]);
    expect(validation.filter(({ repository }) => foldOf(repository) !== "validation" || isKnown(readProjects().projects, repository))).toEqual([]);
  });
  it("have no origin on both sides", () => {
    const origins = new Set(train.map(({ operator, origin }) => `${operator} ${origin}`));
    expect(validation.filter(({ operator, origin }) => origins.has(`${operator} ${origin}`))).toEqual([]);
  });
  it("are places of operators that there are, and no source", () => {
    const known = new Set((OPERATORS as { id: string }[]).map(({ id }) => id));
    expect(all.filter(({ operator, line, origin, commit }) => !known.has(operator) || !Number.isInteger(line) || !/^[0-9a-f]{16}$/.test(origin) || !/^[0-9a-f]{40}$/.test(commit))).toEqual([]);
    expect(new Set(all.flatMap((one) => Object.keys(one)))).toEqual(new Set(["repository", "commit", "file", "operator", "line", "origin"]));
  });
});
