/** Which mined commits are kept, and that what is stored of them are facts, on the right side of each fold. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";
import { root } from "../support/typed-program.ts";

const { chooseFixes } = await loadScript("fixes/choose.mjs");
const { foldOf } = await loadScript("ecosystem/folds.mjs");
const { isKnown, readProjects } = await loadScript("ecosystem/projects.mjs");

interface Fix {
  readonly repository: string;
  readonly fix: string;
  readonly before: string;
  readonly paths: readonly string[];
  readonly hunks: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}

const TRAIN = "BabylonJS/Babylon.js";
const VALIDATION = "isaacs/chokidar";
const fix = (repository: string, name: string, change = name) => ({ repository, fix: name, change });
const read = (fold: string): Fix[] => readFileSync(path.join(root, `ecosystem/fixes/${fold}.jsonl`), "utf8").trim().split("\n").map((line) => JSON.parse(line) as Fix);

describe("choosing", () => {
  it("keeps one of those that change the same", () => {
    const one = chooseFixes([fix(TRAIN, "a", "same"), fix("BabylonJS/fork", "b", "same"), fix(TRAIN, "c")].filter(({ repository }) => foldOf(repository) === foldOf(TRAIN)));
    expect(one.filter(({ change }: { change: string }) => change === "same")).toHaveLength(1);
  });
  it("keeps none that stands on both sides of a fold", () => {
    expect(chooseFixes([fix(TRAIN, "a", "same"), fix(VALIDATION, "b", "same"), fix(VALIDATION, "c")])).toEqual([fix(VALIDATION, "c")]);
  });
  it("takes no more than its share of one repository, and the same whatever comes after", () => {
    const many = Array.from({ length: 60 }, (_, index) => fix(TRAIN, String(index)));
    expect(chooseFixes(many)).toHaveLength(30);
    expect(chooseFixes([...many].reverse())).toEqual(chooseFixes(many));
  });
});

describe("the stored fixes", () => {
  const [train, validation] = [read("train"), read("validation")];
  const all = [...train, ...validation];

  it("are at least 1,200 of 250 repositories, each in the file of its fold", () => {
    expect(all.length).toBeGreaterThanOrEqual(1200);
    expect(new Set(all.map(({ repository }) => repository)).size).toBeGreaterThanOrEqual(250);
    expect(train.filter(({ repository }) => foldOf(repository) !== "train")).toEqual([]);
    expect(validation.filter(({ repository }) => foldOf(repository) !== "validation" || isKnown(readProjects().projects, repository))).toEqual([]);
  });
  it("are facts alone: commits, paths and places", () => {
    expect([...new Set(all.flatMap((row) => Object.keys(row)))].sort()).toEqual(["before", "fix", "hunks", "paths", "repository"]);
    expect(all.filter((row) => ![row.fix, row.before].every((commit) => /^[0-9a-f]{40}$/.test(commit)))).toEqual([]);
    expect(all.filter(({ paths, hunks }) => paths.join() !== Object.keys(hunks).join() || paths.length === 0)).toEqual([]);
    expect(all.flatMap(({ hunks }) => Object.values(hunks).flat()).filter(([line, length]) => !Number.isInteger(line) || !Number.isInteger(length))).toEqual([]);
    expect(new Set(all.map((row) => `${row.repository} ${row.fix}`)).size).toBe(all.length);
  });
});
