/** The folds: a hash decides, the project and those who deal out work agree, and what nobody may read is not there to be read. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";

const root = path.resolve(import.meta.dirname, "../..");
const { foldOf } = (await loadScript("ecosystem/folds.mjs")) as { foldOf: (repository: string) => string };
const { isUnread } = (await loadScript("ecosystem/projects.mjs")) as { isUnread: (project: Project) => boolean };
const { projects } = JSON.parse(readFileSync(path.join(root, "ecosystem/projects.json"), "utf8")) as { projects: readonly Project[] };
const sharedFolds = path.join(root, "../shared/tools/folds.mjs");

interface Project {
  readonly repository: string;
  readonly kind: string;
  readonly since?: string;
}

describe("the fold of a repository", () => {
  it("follows from its name, whatever the case of its letters", () => {
    expect(["isaacs/chokidar", "ISAACS/Chokidar", "BabylonJS/Babylon.js", "microsoft/vscode-python"].map(foldOf)).toEqual(["validation", "validation", "train", "reserved"]);
  });
  it("is reserved for the histories that are kept, whatever their hash", () => {
    const kept = JSON.parse(readFileSync(path.join(root, "ecosystem/reserved-histories.json"), "utf8")) as readonly string[];
    expect(kept.length).toBeGreaterThan(60);
    expect(kept.filter((repository) => foldOf(repository) !== "reserved")).toEqual([]);
  });
  it("deals a fifth away, three tenths to validation and the rest to train", () => {
    const folds = Array.from({ length: 5000 }, (_, index) => foldOf(`owner${String(index)}/name`));
    const share = (fold: string): number => folds.filter((one) => one === fold).length / folds.length;
    expect(share("reserved")).toBeCloseTo(0.2, 1);
    expect(share("validation")).toBeCloseTo(0.3, 1);
    expect(share("train")).toBeCloseTo(0.5, 1);
  });
  it("is the one that those say who deal out the work, where they are at hand", async () => {
    if (!existsSync(sharedFolds)) return;
    const shared = (await import(pathToFileURL(sharedFolds).href)) as { foldOf: (repository: string) => string };
    const names = [...projects.map(({ repository }) => repository), ...Array.from({ length: 2000 }, (_, index) => `owner${String(index)}/Name`)];
    expect(names.filter((name) => foldOf(name) !== shared.foldOf(name))).toEqual([]);
  });
});

describe("the pinned repositories", () => {
  it("that nobody reads are at least seventy, of all kinds", () => {
    const unread = projects.filter(isUnread);
    expect(unread.length).toBeGreaterThanOrEqual(70);
    expect([...new Set(unread.map(({ kind }) => kind))].sort()).toEqual([...new Set(projects.map(({ kind }) => kind))].sort());
  });
  it("since there are folds are none of the reserved", () => {
    expect(projects.filter(({ repository, since }) => since !== undefined && foldOf(repository) === "reserved")).toEqual([]);
  });
});
