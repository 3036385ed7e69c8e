import { describe, expect, test } from "vitest";

import { catalogue, pairs } from "../../src/catalogue/catalogue.ts";
import type { Pair } from "../../src/catalogue/entry.ts";
import { namesOf } from "../../src/catalogue/origin.ts";
import { matchOrigin } from "../../src/facts/value-origin.ts";
import { buildFactsOf } from "./facts-of.ts";

const entries = pairs.map((pair) => [pair.id, pair] as const);

test("ids are unique", () => {
  const ids = pairs.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.each(entries)("%s", (_id, pair) => {
  test("says what a reader needs", () => {
    expect(pair.id).toMatch(/^[a-z0-9][a-z0-9.-]*\/[a-z0-9-]+$/);
    expect(pair.noun).toMatch(/^an? [a-zA-Z]/);
    expect(pair.reason).toMatch(/^[A-Z].*\.$/);
    expect(pair.docs).toMatch(/^https:\/\/\S+$/);
    expect(pair.releases.length).toBeGreaterThan(0);
    expect(pair.leaking).not.toBe(pair.clean);
  });

  test("its releases fit its handle", () => {
    expect(pair.releases.filter((release) => !fits(release, pair))).toEqual([]);
  });

  test.each(["leaking", "clean"] as const)("its %s example holds the acquisition, by the origin it claims", (kind) => {
    const facts = buildFactsOf(pair[kind]);
    const calls = facts.nodes.calls.filter((call) => (call.type === "NewExpression") === (pair.acquire.form === "new"));
    expect(calls.some((call) => matchOrigin(facts, call.callee, pair.acquire.callee) !== undefined)).toBe(true);
  });

  test("is found by the name it is called by", () => {
    for (const name of namesOf(pair.acquire.callee)) expect(catalogue.pairsForName(name)).toContain(pair);
  });
});

/** An identity has nothing to call a method on or to pass along: only the same receiver can undo it. */
function fits(release: Pair["releases"][number], { handle }: Pair): boolean {
  return handle.from !== "identity" || (release.by === "receiver-method" && !("argument" in release));
}
