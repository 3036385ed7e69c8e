/** What `ecosystem/` stores: it is complete, names rules and messages that exist, and quotes no source. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { rules } from "../../src/rules/index.ts";
import { loadScript } from "../support/load-script.ts";

const { foldOf } = (await loadScript("ecosystem/folds.mjs")) as { foldOf: (repository: string) => string };

const folder = path.resolve(import.meta.dirname, "../../ecosystem");

interface Row {
  readonly repository: string;
  readonly file: string;
  readonly line: number;
  readonly messageId: string;
  readonly fingerprint: string;
}
interface Project {
  readonly repository: string;
  readonly kind: string;
  readonly commit: string;
  readonly include: readonly string[];
  readonly since?: string;
}

const { projects } = JSON.parse(readFileSync(path.join(folder, "projects.json"), "utf8")) as { projects: readonly Project[] };
const repositories = new Set(projects.map(({ repository }) => repository));

function readRows<Kind extends Row>(name: string): (Kind & { rule: string })[] {
  const files = existsSync(path.join(folder, name)) ? readdirSync(path.join(folder, name)).filter((file) => file.endsWith(".jsonl")) : [];
  return files.flatMap((file) => {
    const lines = readFileSync(path.join(folder, name, file), "utf8").trimEnd().split("\n");
    return lines.map((line) => ({ ...(JSON.parse(line) as Kind), rule: path.basename(file, ".jsonl") }));
  });
}

/** What is wrong with where a row points to. */
function collectFaults({ rule, repository, file, line, messageId, fingerprint }: Row & { rule: string }): string[] {
  const faults = [];
  if (rules[rule]?.meta.messages[messageId] === undefined) faults.push(`${rule} has no message ${messageId}`);
  if (!repositories.has(repository)) faults.push(`${repository} is no project`);
  if (!/^[\w@$. ()[\]+/-]+\.[cm]?[jt]sx?$/.test(file)) faults.push(`${file} is no file`);
  if (!Number.isInteger(line) || line < 1) faults.push(`${String(line)} is no line`);
  if (!/^[0-9a-f]{16}$/.test(fingerprint)) faults.push(`${fingerprint} is no fingerprint`);
  return faults;
}

function findTwins(rows: readonly Row[]): string[] {
  const keys = rows.map(({ repository, fingerprint }) => `${repository} ${fingerprint}`);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

describe("the projects", () => {
  it("are many, of many kinds, and pinned", () => {
    expect(projects.length).toBeGreaterThanOrEqual(16);
    expect(new Set(projects.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
    expect(projects.filter(({ commit, include }) => !/^[0-9a-f]{40}$/.test(commit) || include.length === 0)).toEqual([]);
    expect(repositories.size).toBe(projects.length);
  });
});

describe("the expected findings", () => {
  const rows = readRows<Row & { readonly presets: readonly string[] }>("expected");

  it("name rules, messages and places that there are, each once", () => {
    expect(rows.flatMap(collectFaults)).toEqual([]);
    expect(findTwins(rows)).toEqual([]);
  });
  it("are of repositories that may be read", () => {
    expect(rows.filter(({ repository }) => projects.some((project) => project.repository === repository && project.since !== undefined && foldOf(repository) !== "train"))).toEqual([]);
  });
  it("hold nothing else, so no source", () => {
    const fields = new Set(rows.flatMap((row) => Object.keys(row)));
    expect([...fields].sort()).toEqual(rows.length === 0 ? [] : ["file", "fingerprint", "line", "messageId", "presets", "repository", "rule"]);
    expect(rows.filter(({ presets }) => presets.join() !== "strict" && presets.join() !== "recommended,strict" && presets.join() !== "recommended")).toEqual([]);
  });
});

describe("the ledger", () => {
  const rows = readRows<Row & { readonly preset: string; readonly verdict: string; readonly reason: string; readonly fold: string; readonly date: string }>("ledger");

  it("names rules, messages and places that there are, each once", () => {
    expect(rows.flatMap(collectFaults)).toEqual([]);
    expect(findTwins(rows)).toEqual([]);
  });
  it("has at least three hundred verdicts", () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
  });

  it("has a verdict and a reason of a few words in every row, and nothing else", () => {
    const fields = new Set(rows.flatMap((row) => Object.keys(row)));
    expect([...fields].sort()).toEqual(rows.length === 0 ? [] : ["date", "file", "fingerprint", "fold", "line", "messageId", "preset", "reason", "repository", "rule", "verdict"]);
    expect(rows.filter(({ preset }) => preset !== "recommended" && preset !== "strict")).toEqual([]);
    expect(rows.filter(({ verdict }) => verdict !== "true" && verdict !== "false" && verdict !== "unclear")).toEqual([]);
    expect(rows.filter(({ repository, fold }) => fold !== foldOf(repository))).toEqual([]);
    expect(rows.filter(({ date }) => !/^\d{4}-\d{2}-\d{2}$/.test(date))).toEqual([]);
    expect(rows.filter(({ reason }) => reason.trim() === "" || reason.length > 200 || /[\n{};]/.test(reason))).toEqual([]);
  });
});
