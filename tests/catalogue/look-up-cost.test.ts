/** What the catalogue costs a file: one look-up for each call and for each name given to another, and nothing more where no acquisition is named. */
import { describe, expect, test } from "vitest";

import { pairs } from "../../src/catalogue/catalogue.ts";
import type { Pair } from "../../src/catalogue/entry.ts";
import { buildLifecycles } from "../../src/catalogue/lifecycles.ts";
import { buildCatalogue, type Catalogue } from "../../src/catalogue/lookup.ts";
import { collectResources } from "../../src/subjects/resource/resource.ts";
import { factsOf } from "../support/file-facts.ts";

/** A catalogue that counts what is read of it: look-ups by name, and fields of entries once it is built. */
function countingCatalogue(entries: readonly Pair[]): { readonly catalogue: Catalogue; readonly counts: { lookups: number; reads: number } } {
  const counts = { lookups: 0, reads: 0 };
  const watched = entries.map((pair) => new Proxy(pair, { get: (target, field) => ((counts.reads += 1), Reflect.get(target, field) as unknown) }));
  const built = buildCatalogue(watched, { caches: [], lifecycles: buildLifecycles([]) });
  built.pairsForName("");
  counts.reads = 0;
  return { catalogue: { ...built, pairsForName: (name) => ((counts.lookups += 1), built.pairsForName(name)) }, counts };
}

function costOf(code: string, entries: readonly Pair[]): { readonly lookups: number; readonly reads: number } {
  const { catalogue, counts } = countingCatalogue(entries);
  collectResources({ ...factsOf(code), catalogue });
  return counts;
}

const PLAIN = `
  import { sum } from "./sum.js";
  export function total(items) { return sum(items.flatMap((item) => item.price).filter(Boolean)); }
  export const label = (text) => text.trim().toUpperCase();
`;

describe("a file that names no acquisition", () => {
  test("costs one look-up a call and one a name that the file may give another name, and no entry is read", () => {
    expect(costOf(PLAIN, pairs)).toEqual({ lookups: 6, reads: 0 });
  });

  test("costs the same however many entries there are", () => {
    const many = Array.from({ length: 20 }, (_, index) => pairs.map((pair): Pair => ({ ...pair, id: `${pair.id}-${index}` }))).flat();
    expect(costOf(PLAIN, many)).toEqual(costOf(PLAIN, pairs));
  });
});

describe("a file that names one", () => {
  test("reads the entries of that name", () => {
    const { lookups, reads } = costOf("export function poll() { setInterval(() => 1, 9); }", pairs);
    expect(lookups).toBe(2);
    expect(reads).toBeGreaterThan(0);
  });
});
