/** Removals whose keys are never inserted, in collections with so many of both that not all pairs are compared. */
import { describe, expect, it } from "vitest";

import { collectDeletePaths } from "../../src/subjects/collection/delete-paths.ts";
import { collectKeptCollections } from "../../src/subjects/collection/kept-collections.ts";
import { collectInterrupted } from "../../src/candidates/interrupted-entry.ts";
import { buildGraphs } from "../../src/subjects/way/graphs.ts";
import { factsOf } from "../support/file-facts.ts";

const each = (count: number, write: (index: number) => string): string => Array.from({ length: count }, (_, index) => write(index)).join("\n");

/** The one collection of a module with so many functions that put an entry in and take another out. */
function analyze(count: number, removed: (index: number) => string) {
  const file = factsOf(`const open = new Map();\n${each(count, (index) => `export function f${String(index)}(k, v) { open.set(k, v); open.delete(${removed(index)}); }`)}`);
  const [kept] = collectKeptCollections(file);
  if (kept === undefined) throw new Error("no collection");
  return { file, kept, paths: collectDeletePaths(file, kept.collection, kept.operations) };
}

describe("keys of removals", () => {
  it("are never inserted where each pair differs", () => {
    const { paths } = analyze(20, () => "{ k }");
    expect(paths.canMatch).toBe(false);
    expect(paths.useless.map(({ reason }) => reason)).toEqual(Array(20).fill("key-never-matches"));
  });
  it("may be inserted where one is", () => {
    expect(analyze(20, (index) => (index === 7 ? "k" : "{ k }")).paths.canMatch).toBe(true);
  });
  it("may be inserted where there are too many pairs to compare", () => {
    expect(analyze(200, () => "{ k }").paths.canMatch).toBe(true);
  });
});

describe("an entry that its function may leave", () => {
  it("knows the removals of other functions", () => {
    const { file, kept } = analyze(5, () => "k");
    const found = collectInterrupted(file, kept, (owner) => buildGraphs(file).graphOf(owner));
    expect(found.map(({ others }) => others.length)).toEqual(Array(5).fill(4));
  });
  it("is none where no function has both keys", () => {
    const { file, kept } = analyze(5, () => "v");
    expect(collectInterrupted(file, kept, (owner) => buildGraphs(file).graphOf(owner))).toEqual([]);
  });
});
